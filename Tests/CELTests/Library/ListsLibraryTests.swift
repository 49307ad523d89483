import CEL
import Diagnostics
import Synchronization
import TestSupport
import Testing

@Suite("Functions over whole lists")
struct ListsLibraryTests {
    private static let libraries: [any FunctionLibrary] = [StandardLibrary(), AggregateLibrary(), ListsLibrary()]

    private func value(
        _ text: String, _ lists: [String: [Value]] = [:], cost: Int = 10_000_000, _ more: [any FunctionLibrary] = []
    ) throws -> Value {
        let environment = Environment(
            libraries: Self.libraries + more, variables: lists.mapValues { _ in .list(.dyn) },
            limits: Limits(cost: cost))
        return environment.program(try environment.compile(text)).evaluate(lists.mapValues { .list($0) })
    }

    private func unchecked(_ text: String) throws -> Value {
        let environment = Environment(libraries: Self.libraries)
        return environment.uncheckedProgram(try environment.parse(text)).evaluate()
    }

    private func code(_ value: Value) -> String? {
        guard case .error(let error) = value else { return nil }
        return error.code.rawValue
    }

    @Test(
        "a function gives what its definition says, whether types were checked or not",
        arguments: [
            ("[].distinct()", "[]"), ("[-2, 5, -2, 1, 1, 5, -2, 1].distinct()", "[-2, 5, 1]"),
            ("[1, 'b', 2, 'b'].distinct()", "[1, 'b', 2]"), ("[1, 1.0, 2, 2u].distinct()", "[1, 2]"),
            ("[[1], [1.0], [2]].distinct()", "[[1], [2]]"), ("['医院', '学校', '医院'].distinct()", "['医院', '学校']"),
            ("[0.0 / 0.0, 0.0 / 0.0].distinct()", "[NaN, NaN]"),
            ("[[0.0 / 0.0], [0.0 / 0.0]].distinct()", "[[NaN], [NaN]]"),
            ("['é', 'e\\u0301'].distinct().size()", "2"),
            ("[{'a': 1, 'b': 2}, {'b': 2u, 'a': 1.0}].distinct().size()", "1"),
            ("[null, false, 0].distinct()", "[null, false, 0]"),

            ("dyn([]).flatten()", "[]"), ("dyn([1, 2]).flatten()", "[1, 2]"),
            ("[1, [2, [3, 4]]].flatten()", "[1, 2, [3, 4]]"),
            ("[1, 2, [], [], [3, 4]].flatten()", "[1, 2, 3, 4]"), ("[[1, 2], [3]].flatten()", "[1, 2, 3]"),
            ("[1, [2, [3, [4]]]].flatten(0)", "[1, [2, [3, [4]]]]"),
            ("[1, [2, [3, [4]]]].flatten(2)", "[1, 2, 3, [4]]"),
            ("[1, [2, [3, [4]]]].flatten(9223372036854775807)", "[1, 2, 3, 4]"), ("[1, 2, 3].flatten(1)", "[1, 2, 3]"),
            ("[[], [[]], [[[]]]].flatten(2)", "[[]]"), ("[{'a': [1]}, ['院']].flatten()", "[{'a': [1]}, '院']"),

            ("lists.range(4)", "[0, 1, 2, 3]"), ("lists.range(0)", "[]"), ("lists.range(-5)", "[]"),
            ("lists.range(3).map(x, x * x)", "[0, 1, 4]"), (".lists.range(2)", "[0, 1]"),
            ("lists.range(1000000).size()", "1000000"),

            ("[].reverse()", "[]"), ("[5, 1, 2, 3].reverse()", "[3, 2, 1, 5]"), ("['甲', '乙'].reverse()", "['乙', '甲']"),

            ("[1, 2, 3, 4].slice(0, 4)", "[1, 2, 3, 4]"), ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"),
            ("[1, 2, 3, 4].slice(4, 4)", "[]"), ("[].slice(0, 0)", "[]"),

            ("[].first()", "optional.none()"), ("[].last()", "optional.none()"),
            ("[1, 2, 3].first()", "optional.of(1)"),
            ("[1, 2, '三'].last()", "optional.of('三')"), ("[null].first()", "optional.of(null)"),

            ("[].sort()", "[]"), ("[4, 3, 2, 1].sort()", "[1, 2, 3, 4]"), ("[2u, 1u].sort()", "[1u, 2u]"),
            ("[2.5, -0.5, 1.0 / 0.0].sort()", "[-0.5, 2.5, inf]"), ("[true, false].sort()", "[false, true]"),
            ("['d', 'a', 'B', ''].sort()", "['', 'B', 'a', 'd']"), ("['丙', '甲', '乙'].sort()", "['丙', '乙', '甲']"),
            ("['\\U00010000', '\\uffff'].sort() == ['\\uffff', '\\U00010000']", "true"),
            ("[b'b', b'a', b''].sort() == [b'', b'a', b'b']", "true"),
            ("[duration('2s'), duration('1s')].sort()[0] == duration('1s')", "true"),
            ("[timestamp('2025-01-02T00:00:00Z'), timestamp('2025-01-01T00:00:00Z')].sort()[0].getDate()", "1"),
            ("[2.0, 0.0 / 0.0, 1.0, 0.0 / 0.0].sort()", "[1.0, 2.0, NaN, NaN]"),

            ("[].sortBy(e, e)", "[]"), ("[-3, 1, -5, -2, 4].sortBy(e, -(e * e))", "[-5, 4, -3, -2, 1]"),
            ("['ccc', 'a', 'bb', 'd', 'ee'].sortBy(e, size(e))", "['a', 'd', 'bb', 'ee', 'ccc']"),
            ("[{'f': 'lo'}, {'f': 'hi'}].sortBy(m, m.f)", "[{'f': 'hi'}, {'f': 'lo'}]"),
            ("['一二', '三'].sortBy(e, e.size())", "['三', '一二']"), ("lists.range(3).sortBy(e, -e)", "[2, 1, 0]"),
            ("[3, 1, 2].sortBy(e, e == 1 ? 0.0 / 0.0 : double(e))", "[2, 3, 1]"),
            ("[[3, 1], [2]].sortBy(l, l.sortBy(e, e)[0])", "[[3, 1], [2]]"),
            ("[[3, 1], [2]].map(l, l.sortBy(e, e)).sortBy(l, -l[0]).sortBy(l, l.size())", "[[2], [1, 3]]"),
            ("[2, 1].sortBy(e, [e, 5].sortBy(x, -x)[1])", "[1, 2]"),
        ])
    func functions(text: String, expected: String) throws {
        #expect(try value(text).description == expected)
        #expect(try unchecked(text).description == expected)
    }

