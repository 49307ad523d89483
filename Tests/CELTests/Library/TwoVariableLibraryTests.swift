import CEL
import Testing

@Suite("Loops with two variables")
struct TwoVariableLibraryTests {
    private let fixture = LibraryFixture(TwoVariableLibrary(), variables: ["l": .list(.int)])

    @Test(
        "a macro is written out as one loop",
        arguments: [
            (
                "l.all(i, x, x > i)",
                "fold @result = true; i, x in l; while @not_strictly_false(@result); _&&_(@result, _>_(x, i)); @result"
            ),
            (
                "l.exists(i, x, x > i)",
                "fold @result = false; i, x in l; while @not_strictly_false(!_(@result)); "
                    + "_||_(@result, _>_(x, i)); @result"
            ),
            (
                "l.existsOne(i, x, x > i)",
                "@is_single(fold @result = []; i, x in l; while true; "
                    + "_?_:_(_>_(x, i), @append(@result, true), @result); @result)"
            ),
            (
                "l.transformList(i, x, x * i)",
                "fold @result = []; i, x in l; while true; @append(@result, _*_(x, i)); @result"
            ),
            (
                "l.transformList(i, x, x > i, x)",
                "fold @result = []; i, x in l; while true; _?_:_(_>_(x, i), @append(@result, x), @result); @result"
            ),
            ("l.transformMap(i, x, x)", "fold @result = {}; i, x in l; while true; @insert(@result, i, x); @result"),
            (
                "l.transformMapEntry(i, x, x > 0, {x: i})",
                "transformMapEntry@entries(fold @result = []; i, x in l; while true; "
                    + "_?_:_(_>_(x, 0), @append(@result, {x: i}), @result); @result)"
            ),
        ])
    func trees(text: String, expected: String) throws {
        #expect(try fixture.environment.parse(text).written == expected)
    }

    @Test("existsOne has a second spelling")
    func spelling() throws {
        let (one, other) = ("l.existsOne(i, x, x > i)", "l.exists_one(i, x, x > i)")
        #expect(try fixture.environment.parse(one).written == (try fixture.environment.parse(other).written))
    }

    @Test(
        "the variables have to be two plain names that differ",
        arguments: ["all", "exists", "existsOne", "exists_one", "transformList", "transformMap", "transformMapEntry"])
    func names(macro: String) {
        #expect(fixture.faults("l.\(macro)(x, x, true)") == ["repeated-loop-variable: x"])
        #expect(fixture.faults("l.\(macro)(1, x, true)") == ["loop-variable-expected: 1"])
        #expect(fixture.faults("l.\(macro)(i, l.x, true)") == ["loop-variable-expected: l.x"])
        #expect(fixture.faultCodes("l.\(macro)(i)") == ["misused-macro"])
    }

    @Test(
        "a list gives its indices and elements, a map its keys and values",
        arguments: [
            ("[3, 4, 5].all(i, x, x == i + 3)", "true"), ("[3, 4, 5].all(i, x, i < 2)", "false"),
            ("{'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 2)", "true"), ("{}.exists(k, v, true)", "false"),
            ("[].all(i, x, false)", "true"), ("[7, 8, 7].existsOne(i, x, x == 7)", "false"),
            ("[7, 8, 7].exists_one(i, x, i > 0 && x == 7)", "true"), ("[].existsOne(i, x, true)", "false"),
            ("[1, 2, 3].transformList(i, x, i * x + x)", "[1, 4, 9]"),
            ("[1, 2, 3].transformList(i, x, i % 2 == 0, i * x + x)", "[1, 9]"),
            ("{'甲': 1, '乙': 2}.transformList(k, v, k)", "['甲', '乙']"),
            ("{'甲': 1, '乙': 2}.transformMap(k, v, v > 1, k + '!')", "{'乙': '乙!'}"),
            ("[1, 2, 3].transformMap(i, x, i * x + x)", "{0: 1, 1: 4, 2: 9}"),
            ("{'a': 'b'}.transformMapEntry(k, v, {v: k})", "{'b': 'a'}"),
            (
                "[1, 2].transformMapEntry(i, x, {'a' + string(x): i, 'b' + string(x): x})",
                "{'a1': 0, 'b1': 1, 'a2': 1, 'b2': 2}"
            ),
            ("[1, 2].transformMapEntry(i, x, x > 1, {x: i})", "{2: 1}"), ("[1].transformMapEntry(i, x, {})", "{}"),
            ("[[1, 2], [3]].transformList(i, x, x.transformList(j, y, i * 10 + y))", "[[1, 2], [13]]"),
            ("{'h': ['hi']}.all(k, list, list.all(v, v.startsWith(k)))", "true"),
            ("[1, 2].transformMap(i, x, [x].transformMap(j, y, i + j + y))", "{0: {0: 1}, 1: {0: 3}}"),
        ])
    func values(text: String, expected: String) throws {
        #expect(try fixture.value(text).description == expected)
    }

