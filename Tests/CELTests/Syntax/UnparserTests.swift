import CEL
import CELConformance
import TestSupport
import Testing

@Suite("Expressions as text")
struct UnparserTests {
    static let environment = Environment()

    @Test(
        "text that is spaced well and has no needless bracket stays as it is",
        arguments: [
            "a + b * c", "(a + b) * c", "a - b - c", "a - (b - c)", "a ? b : c ? d : e", "(a ? b : c) ? d : e", "a ? (b ? c : d) : e",
            "a && b && c && d", "((a && b) && c) && d", "(a || b) && c", "a || b && c", "!a", "!!a", "!(a && b)", "-a", "- -a", "-!a", "!-a", "- -1",
            "-(1)", "-(1.5)", "-1", "-1u", "-(1.f())", "-1.f()", "- -1.f()", "-a.b", "(-a).b", "-(a + b)", "a - -1", "a - -b", "a in b", "!(a in b)", "a < b == c", "a < (b == c)",
            "f(x, y)", ".f(x)", "x.f(y)", "x.f().g()", "(a + b).f()", "'a'.size()", "math.abs(x)", "a.b.c", ".a.b", "a.for", "a.`in`", "a.`b-c`", "a.`b c`.d", "a.?b", "a.?`b-c`", "a[0]", "a[?0]",
            "[]", "[1, 2]", "[?x, y]", "{}", "{'k': v}", "{?k: v, 1: 2}", "T{}", "T{f: v, g: 1}", "acme.T{?f: v}", ".T{`a b`: 1}",
            "has(a.b)", "has(a.b.c)", "has(f(x).`a-b`)", "l.all(x, x > 0)", "l.exists(x, x)", "l.exists_one(x, x)", "l.existsOne(x, x)", "l.map(x, x + 1)",
            "l.map(x, x > 0, x)", "l.filter(x, l.all(y, y < x))", "(a + b).map(x, x)", "true", "null", "1u", "0.5", "1e300", "-1e-07",
            "'it\\'s \\\\ \\n\\x00\\u2028医院'", "b'a\\xff\\x00'", "x == '' ? [1] : [{'a': T{b: -1}}]",
        ])
    func unchanged(text: String) throws {
        #expect(try Self.environment.parse(text).unparsed() == text)
    }

    @Test(
        "everything else is put in order",
        arguments: [
            ("((a)+(b))", "a + b"), ("(a && b) && (c && d)", "a && b && c && d"), ("a && (b && (c && d))", "a && b && (c && d)"), ("a?b:(c?d:e)", "a ? b : c ? d : e"), ("\"it's\"", "'it\\'s'"),
            ("0x10", "16"), ("1.50", "1.5"), (".5", "0.5"), ("1e5", "100000.0"), ("1e20", "1e20"), ("--a", "- -a"), ("a.`b`", "a.b"), ("[1,2,]", "[1, 2]"), ("r'\\d'", "'\\\\d'"),
            ("a // one\n + b", "a + b"), ("(-1).f()", "-1.f()"), ("-(1u)", "-1u"), ("{ 'a' : 1 , }", "{'a': 1}"),
        ])
    func inOrder(text: String, expected: String) throws {
        #expect(try Self.environment.parse(text).unparsed() == expected)
    }