    @Test(
        "what cannot be done is an error with a code of its own, in both languages",
        arguments: [
            ("[1, 2].slice(2, 1)", "slice-out-of-range"), ("[1, 2].slice(0, 3)", "slice-out-of-range"),
            ("[1, 2].slice(-1, 1)", "slice-out-of-range"), ("[1, 2].slice(-2, -1)", "slice-out-of-range"),
            ("[1, 2].slice(0, 9223372036854775807)", "slice-out-of-range"),
            ("[[1]].flatten(-1)", "negative-depth"), ("[].flatten(-9223372036854775808)", "negative-depth"),
            ("lists.range(1000001)", "range-too-long"), ("lists.range(9223372036854775807)", "range-too-long"),
            ("['d', 3, 2, 'c'].sort()", "mixed-elements"), ("[1, 2u].sort()", "mixed-elements"),
            ("[1, 2.0].sort()", "mixed-elements"), ("[dyn([1])].sort()", "unordered-elements"),
            ("[null, dyn(1)].sort()", "unordered-elements"), ("[1, dyn(null)].sort()", "mixed-elements"),
            ("[1, 2].sortBy(e, e == 1 ? dyn('一') : dyn(2))", "mixed-elements"),
            ("[1].sortBy(e, dyn({}))", "unordered-elements"),
            ("[1, 0].sortBy(e, 1 / e)", "division-by-zero"), ("dyn({}).flatten()", "no-such-overload"),
            ("dyn(1).sort()", "no-such-overload"), ("[].flatten(dyn('1'))", "no-such-overload"),
            ("lists.range(dyn('a'))", "no-such-overload"), ("dyn('abc').distinct()", "no-such-overload"),
        ])
    func errors(text: String, expected: String) throws {
        for result in [try value(text), try unchecked(text)] {
            guard case .error(let error) = result else {
                Issue.record("an error is expected of \(text)")
                continue
            }
            #expect(error.code.rawValue == expected)
            #expect(error.message.zh != error.message.en)
            #expect(error.range != nil)
            #expect(!error.message.en.contains("@") && !error.message.zh.contains("@"))
        }
    }

    @Test(
        "types that do not fit are a fault before anything is evaluated, named as they are written",
        arguments: [
            ("[1, 2].flatten()", "no-such-overload"), ("[[1]].sort()", "no-such-overload"),
            ("1.distinct()", "no-such-overload"),
            ("lists.range('a')", "no-such-overload"), ("lists.range(1, 2)", "no-such-overload"),
            ("[1].sortBy(e, [e])", "no-such-overload"), ("[1].sortBy(1, 2)", "loop-variable-expected"),
            ("[1].slice(1)", "no-such-overload"), ("[1].first() == 1", "no-such-overload"),
            ("[1].sort()[0] == 'a'", "no-such-overload"), ("['a'].slice(0, 1)[0] == 1", "no-such-overload"),
        ])
    func faults(text: String, expected: String) throws {
        do throws(ExpressionFaults) {
            _ = try Environment(libraries: Self.libraries).compile(text)
            Issue.record("a fault is expected of \(text)")
        } catch {
            #expect(error.all.map(\.code.rawValue) == [expected])
            #expect(error.all.allSatisfy { !$0.message.en.contains("@") })
        }
    }

