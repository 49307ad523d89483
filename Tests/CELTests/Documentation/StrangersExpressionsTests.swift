import CEL
import Diagnostics
import Foundation
import Testing

/// The code of the article "Expressions of strangers".
@Suite("The article 'Expressions of strangers'")
struct StrangersExpressionsTests {
    @Test("an evaluation ends where its steps are used up")
    func limits() throws {
        let stays = Array(repeating: 1, count: 2_000)
        // snippet: limits
        let limits = Limits(nestingDepth: 50, codePoints: 2_000, cost: 100_000)
        let environment = Environment(variables: ["stays": .list(.int)], limits: limits)
        let program = environment.program(try environment.compile("stays.all(a, stays.all(b, a + b > 0))"))

        let verdict = program.evaluate(["stays": stays.expressionValue])
        // for 2,000 stays: .error with the code "cost-limit"
        // end
        guard case .error(let error) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(error == .costLimit(100_000))
        #expect(program.evaluate(["stays": [1, 2].expressionValue]) == .bool(true))
    }

    @Test("faults and errors are shown in the text, in two languages")
    func messages() throws {
        // snippet: messages
        let environment = Environment(variables: ["beds": .int, "kind": .string])
        let text = "kind = 'hospital' && bed > 100"
        var shown = ""
        do throws(ExpressionFaults) {
            _ = try environment.compile(text)
        } catch {
            let page = ExpressionText(text, name: "rule 7")
            shown = page.rendered(error, in: .en) + "\n" + page.rendered(error, in: .zh)
        }
        // end
        // output: messages
        let expected = """
            rule 7:1:6: error[foreign-operator]: '=' does not compare, and an expression assigns nothing
             1 | kind = 'hospital' && bed > 100
               |      ^
              help: write ==

            rule 7:1:6: 错误[foreign-operator]: '=' 不是比较，表达式里也不能赋值
             1 | kind = 'hospital' && bed > 100
               |      ^
              建议: 改成 ==
            """
        // end
        #expect(shown == expected + "\n")
    }

    @Test("an error of an evaluation is shown where it arose")
    func evaluation() throws {
        // snippet: evaluation
        let environment = Environment(variables: ["beds": .int, "days": .int])
        let text = "beds > 100 && 36500 / days > 80"
        let value = environment.program(try environment.compile(text)).evaluate(["beds": .int(120), "days": .int(0)])
        var shown = ""
        if case .error(let error) = value { shown = ExpressionText(text).rendered(error, in: .en) }
        // end
        // output: evaluation
        let expected = """
            <expression>:1:15: error[division-by-zero]: division by zero
             1 | beds > 100 && 36500 / days > 80
               |               ^^^^^^^^^^^^
            """
        // end
        #expect(shown == expected + "\n")
    }

    @Test("only what is listed can be used")
    func vocabulary() throws {
        // snippet: vocabulary
        let parser = Environment(libraries: [StandardLibrary()] + extensionLibraries)
        let expression = try parser.parse("beds > 100 && name.matches('^St') && owner != ''")

        let unknown = Set(expression.freeNames).subtracting(["beds", "name"])
        let refused = Set(expression.calledFunctions).intersection(["matches", "regex.replace"])
        // unknown == ["owner"], refused == ["matches"]
        // end
        #expect(unknown == ["owner"])
        #expect(refused == ["matches"])
    }

    @Test("data of strangers are decoded within bounds")
    func data() throws {
        let environment = Environment(variables: ["report": .dyn])
        let program = environment.program(try environment.compile("report.beds >= 100"))
        // snippet: data
        let report = try JSONDecoder().decode(Value.self, from: Data(#"{"beds": 120, "wards": ["ICU", "ER"]}"#.utf8))
        let verdict = program.evaluate(["report": report])
        // verdict == .bool(true)
        // end
        #expect(verdict == .bool(true))
    }

    @Test("what the article says of the cost of single cases is so", arguments: [
        ("size('abc') + 1", 4), ("s + s == ''", 4_000), ("l.all(x, x > 0)", 500), ("s.matches(s)", 1_000_000),
    ])
    func costs(text: String, steps: Int) throws {
        let variables: [String: Type] = ["s": .string, "l": .list(.int)]
        let values: [String: Value] = [
            "s": .string(String(repeating: "a", count: 1_000)), "l": Array(repeating: 1, count: 100).expressionValue,
        ]
        func verdict(_ cost: Int) throws -> Value {
            let environment = Environment(variables: variables, limits: Limits(cost: cost))
            return environment.program(try environment.compile(text)).evaluate(values)
        }
        #expect(try verdict(steps * 2) != .error(.costLimit(steps * 2)))
        let tight = steps / 10
        #expect(try tight == 0 || verdict(tight) == .error(.costLimit(tight)))
    }

    @Test("the article shows the code that is run here")
    func article() throws { try CodeBlocks.expect("StrangersExpressions.md") }
}