    @Test("trees by code are written with the brackets they need, loops as the macros of their shape")
    func built() throws {
        let (a, b) = (Expression.identifier("a"), Expression.identifier("b"))
        let cases: [(Expression, String)] = [
            (.call("_&&_", [.call("_&&_", [a, b]), a]), "(a && b) && a"), (.call("_*_", [.call("_+_", [a, b]), a]), "(a + b) * a"),
            (.has(.call("_+_", [a, b]), field: "c"), "has((a + b).c)"), (.call("math.abs", [a]), "math.abs(a)"),
            (.call("-_", [.constant(.int(-1))]), "- -1"), (.call("-_", [.constant(.int(1))]), "-(1)"), (.call("_+_", [a]), "_+_(a)"),
            (.call("_?._", [a, b]), "_?._(a, b)"), (.call("?_", [a]), "?_(a)"), (.identifier("a.b"), "a.b"),
            (try Self.environment.parse("l.all(x, x > 0)").withoutMacroCalls, "l.all(x, x > 0)"),
            (try Self.environment.parse("has(a.b) && l.exists_one(x, x == 1)").withoutMacroCalls, "has(a.b) && l.exists_one(x, x == 1)"),
            (try Self.environment.parse("l.map(x, x)").withoutMacroCalls, "l.map(x, x)"),
            (try Self.environment.parse("-(1.exists_one(x, x))").withoutMacroCalls, "-(1.exists_one(x, x))"),
        ]
        for (tree, text) in cases { #expect(tree.unparsed() == text) }
    }

    @Test("a loop that no standard macro makes shows its fold, and so does one that would hide its accumulator")
    func folds() {
        var loop = Expression.Comprehension(
            variable: "x", range: .identifier("l"), accumulator: "sum", initial: .constant(.int(0)), condition: .constant(.bool(true)),
            step: .call("_+_", [.identifier("sum"), .identifier("x")]), result: .identifier("sum"))
        #expect(Expression.comprehension(loop).unparsed() == "@fold(x in l, sum = 0, true, sum + x, sum)")
        loop.secondVariable = "y"
        #expect(Expression.comprehension(loop).unparsed() == "@fold(x, y in l, sum = 0, true, sum + x, sum)")
        let hidden = Expression.comprehension(
            .init(
                variable: "x", range: .identifier("l"), accumulator: "r", initial: .list([]), condition: .constant(.bool(true)),
                step: .call("@append", [.identifier("r"), .call("size", [.identifier("r")])]), result: .identifier("r")))
        #expect(hidden.unparsed() == "@fold(x in l, r = [], true, @append(r, size(r)), r)")
    }

    @Test("constants without a literal are written as what gives them")
    func constants() throws {
        let span = CEL.Duration("90s")
        let cases: [(Value, String)] = [
            (.double(.nan), "0.0 / 0.0"), (.double(.infinity), "1.0 / 0.0"), (.double(-.infinity), "-1.0 / 0.0"), (.double(-0.0), "-0.0"),
            (.timestamp(try #require(Timestamp("2025-02-03T04:05:06.7Z"))), "timestamp('2025-02-03T04:05:06.7Z')"),
            (.duration(try #require(span)), "duration('90s')"), (.type(.int), "int"), (.type(.list(.int)), "list"), (.type(.timestamp), "google.protobuf.Timestamp"),
            (.list([.int(1), .double(1)]), "[1, 1.0]"), (.map(try MapValue([(.string("a"), .list([])), (.uint(1), .null)])), "{'a': [], 1u: null}"),
            (.optional(.string("a")), "optional.of('a')"), (.optional(nil), "optional.none()"),
        ]
        for (value, text) in cases { #expect(Expression.constant(value).unparsed() == text) }
        let infinite = Expression.constant(.double(.infinity))
        #expect(Expression.call("-_", [infinite]).unparsed() == "-(1.0 / 0.0)")
        #expect(Expression.call("_*_", [infinite, infinite]).unparsed() == "1.0 / 0.0 * (1.0 / 0.0)")
        #expect(Expression.member("f", of: infinite).unparsed() == "(1.0 / 0.0).f()")
    }

    @Test("what is written is read again as the same tree, over 5,000 random ones", arguments: 0..<10)
    func roundTrip(batch: Int) throws {
        for seed in batch * 500..<(batch + 1) * 500 {
            var source = RandomExpression(seed: UInt64(seed))
            let tree = source.make()
            let text = tree.unparsed()
            let parsed = try Self.environment.parse(text)
            try #require(parsed.withoutMacroCalls == tree, "seed \(seed): \(text)")
            try #require(parsed.unparsed() == text, "seed \(seed)")
            try #require(Self.environment.parse(parsed.unparsed()) == parsed, "seed \(seed)")
            try #require(!text.unicodeScalars.contains { ["\n", "\r", "\u{85}", "\u{2028}"].contains($0) }, "seed \(seed)")
        }
    }
}

@Suite("The official expressions as text", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct ConformanceUnparsingTests {
    static let themes = [
        "basic", "bindings_ext", "block_ext", "comparisons", "conversions", "encoders_ext", "fields", "fp_math", "integer_math", "lists",
        "logic", "macros", "macros2", "math_ext", "namespace", "network_ext", "optionals", "parse", "plumbing", "string", "string_ext",
        "timestamps", "type_deduction",
    ]

    @Test("what parses is written so that it parses to an equal tree, and checks to the same types", arguments: themes)
    func roundTrip(theme: String) throws {
        for test in try ConformanceFile(SharedData.url("cel/\(theme).json")).tests {
            guard let environment = test.environment(), let tree = try? environment.parse(test.expression) else { continue }
            let text = tree.unparsed()
            #expect(try environment.parse(text) == tree, "\(test.identity): \(test.expression) became \(text)")
            guard let checked = try? environment.check(tree) else { continue }
            try expectSameTypes(checked, checked.root.unparsed(), environment)
            // What only the standard macros make has a text without their calls too.
            let bare = checked.root.withoutMacroCalls.unparsed()
            if !bare.contains("@") { try expectSameTypes(checked, bare, environment) }
        }
    }

    private func expectSameTypes(_ checked: CheckedExpression, _ text: String, _ environment: Environment) throws {
        let again = try environment.compile(text)
        #expect(types(again) == types(checked), "\(text)")
    }

    private func types(_ checked: CheckedExpression) -> [CEL.`Type`] {
        var types: [CEL.`Type`] = []
        checked.root.visit { node in
            types.append(checked.type(of: node))
            return true
        }
        return types
    }
}
