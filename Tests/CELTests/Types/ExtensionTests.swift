import CEL
import Diagnostics
import Testing

/// A tiny number type, an ordered enumeration, a record and a macro: each comes in through a public
/// protocol only.
@Suite("What a host can bring")
struct ExtensionTests {
    /// A whole number of hundredths, which equals the ints that it equals.
    struct Cents: ObjectValue {
        static let type = Type.abstract("cents", [])
        let hundredths: Int64

        init(_ hundredths: Int64) { self.hundredths = hundredths }

        init?(_ value: Value) {
            switch value {
            case .object(let object as Cents): self = object
            case .int(let whole): self.init(whole * 100)
            default: return nil
            }
        }

        var type: Type { Cents.type }
        func equals(_ other: Value) -> Bool { Cents(other)?.hundredths == hundredths }
        func order(against other: Value) -> Ordering? {
            Cents(other).map { hundredths < $0.hundredths ? .ascending : hundredths == $0.hundredths ? .same : .descending }
        }
        func hash(into hasher: inout Hasher) { Value.hash(number: Double(hundredths) / 100, into: &hasher) }
        var description: String { "\(hundredths) cents" }
    }

    struct Grade: ObjectValue {
        static let names = ["low", "middle", "high"]
        let rank: Int
        var type: Type { .abstract("grade", []) }
        func equals(_ other: Value) -> Bool { if case .object(let object as Grade) = other { object.rank == rank } else { false } }
        func order(against other: Value) -> Ordering? {
            guard case .object(let object as Grade) = other else { return nil }
            return rank < object.rank ? .ascending : rank == object.rank ? .same : .descending
        }
        func hash(into hasher: inout Hasher) { hasher.combine(rank) }
        var description: String { Grade.names[rank] }
    }

    struct Literals: LiteralSemantics {
        func floating(_ text: String) -> Value? {
            let parts = text.split(separator: ".")
            guard parts.count == 2, parts[1].count == 2, let hundredths = Int64(parts[0] + parts[1]) else { return nil }
            return .object(Cents(hundredths))
        }

        func convert(_ literal: String, to type: Type) -> LiteralConversion {
            guard type == .abstract("grade", []) else { return .notApplicable }
            guard let rank = Grade.names.firstIndex(of: literal) else {
                return .fault(
                    message: Localized(zh: "没有 '\(literal)' 这一级", en: "there is no grade '\(literal)'"), help: nil)
            }
            return .value(.object(Grade(rank: rank)))
        }
    }

    struct Library: FunctionLibrary {
        let name = "tests"

        var functions: [Function] {
            let grade = Type.abstract("grade", [])
            return [
                Function("_+_", [
                    Overload(id: "add_cents", Cents.type, Cents.type, result: Cents.type) { a, b in
                        guard let a = Cents(a), let b = Cents(b) else { return .null }
                        return .object(Cents(a.hundredths + b.hundredths))
                    }
                ]),
                Function("_==_", [
                    Overload(id: "cents_equal_int", Cents.type, .int, result: .bool) { .bool($0 == $1) },
                ]),
                Function("@in", [
                    Overload(id: "int_in_cents", .int, .list(Cents.type), result: .bool) { element, list in
                        guard case .list(let elements) = list else { return .bool(false) }
                        return .bool(elements.contains(element))
                    }
                ]),
                Function("_>=_", [
                    Overload(id: "grade_at_least", grade, grade, result: .bool) { .bool($0.order(against: $1) != .ascending) },
                    Overload(id: "cents_at_least", Cents.type, Cents.type, result: .bool) { .bool($0.order(against: $1) != .ascending) },
                ]),
                Function("rank", [
                    Overload(id: "rank_grade", grade, result: .int) {
                        guard case .object(let object as Grade) = $0 else { return .null }
                        return .int(Int64(object.rank))
                    }
                ]),
                Function("measured", [
                    Overload(id: "measured", .parameter("A"), result: .bool, isStrict: false) {
                        if case .unknown = $0 { return .bool(false) }
                        return .bool(true)
                    }
                ]),
                Function("math.twice", [
                    Overload(id: "twice", .int, result: .int) {
                        guard case .int(let number) = $0 else { return .null }
                        return .int(number * 2)
                    }
                ]),
            ]
        }

        var macros: [Macro] {
            [
                Macro(name: "between", argumentCount: 2, isMember: true) { context, target, arguments in
                    guard let target else { return nil }
                    return .call(
                        "_&&_",
                        [
                            .call("_>=_", [target, arguments[0]], range: context.range),
                            .call("_<=_", [target, arguments[1]], range: context.range),
                        ], range: context.range)
                }
            ]
        }
    }

    struct Records: TypeProvider {
        func type(ofField field: String, of record: String) -> Type? { fields(of: record) == nil ? nil : ["beds": .int, "grade": .abstract("grade", [])][field] }
        func fields(of record: String) -> [String]? { record == "hospital" ? ["beds", "grade"] : nil }
        func constant(_ name: String) -> (Type, Value)? {
            name == "grades.HIGH" ? (.abstract("grade", []), .object(Grade(rank: 2))) : nil
        }
    }

    struct Hospital: ObjectValue {
        var type: Type { .record("hospital") }
        func equals(_ other: Value) -> Bool { false }
        func order(against other: Value) -> Ordering? { nil }
        func hash(into hasher: inout Hasher) {}
        func select(_ field: String) -> Value? {
            switch field {
            case "beds": .int(80)
            case "grade": .object(Grade(rank: 1))
            default: nil
            }
        }
        var description: String { "a hospital" }
    }

