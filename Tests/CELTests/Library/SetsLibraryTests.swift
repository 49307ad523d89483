import CEL
import Diagnostics
import Synchronization
import Testing

@Suite("Lists as sets")
struct SetsLibraryTests {
    private func value(_ text: String, _ lists: [String: [Value]] = [:]) throws -> Value {
        let environment = Environment(
            libraries: [StandardLibrary(), SetsLibrary()], variables: lists.mapValues { _ in .list(.dyn) })
        return environment.program(try environment.compile(text)).evaluate(lists.mapValues { .list($0) })
    }

    @Test(
        "elements are compared by the language's equality, whatever their number and order",
        arguments: [
            ("sets.contains([], [])", true), ("sets.contains([], [1])", false), ("sets.contains([1], [])", true),
            ("sets.contains([1, 2, 3, 4], [2, 3, 2])", true), ("sets.contains([1, 2.0, 3u], [1.0, 2u, 3])", true),
            ("sets.contains(['医院', '学校'], ['医院'])", true), ("sets.contains(['é'], ['e\\u0301'])", false),
            ("sets.contains([[1], [2, 3]], [[2, 3.0]])", true), ("sets.contains([1, 2], [2, 3])", false),
            ("sets.contains([9007199254740993], [dyn(9007199254740993.0)])", true),
            ("sets.contains([0.0 / 0.0], [0.0 / 0.0])", false),
            ("sets.contains([{'a': 0.0 / 0.0}], [{'a': 0.0 / 0.0}])", false),
            ("sets.contains([dyn(-0.0)], [0])", true), ("sets.contains([dyn(true), null], [1])", false),

            ("sets.equivalent([], [])", true), ("sets.equivalent([], [1])", false),
            ("sets.equivalent([1], [1, 1])", true),
            ("sets.equivalent([1], [1u, 1.0])", true), ("sets.equivalent([1, 2, 3], [3u, 2.0, 1])", true),
            ("sets.equivalent([1, 2], [1, 2, 3])", false), ("sets.equivalent([1, 2, 3], [1, 2])", false),
            ("sets.equivalent([0.0 / 0.0], [0.0 / 0.0])", false),
            ("sets.equivalent([{'甲': 1, '乙': 2}], [{'乙': 2u, '甲': 1.0}])", true),

            ("sets.intersects([], [])", false), ("sets.intersects([1], [])", false),
            ("sets.intersects([], [1])", false),
            ("sets.intersects([1], [1, 2])", true), ("sets.intersects([[1], [2, 3]], [[1, 2], [2, 3.0]])", true),
            ("sets.intersects([0.0 / 0.0, 1.0], [0.0 / 0.0])", false), ("sets.intersects(['甲'], ['乙', '甲'])", true),
        ])
    func relations(text: String, expected: Bool) throws {
        #expect(try value(text) == .bool(expected))
    }

    @Test("a list with NaN is no part of itself, even where it is one and the same list")
    func sameList() throws {
        let list: [Value] = [.double(.nan), .list([.double(.nan)])]
        for relation in ["contains", "equivalent", "intersects"] {
            #expect(try value("sets.\(relation)(l, l)", ["l": list]) == .bool(false))
        }
    }

    @Test(
        "what is no pair of lists of one type is a fault",
        arguments: [
            "sets.contains([1], ['a'])", "sets.contains([1], 1)", "sets.intersects([1])", "sets.equivalent({}, {})",
        ])
    func faults(text: String) throws {
        do throws(ExpressionFaults) {
            _ = try Environment(libraries: [StandardLibrary(), SetsLibrary()]).compile(text)
            Issue.record("a fault is expected of \(text)")
        } catch {
            #expect(error.all.map(\.code) == ["no-such-overload"])
        }
    }

    @Test("what is no list at run time is an error")
    func wrongKind() throws {
        guard case .error(let error) = try value("sets.contains([1], dyn('a'))") else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "no-such-overload")
    }

    @Test("the relations agree with quadratic versions on mixed values", arguments: 0..<60)
    func plainVersions(seed: UInt64) throws {
        var random = MixedValues(seed: seed)
        let first = random.list(count: Int.random(in: 0...12, using: &random.generator))
        var second = random.list(count: Int.random(in: 0...6, using: &random.generator))
        if seed % 2 == 0 { second = Array(first.shuffled(using: &random.generator).prefix(6)) }
        func contains(_ list: [Value], _ part: [Value]) -> Bool {
            part.allSatisfy { value in list.contains { MixedValues.same($0, value) } }
        }
        let lists = ["a": first, "b": second]
        #expect(try value("sets.contains(a, b)", lists) == .bool(contains(first, second)))
        #expect(try value("sets.equivalent(a, b)", lists) == .bool(contains(first, second) && contains(second, first)))
        let intersects = first.contains { value in second.contains { MixedValues.same($0, value) } }
        #expect(try value("sets.intersects(a, b)", lists) == .bool(intersects))
    }

    @Test("each element is compared with few others", arguments: ["contains", "equivalent", "intersects"])
    func linear(relation: String) throws {
        let comparisons = Comparisons()
        let first = (0..<10_000).map { Value.object(Tagged(number: $0, comparisons: comparisons)) }
        let second = first.indices.map { Value.object(Tagged(number: -1 - $0, comparisons: comparisons)) }
        #expect(try value("sets.\(relation)(a, b)", ["a": first, "b": second]) == .bool(false))
        #expect(try value("sets.\(relation)(a, b)", ["a": first, "b": first.reversed()]) == .bool(true))
        #expect(comparisons.count.load(ordering: .relaxed) < 20 * first.count)
    }
}
