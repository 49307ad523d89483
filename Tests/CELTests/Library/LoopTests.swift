import CEL
import Diagnostics
import Testing

@Suite("Loops that a host's arithmetic can take over")
struct LoopTests {
    /// Takes what is known, and nothing of the rest.
    private struct Lenient: AggregateArithmetic {
        let plain = PlainArithmetic()
        var numberTypes: [Type] { plain.numberTypes }
        var orderedTypes: [Type] { plain.orderedTypes }
        func resultType(of aggregate: Aggregate, over element: Type) -> Type {
            plain.resultType(of: aggregate, over: element)
        }
        func selection(of elements: [Value], for use: ElementUse) -> ElementSelection {
            .taken(elements.filter(\.isKnown))
        }
        func count(_ count: Int) -> Value { plain.count(count) }
        func sum(_ values: [Value], of element: Type) -> Value { plain.sum(values, of: element) }
        func mean(_ values: [Value]) -> Value { plain.mean(values) }
        func median(_ values: [Value]) -> Value { plain.median(values) }
        func share(_ part: Int, of whole: Int) -> Value { plain.share(part, of: whole) }
        func ratio(_ parts: [Value], to wholes: [Value]) -> Value { plain.ratio(parts, to: wholes) }
        func emptyGroup(_ aggregate: Aggregate) -> Value { plain.emptyGroup(aggregate) }
    }

    private struct Row: ObjectValue {
        let number: Value
        var type: Type { .record("row") }
        func equals(_ other: Value) -> Bool { false }
        func order(against other: Value) -> Ordering? { nil }
        func hash(into hasher: inout Hasher) {}
        func select(_ field: String) -> Value? { number }
        var description: String { "row" }
    }

    private struct Rows: TypeProvider {
        func type(ofField field: String, of record: String) -> Type? { field == "n" ? .int : nil }
        func fields(of record: String) -> [String]? { ["n"] }
        func constant(_ name: String) -> (Type, Value)? { nil }
    }

    private static let missing = Value.unknown(UnknownSet(UnknownCause(code: "missing", subject: "n")))

    /// `r` and the untyped `d` are rows with 1, nothing and 3.
    private func value(_ text: String, _ arithmetic: any AggregateArithmetic) throws -> Value {
        let environment = Environment(
            libraries: [
                StandardLibrary(), AggregateLibrary(arithmetic: arithmetic), LoopLibrary(arithmetic: arithmetic),
            ],
            variables: ["r": .list(.record("row")), "d": .list(.dyn)], types: Rows())
        let rows = Value.list([.int(1), LoopTests.missing, .int(3)].map { .object(Row(number: $0)) })
        return environment.program(try environment.compile(text)).evaluate(["r": rows, "d": rows])
    }

    @Test("what the arithmetic leaves out is in no loop", arguments: ["r", "d"])
    func lenient(list: String) throws {
        let arithmetic = Lenient()
        #expect(try value("\(list).all(x, x.n > 0)", arithmetic) == .bool(true))
        #expect(try value("\(list).exists(x, x.n > 3)", arithmetic) == .bool(false))
        #expect(try value("\(list).filter(x, x.n > 0).count()", arithmetic) == .int(2))
        #expect(try value("\(list).exists_one(x, x.n > 1)", arithmetic) == .bool(true))
        #expect(try value("\(list).map(x, x.n > 1, x.n)", arithmetic) == .list([.int(3)]))
        #expect(try value("\(list).count(x, x.n > 0)", arithmetic) == .int(2))
        #expect(try value("\(list).share(x, x.n > 1)", arithmetic) == .double(0.5))
        #expect(try value("\(list).distinct(x, x.n)", arithmetic) == .int(2))
        #expect(try value("\(list).max(x, x.n)", arithmetic) == .int(3))
    }

    @Test("by default the loops are those of the language", arguments: ["r", "d"])
    func asInTheLanguage(list: String) throws {
        let arithmetic = PlainArithmetic()
        #expect(try value("\(list).all(x, x.n > 1)", arithmetic) == .bool(false))
        #expect(try value("\(list).exists(x, x.n > 1)", arithmetic) == .bool(true))
        let open = [
            "all(x, x.n > 0)", "exists(x, x.n > 3)", "filter(x, x.n > 0)", "map(x, x.n > 0, 1)",
            "exists_one(x, x.n > 0)",
        ]
        for open in open {
            #expect(try value("\(list).\(open)", arithmetic) == LoopTests.missing)
        }
        #expect(try value("[].all(x, x > 0)", arithmetic) == .bool(true))
        #expect(try value("[].exists(x, x > 0)", arithmetic) == .bool(false))
        #expect(try value("{'a': 1, 'b': 2}.filter(k, k > 'a')", arithmetic) == .list([.string("b")]))
    }

    @Test("an element that decides does so whatever errors stand beside it, and ends the loop")
    func decided() throws {
        let arithmetic = PlainArithmetic()
        #expect(try value("[0, 1].exists(x, 1 / x == 1)", arithmetic) == .bool(true))
        #expect(try value("[0, 2].all(x, 1 / x == 1)", arithmetic) == .bool(false))
        for text in ["[0, 2].exists(x, 1 / x == 1)", "[1, 0].filter(x, 1 / x == 1)", "[1, 0].count(x, 1 / x == 1)"] {
            guard case .error(let error) = try value(text, arithmetic) else {
                Issue.record("an error is expected of \(text)")
                continue
            }
            #expect(error.code == "division-by-zero")
        }
    }

    @Test("beside an element that goes wrong one that is unknown could still decide, in whatever order they stand", arguments: ["r", "d"])
    func unknownBeforeError(list: String) throws {
        for text in ["all(x, 1 / (x.n - 1) >= 0)", "exists(x, 1 / (x.n - 1) > 1)", "all(x, 1 / (x.n - 3) <= 0)", "exists(x, 1 / (x.n - 3) > 0)"] {
            #expect(try value("\(list).\(text)", PlainArithmetic()) == LoopTests.missing)
        }
        // Where the known stand for all, there is nothing that could decide but the error.
        for text in ["all(x, 1 / (x.n - 1) > -1)", "exists(x, 1 / (x.n - 3) > 0)"] {
            guard case .error = try value("\(list).\(text)", Lenient()) else { Issue.record("an error is expected of \(text)"); continue }
        }
        #expect(try value("\(list).exists(x, 1 / (x.n - 1) == 0)", Lenient()) == .bool(true))
    }

    @Test(
        "a condition that is none is a fault where it stands",
        arguments: ["r.all(x, x.n)", "r.filter(x, x.n)", "r.count(x, x.n)", "r.share(x, x.n)", "r.map(x, x.n, 1)"])
    func conditionExpected(text: String) throws {
        do throws(ExpressionFaults) {
            _ = try Environment(
                libraries: [StandardLibrary(), AggregateLibrary(), LoopLibrary(arithmetic: PlainArithmetic())],
                variables: ["r": .list(.record("row"))], types: Rows()
            ).compile(text)
            Issue.record("a fault is expected of \(text)")
        } catch {
            #expect(error.all.map(\.code) == ["condition-expected"])
            #expect(error.all.first.map { Array(text)[$0.range].map(String.init).joined() } == "x.n")
        }
    }

    @Test("a condition that shows at run time only to be none is an error")
    func conditionAtRunTime() throws {
        guard case .error(let error) = try value("d.count(x, dyn(1))", PlainArithmetic()) else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "condition-expected")
    }
}
