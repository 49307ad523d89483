import CEL
import Diagnostics
import Testing

@Suite("matches() is RE2's search")
struct RegularExpressionTests {
    private func value(_ text: String, _ s: String = "", _ pattern: String = "") throws -> Value {
        let environment = Environment(variables: ["s": .string, "p": .string])
        return environment.program(try environment.compile(text)).evaluate(["s": .string(s), "p": .string(pattern)])
    }

    @Test(
        "a pattern is found anywhere in the text, by code points, NUL included",
        arguments: [
            ("banana", "nan", true), ("banana", "^nan", false), ("医院", "^.院$", true), ("a\u{0}b", "a\\x00b", true),
            ("a\u{0}b", "b$", true), ("", "", true), ("", "x", false), ("ab", "(?i)AB", true), ("🐱", "^.$", true),
        ])
    func search(text: String, pattern: String, expected: Bool) throws {
        #expect(try value("s.matches(p)", text, pattern) == .bool(expected))
        #expect(try value("matches(s, p)", text, pattern) == .bool(expected))
    }

    @Test(
        "a pattern that RE2 does not take is an error, whether it is a constant or not",
        arguments: ["(", "a{1001}", "(?=a)", "\\1", "((a{100}){100}){100}", "[z-a]", "(?P<n", "\\C\\pX"])
    func badPattern(pattern: String) throws {
        for result in [try value("s.matches(p)", "a", pattern), try value("s.matches(r'\(pattern)')", "a")] {
            guard case .error(let error) = result else {
                Issue.record("an error is expected")
                return
            }
            #expect(error.code == "bad-pattern")
            #expect(error.range != nil)
        }
    }

    @Test("a pattern that is compiled for each element anew is charged for it")
    func costOfCompiling() throws {
        let environment = Environment(variables: ["l": .list(.string)], limits: Limits(cost: 100_000))
        let list = Value.list((0..<50).map { .string("a{\($0)}") })
        let each = environment.program(try environment.compile("l.all(p, ''.matches(p) || true)"))
        #expect(each.evaluate(["l": list]) == .error(.costLimit(100_000)))
        let once = environment.program(try environment.compile("l.all(s, s.matches('^a'))"))
        #expect(once.evaluate(["l": list]) == .bool(true))
    }

    @Test("one program answers many threads at once")
    func manyThreads() async throws {
        let environment = Environment(variables: ["s": .string])
        let program = environment.program(try environment.compile("s.matches('^a+b?$') && [s].map(x, x + s)[0] == s + s"))
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (1...200).allSatisfy { length in
                        let text = String(repeating: "a", count: length) + (task % 2 == 0 ? "b" : "c")
                        return program.evaluate(["s": .string(text)]) == .bool(task % 2 == 0)
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("patterns that make backtracking matchers run for years are answered", .timeLimit(.minutes(10)))
    func hostilePatterns() throws {
        let text = String(repeating: "a", count: 20_000) + "!"
        for pattern in ["(a+)+$", "(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"] {
            #expect(try value("s.matches(p)", text, pattern) == .bool(false))
        }
    }
}