    @Test("distinct() without arguments stands beside the aggregate with two")
    func besideAggregates() throws {
        #expect(try value("[1, 2, 1].distinct(x, x) == 2 && [1, 2, 1].distinct() == [1, 2]") == .bool(true))
        #expect(try value("[0.0 / 0.0, 0.0 / 0.0, 1.0].distinct(x, x)") == .int(3))
    }

    @Test("a key is evaluated once for each element, and the list once")
    func evaluatedOnce() throws {
        let calls = Calls()
        let list = [3, 1, 2, 5, 4, 9, 7, 8, 6].map { Value.int($0) }
        let sorted = try value("counted(l).sortBy(e, counted(e))", ["l": list], [calls])
        #expect(sorted.description == "[1, 2, 3, 4, 5, 6, 7, 8, 9]")
        #expect(calls.count.load(ordering: .relaxed) == list.count + 1)
    }

    @Test("an unknown list makes an unknown result")
    func unknown() throws {
        let environment = Environment(libraries: Self.libraries, variables: ["l": .list(.int)])
        let unknown = Value.unknown(UnknownSet(UnknownCause(code: "missing", subject: "l")))
        for text in ["l.sort()", "l.sortBy(e, -e)", "l.distinct()", "l.first()", "l.slice(0, 1)", "lists.range(l[0])"] {
            #expect(environment.program(try environment.compile(text)).evaluate(["l": unknown]) == unknown, "\(text)")
        }
    }
}

// MARK: - Against plain versions

extension ListsLibraryTests {
    @Test("distinct and sort agree with quadratic versions on mixed values", arguments: 0..<60)
    func plainVersions(seed: UInt64) throws {
        var random = MixedValues(seed: seed)
        let mixed = random.list(count: Int.random(in: 0...60, using: &random.generator))
        var kept: [Value] = []
        for value in mixed where !kept.contains(where: { MixedValues.same($0, value) }) { kept.append(value) }
        #expect(try value("l.distinct()", ["l": mixed]).description == Value.list(kept).description)

        let alike = random.listOfOneKind(count: Int.random(in: 0...60, using: &random.generator))
        var sorted: [Value] = []
        for value in alike {
            // Insertion behind everything that is not above: stable, with NaN above all.
            let place = sorted.firstIndex { MixedValues.isAbove($0, value) } ?? sorted.count
            sorted.insert(value, at: place)
        }
        #expect(try value("l.sort()", ["l": alike]).description == Value.list(sorted).description)
        #expect(try value("l.sortBy(e, e)", ["l": alike]).description == Value.list(sorted).description)
    }
}

// MARK: - Bounds

extension ListsLibraryTests {
    @Test("a range is a list of ints")
    func rangeType() throws {
        let environment = Environment(libraries: Self.libraries)
        #expect(try environment.compile("lists.range(3)").type == .list(.int))
    }

    @Test("a range is charged for its length, whichever way it is called")
    func rangeIsCharged() throws {
        // The lengths are variables: what is constant is made when the expression is planned.
        let one: [String: [Value]] = ["l": [.int(0)]]
        #expect(try value("lists.range(l.size() * 1000).size()", one, cost: 4_000) == .int(1000))
        #expect(code(try value("lists.range(l.size() * 1000).size()", one, cost: 900)) == "cost-limit")
        #expect(code(try value("lists.range(30).map(x, lists.range(1000000).size())")) == "cost-limit")
        #expect(code(try value(".lists.range(l.size() * 1000).size()", one, cost: 900)) == "cost-limit")
    }

    @Test("lists that share their elements cannot be flattened into more than the limit allows")
    func flattenIsCharged() throws {
        var shared = Value.list(Array(repeating: .int(1), count: 10))
        for _ in 0..<30 { shared = .list(Array(repeating: shared, count: 10)) }
        #expect(code(try value("l.flatten(100)", ["l": [shared]])) == "cost-limit")
        #expect(code(try value("l.distinct()", ["l": [shared]])) == "cost-limit")
    }

    @Test("distinct compares each element with few others, and those that equal nothing with none")
    func distinctIsLinear() throws {
        let comparisons = Comparisons()
        let list = (0..<20_000).map { Value.object(Tagged(number: $0 % 10_000, comparisons: comparisons)) }
        #expect(try value("l.distinct().size()", ["l": list]) == .int(10_000))
        #expect(comparisons.count.load(ordering: .relaxed) < 3 * list.count)
        let nothing = Array(repeating: Value.list([.double(.nan)]), count: 200_000)
        #expect(try value("l.distinct().size()", ["l": nothing]) == .int(200_000))
    }
}

/// `counted(x)` gives `x` and counts how often it was called.
private final class Calls: FunctionLibrary {
    let name = "calls"
    let count = Atomic(0)

    var functions: [Function] {
        let anything = Type.parameter("A")
        return [
            Function(
                "counted",
                [
                    Overload(id: "counted", anything, result: anything) { [self] in
                        count.add(1, ordering: .relaxed)
                        return $0
                    }
                ])
        ]
    }
}