    static let environment = Environment(
        libraries: [StandardLibrary(), Library()],
        variables: ["grade": .abstract("grade", []), "grades": .list(.abstract("grade", [])), "h": .record("hospital"), "n": .int, "u": .int, "ok": .bool, "any": .dyn],
        types: Records(), literals: Literals())

    private func value(_ text: String) throws -> Value {
        ExtensionTests.environment.program(try ExtensionTests.environment.compile(text)).evaluate([
            "grade": .object(Grade(rank: 1)), "grades": .list([.object(Grade(rank: 0))]), "h": .object(Hospital()),
            "n": .int(5), "u": .unknown(UnknownSet(UnknownCause(code: "missing", subject: "u"))), "ok": .bool(true),
            "any": .object(Grade(rank: 1)),
        ])
    }

    @Test(
        "literals, overloads, records, constants, macros and name spaces do what the host says",
        arguments: [
            "grade == 'middle'", "'middle' == grade", "grade != 'high'", "grade >= 'low'", "!(grade >= 'high')", "grade in ['high', 'middle']",
            "!(grade in ['high'])", "'low' in grades", "!('high' in grades)", "rank('high') == 2", "grade == (ok ? 'middle' : 'low')",
            "grade in (ok ? ['middle'] : ['high', 'low'])", "grade == (ok ? (n > 9 ? 'low' : 'middle') : 'high')", "(ok ? ['middle'] : [grade]) == [grade]",
            "[grade] == ['middle']", "grade == grades.HIGH || true", "0.10 + 0.20 == 0.30", "0.10 + 0.90 == 1", "1 in [1.00]", "2.50 >= 1.00",
            "h.beds == 80", "h.grade == 'middle'", "has(h.beds)", "n.between(1, 9)", "measured(n)", "!measured(u)", "math.twice(n) == 10",
            "any == grade", "type(grade) == type(grade)", "0.5 == 0.5", "dyn(1.00) == 1", "dyn(1) == dyn(1.00)", "{'a': 1.00}['a'] == 1",
        ])
    func holds(text: String) throws {
        #expect(try value(text) == .bool(true))
    }

    @Test(
        "a literal that is no value of the type is a fault at the literal",
        arguments: [("grade == 'top'", 9..<14), ("grade in ['high', 'top']", 18..<23), ("rank('top') == 2", 5..<10), ("grade >= 'x' && n > 1", 9..<12)])
    func badLiteral(text: String, range: Range<Int>) throws {
        let faults = try #require(throws: ExpressionFaults.self) { try ExtensionTests.environment.compile(text) }
        #expect(faults.all.map(\.code) == ["bad-literal"])
        #expect(faults.all.map(\.range) == [range])
    }

    @Test("literals in a list beside other values are converted too, or are faults")
    func mixedList() throws {
        #expect(try value("grade in ['middle', 3]") == .bool(true))
        #expect(try value("grade in ['middle', h.grade]") == .bool(true))
        #expect(try value("grade in ['high', any]") == .bool(true))
        #expect(throws: ExpressionFaults.self) { try ExtensionTests.environment.compile("grade in ['top', h.grade]") }
        #expect(throws: ExpressionFaults.self) { try ExtensionTests.environment.compile("'high' in [n]") }
        #expect(try value("'a' in ['a', 3]") == .bool(true))
    }

    @Test("a field that a record does not have is a fault with the nearest name")
    func unknownField() throws {
        let faults = try #require(throws: ExpressionFaults.self) { try ExtensionTests.environment.compile("h.bed > 1") }
        #expect(faults.all.first?.range == 2..<5)
        #expect(faults.all.first?.help?.en == "did you mean 'beds'?")
    }

    @Test("a converted literal has the type it was converted to, and stands as a constant in the tree")
    func convertedTree() throws {
        let checked = try ExtensionTests.environment.compile("grade in ['high']")
        let list = checked.root.children[1]
        #expect(checked.type(of: list) == .list(.abstract("grade", [])))
        #expect(checked.type(of: list.children[0]) == .abstract("grade", []))
        #expect(list.children[0].range == 10..<16)
        #expect(checked.referencedVariables == ["grade"])
        #expect(checked.overloadIDs(of: checked.root) == ["in_list"])
    }

    @Test("an expression can be built by code, and names find their slots")
    func built() throws {
        let tree = Expression.call(
            "_&&_",
            [
                .call("_>=_", [.identifier("n"), .constant(.int(3))]),
                .conditional(.identifier("ok"), .call("_==_", [.identifier("grade"), .constant(.string("middle"))]), .constant(.bool(false))),
            ])
        let checked = try ExtensionTests.environment.check(tree)
        #expect(checked.referencedVariables == ["n", "ok", "grade"])
        let program = ExtensionTests.environment.program(checked)
        #expect(program.variables == ["n", "ok", "grade"])
        #expect(program.evaluate(slots: [.int(3), .bool(true), .object(Grade(rank: 1))]) == .bool(true))
        #expect(program.evaluate(slots: [.int(2), nil, nil]) == .bool(false))
    }

    @Test("overloads can be left out of the standard library and given anew under the same name")
    func omitted() throws {
        let environment = Environment(libraries: [StandardLibrary(omitting: ["add_int64"])], variables: ["n": .int])
        #expect(throws: ExpressionFaults.self) { try environment.compile("n + n") }
        #expect(throws: Never.self) { try environment.compile("[1].exists_one(x, x == 1) && [1].map(x, x) == [1]") }
    }
}
