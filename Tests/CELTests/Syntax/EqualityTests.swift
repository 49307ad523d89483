import CEL
import Foundation
import Testing

@Suite("Equality of expressions")
struct EqualityTests {
    private func parse(_ text: String) throws -> CEL.Expression { try Environment().parse(text) }

    @Test(
        "blanks, brackets and the way a literal is written do not count",
        arguments: [
            ("a+b", "( a  + b ) // sum"), ("'医院'", "\"医院\""), ("0x10", "16"), ("1.50", "1.5"), ("a.b", "a.`b`"),
            ("l.all(x, x > 0)", "l.all(x, (x > 0))"), ("{'k': [1u, b'a'],}", "{'k': [1u, b\"\\x61\"]}"),
            ("a.?b[?c]", "(a.?b)[?c]"), ("x ? y : z", "x ? (y) : (z)"), ("a && b && c && d", "(a && b) && (c && d)"),
        ])
    func same(first: String, second: String) throws {
        #expect(try parse(first) == parse(second))
        #expect(try parse(first).hashValue == parse(second).hashValue)
    }

    @Test(
        "anything else does",
        arguments: [
            ("1", "1u"), ("1", "1.0"), ("1u", "1.0"), ("0.0", "-0.0"), ("'a'", "b'a'"), ("'\\u00e9'", "'e\\u0301'"), ("null", "false"),
            ("a", ".a"), ("a.b", "a.?b"), ("a[b]", "a[?b]"), ("a.b", "has(a.b)"), ("f(a)", "a.f()"), ("f(a)", "f(a, a)"), ("-(1)", "-1"),
            ("[a]", "[?a]"), ("[a]", "[a, a]"), ("{a: b}", "{b: a}"), ("{a: b}", "{?a: b}"), ("T{f: a}", "T{g: a}"), ("T{f: a}", "U{f: a}"),
            ("a && b && c", "(a && b) && c"), ("a < b", "a <= b"), ("l.all(x, x)", "l.all(y, y)"), ("l.exists_one(x, x)", "l.existsOne(x, x)"),
            ("l.all(x, x)", "l.exists(x, x)"), ("l.map(x, x)", "k.map(x, x)"),
        ])
    func different(first: String, second: String) throws {
        #expect(try parse(first) != parse(second))
        #expect(try parse(second) != parse(first))
        #expect(try parse(first) == parse(first))
    }

    @Test("constants that code puts in are compared by kind and value too")
    func constants() throws {
        let second = CEL.Duration("1s")
        let nan = Value.double(.nan)
        let map = Value.map(try MapValue([(.int(1), nan), (.string("a"), .list([.null]))]))
        let same: [Value] = [nan, .list([nan]), map, .type(.list(.int)), .optional(.double(-0.0)), .optional(nil), .duration(try #require(second))]
        for value in same {
            #expect(CEL.Expression.constant(value) == .constant(value))
            #expect(CEL.Expression.constant(value).hashValue == CEL.Expression.constant(value).hashValue)
        }
        let others: [(Value, Value)] = [
            (.list([.int(1)]), .list([.uint(1)])), (.optional(.int(1)), .optional(.double(1))), (.optional(nil), .optional(.null)),
            (.type(.list(.int)), .type(.list(.dyn))), (.map(try MapValue([(.int(1), .null)])), .map(try MapValue([(.uint(1), .null)]))),
            (.map(try MapValue([(.int(1), .null), (.int(2), .null)])), .map(try MapValue([(.int(2), .null), (.int(1), .null)]))),
        ]
        for (first, second) in others { #expect(CEL.Expression.constant(first) != .constant(second)) }
    }

    /// A part of a scale that equals every part with which it has something in common.
    private struct Band: ObjectValue {
        let ranks: ClosedRange<Int>

        var type: CEL.`Type` { .abstract("band", []) }
        var description: String { "\(ranks)" }

        func equals(_ other: Value) -> Bool {
            if case .object(let object) = other, let other = object as? Band { ranks.overlaps(other.ranks) } else { false }
        }

        func order(against other: Value) -> Ordering? { nil }
        func hash(into hasher: inout Hasher) {}
    }

    @Test("constants that a host calls equal are two where they read otherwise")
    func overlapping() {
        let (whole, part) = (Value.object(Band(ranks: 1...3)), Value.object(Band(ranks: 2...2)))
        #expect(whole == part)
        #expect(CEL.Expression.constant(whole) != .constant(part))
        #expect(CEL.Expression.constant(part) == .constant(part))
    }

    @Test("a checked tree equals itself whatever the ids; a node a macro made differs from one that code built alike")
    func macroCalls() throws {
        let environment = Environment(variables: ["l": .list(.int)])
        let checked = try environment.compile("l.all(x, x > 0) && size(l) > 1")
        let other = try environment.compile("(l.all(x, x > 0)) && (size(l)) > 1").root
        #expect(checked.root == other)
        #expect(checked.root.hashValue == other.hashValue)
        let loop = try environment.parse("l.all(x, x > 0)")
        #expect(loop != loop.mapChildren { $0 })
        #expect(loop.mapChildren { $0 } == loop.mapChildren { $0 })
    }

    @Test("macros that repeat their argument do not make comparing exponential")
    func repeatingMacros() throws {
        struct Doubling: FunctionLibrary {
            let name = "doubling"
            let functions: [Function] = []
            var macros: [Macro] {
                [
                    Macro(name: "twice", argumentCount: 1, isMember: false) { context, _, arguments in
                        .call("_+_", [arguments[0], arguments[0]], range: context.range)
                    }
                ]
            }
        }
        let environment = Environment(libraries: [StandardLibrary(), Doubling()])
        let text = String(repeating: "twice(", count: 120) + "a" + String(repeating: ")", count: 120)
        let tree = try environment.parse(text)
        #expect(try tree == environment.parse(text))
        #expect(try tree != environment.parse(text.replacingOccurrences(of: "a", with: "b")))
        #expect(tree.unparsed() == text)
        #expect(tree.calledFunctions == ["twice"])
    }

    @Test(
        "the deepest trees are compared, written and searched for names on a stack of 512 KiB",
        arguments: [
            ("[", "1", "]", 240), ("-", "x", "", 240), ("x + (", "x", ")", 230), ("[1].map(x, ", "x", ")", 80),
            ("has(a.", "b", ")", 1), ("f(", "x", ").g()", 120), ("true ? 1 : ", "1", "", 240), ("x && (y || ", "x", ")", 120),
        ])
    func deep(open: String, inner: String, close: String, levels: Int) async throws {
        let text = String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
        let (first, second) = (try parse(text), try parse(text))
        let isSame = await withCheckedContinuation { continuation in
            let thread = Thread {
                continuation.resume(
                    returning: first == second && !first.unparsed().isEmpty && first.freeNames == second.freeNames
                        && first.calledFunctions == second.calledFunctions)
            }
            thread.stackSize = 512 << 10
            thread.start()
        }
        #expect(isSame)
        #expect(try parse(first.unparsed()) == first)
    }
}