    @Test("an element that decides does so whatever errors stand beside it; existsOne is no such loop")
    func errors() throws {
        #expect(try fixture.value("[0, 1].exists(i, x, 1 / x == 1)") == .bool(true))
        #expect(try fixture.value("[0, 2].all(i, x, 1 / x == 1)") == .bool(false))
        for text in [
            "[0, 2].exists(i, x, 1 / x == 1)", "[1, 1, 0].existsOne(i, x, 1 / x == 1)",
            "[0].transformList(i, x, 1 / x)",
            "[0, 1].transformList(i, x, 1 / x == 2, x)", "[0, 1].transformMap(i, x, 1 / x)",
            "[0, 1].transformMapEntry(i, x, {1 / x: i})",
        ] {
            #expect(try fixture.errorCode(text) == "division-by-zero", "\(text)")
        }
    }

    @Test("a key that comes twice is an error, and so is one that no map can have")
    func keys() throws {
        #expect(try fixture.errorCode("['a', 'a'].transformMapEntry(i, x, {x: i})") == "repeated-key")
        #expect(try fixture.errorCode("[1, dyn(1u)].transformMapEntry(i, x, {x: i})") == "repeated-key")
        #expect(try fixture.errorCode("[dyn(1.5)].transformMapEntry(i, x, {x: i})") == "unsupported-key")
    }

    @Test("types go through the loop")
    func types() throws {
        let types = [
            "l.transformList(i, x, string(x))": "list(string)", "l.transformMap(i, x, string(x))": "map(int, string)",
            "{'a': 1u}.transformMap(k, v, v)": "map(string, uint)",
            "l.transformMapEntry(i, x, {'a': x})": "map(string, int)",
            "l.all(i, x, x > i)": "bool", "l.existsOne(i, x, x > i)": "bool",
        ]
        for (text, type) in types { #expect(try fixture.environment.compile(text).type.description == type, "\(text)") }
        #expect(fixture.faults("l.all(i, x, x)") == ["condition-expected: x"])
        #expect(fixture.faultCodes("{'a': 1}.all(k, v, k > v)") == ["no-such-overload"])
        #expect(fixture.faultCodes("1.all(k, v, true)") == ["list-expected"])
        #expect(fixture.faults("l.transformMapEntry(i, x, x + 1)") == ["no-such-overload: x + 1"])
    }

    @Test("a map is gathered in place, so that a long one takes no time to speak of", .timeLimit(.minutes(10)))
    func time() throws {
        let list = Value.list((0..<100_000).map { .int($0) })
        #expect(try fixture.value("l.transformMap(i, x, x).size()", ["l": list]) == .int(100_000))
    }

    @Test("gathering takes steps that grow with the elements, not with their square")
    func cost() throws {
        let fixture = LibraryFixture(
            TwoVariableLibrary(), variables: ["l": .list(.int)], limits: Limits(cost: 1_000_000))
        let list = Value.list((0..<20_000).map { .int($0) })
        for text in [
            "l.transformList(i, x, x).size()", "l.transformMap(i, x, x).size()",
            "l.transformMapEntry(i, x, {x: i}).size()",
        ] {
            #expect(try fixture.value(text, ["l": list]) == .int(20_000), "\(text)")
        }
        #expect(try fixture.value("l.existsOne(i, x, x == i)", ["l": list]) == .bool(false))
    }
}
