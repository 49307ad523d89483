import CEL
import Diagnostics
import Testing

@Suite("Aggregates over lists")
struct AggregateTests {
    private static let missing = UnknownSet(UnknownCause(code: "missing", subject: "pay"))

    /// People with a grade, a pay and a bonus; the second one's bonus is not known.
    private struct Person: ObjectValue {
        let fields: [String: Value]
        var type: Type { .record("person") }
        func equals(_ other: Value) -> Bool { false }
        func order(against other: Value) -> Ordering? { nil }
        func hash(into hasher: inout Hasher) {}
        func select(_ field: String) -> Value? { fields[field] }
        var description: String { "person" }
    }

    private struct People: TypeProvider {
        let fields: [String: Type] = ["grade": .string, "pay": .int, "hours": .double, "bonus": .int]
        func type(ofField field: String, of record: String) -> Type? { fields[field] }
        func fields(of record: String) -> [String]? { fields.keys.sorted() }
        func constant(_ name: String) -> (Type, Value)? { nil }
    }

    private func value(_ text: String, empty: Bool = false) throws -> Value {
        let environment = Environment(
            libraries: [StandardLibrary(), AggregateLibrary()],
            variables: ["p": .list(.record("person")), "d": .list(.dyn)], types: People())
        let people = [("a", 10, Value.int(1)), ("b", 30, .unknown(AggregateTests.missing)), ("a", 20, .int(5))].map {
            Value.object(
                Person(fields: ["grade": .string($0.0), "pay": .int(Int64($0.1)), "hours": .double(4), "bonus": $0.2]))
        }
        return environment.program(try environment.compile(text)).evaluate([
            "p": .list(empty ? [] : people), "d": .list([.int(1), .int(2)]),
        ])
    }

    @Test(
        "an aggregate is computed over the elements",
        arguments: [
            ("p.count()", Value.int(3)), ("p.count(x, x.pay > 10)", .int(2)), ("p.sum(x, x.pay)", .int(60)),
            ("p.sum(x, x.hours)", .double(12)), ("p.avg(x, x.pay)", .double(20)), ("p.min(x, x.pay)", .int(10)),
            ("p.max(x, x.grade)", .string("b")), ("p.median(x, x.pay)", .double(20)), ("p.share(x, x.grade == 'b')", .double(1.0 / 3)),
            ("p.distinct(x, x.grade)", .int(2)), ("p.ratio(x, x.pay, x.hours)", .double(5)),
            ("p.filter(x, x.grade == 'a').avg(x, x.pay)", .double(15)), ("d.sum(x, x)", .int(3)), ("[1.5, 2.5].median(x, x)", .double(2)),
        ])
    func aggregates(text: String, expected: Value) throws {
        #expect(try value(text) == expected)
    }

    @Test("count and sum of nothing are zero, the others an error", arguments: Aggregate.allCases)
    func emptyGroup(aggregate: Aggregate) throws {
        let name = aggregate.rawValue
        switch aggregate {
        case .count, .distinct: #expect(try value("p.\(name)(x, x.pay > 0)", empty: true) == .int(0))
        case .sum:
            #expect(try value("p.sum(x, x.pay)", empty: true) == .int(0))
            #expect(try value("p.sum(x, x.hours)", empty: true).description == "0.0")
        default:
            let arguments = aggregate == .ratio ? "x.pay, x.hours" : aggregate == .share ? "x.pay > 0" : "x.pay"
            guard case .error(let error) = try value("p.\(name)(x, \(arguments))", empty: true) else {
                Issue.record("an error is expected")
                return
            }
            #expect(error.code == "empty-group")
        }
    }

    @Test(
        "an element whose value is unknown makes the whole unknown",
        arguments: ["p.sum(x, x.bonus)", "p.avg(x, x.bonus)", "p.count(x, x.bonus > 0)", "p.share(x, x.bonus > 0)", "p.distinct(x, x.bonus)"])
    func unknownElement(text: String) throws {
        #expect(try value(text) == .unknown(AggregateTests.missing))
    }

    @Test("NaN is passed over by min and max wherever it stands, and makes a median NaN")
    func notANumber() throws {
        #expect(try value("[0.0 / 0.0, 1.0, 2.0].min(x, x)") == .double(1))
        #expect(try value("[2.0, 0.0 / 0.0, 1.0].max(x, x)") == .double(2))
        for text in ["[0.0 / 0.0, 1.0, 2.0].median(x, x)", "[1.0, 2.0, 0.0 / 0.0].median(x, x)", "[0.0 / 0.0].min(x, x)"] {
            #expect(try value(text).description == "NaN")
        }
    }

    @Test("elements of a kind that cannot be reckoned with are an error, also where only their values show it",
        arguments: ["[dyn('a')].sum(x, x)", "[dyn('a'), 1].min(x, x)", "[dyn('a'), 'b'].median(x, x)", "[dyn(1), 'b'].sum(x, x)"])
    func wrongKind(text: String) throws {
        guard case .error(let error) = try value(text) else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "wrong-kind")
    }

    @Test("equal maps count once, in whatever order their entries were written")
    func distinctMaps() throws {
        #expect(try value("[{'a': 1, 'b': 2}, {'b': 2u, 'a': 1.0}, {'a': 2, 'b': 1}].distinct(x, x)") == .int(2))
    }

    @Test("ratio takes the elements where both parts are measured")
    func ratioSkipsUnknowns() throws {
        #expect(try value("p.ratio(x, x.bonus, x.pay)") == .double(6.0 / 30))
        guard case .error(let error) = try value("p.ratio(x, x.pay, x.hours - 4.0)") else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "division-by-zero")
    }
}
