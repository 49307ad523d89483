import CEL
import OrderedCollections
import Quantities

@testable import Plumbline

/// A record with children as an expression sees it, without tables and files: institutions and their staff.
struct StandIn: ObjectValue {
    let table: String
    let fields: [String: Value]

    var type: CEL.`Type` { .record(table) }
    func equals(_ other: Value) -> Bool { false }
    func order(against other: Value) -> Ordering? { nil }
    func hash(into hasher: inout Hasher) {}
    func select(_ field: String) -> Value? { fields[field] }
    var description: String { table }
}

extension StandIn {
    /// Somebody with a pay, an age, and whether they are licensed.
    static func person(pay: Value, licensed: Value = .bool(true), age: Value = .int(30)) -> Value {
        .object(
            StandIn(table: "staff", fields: ["pay": pay, "licensed": licensed, "name": .string("A"), "age": age]))
    }

    static func institution(_ staff: [Value]) -> Value {
        .object(StandIn(table: "institution", fields: ["staff": .list(staff)]))
    }

    static func missing(_ code: String = "missing", _ subject: String = "staff.pay") -> Value {
        .unknown(UnknownSet(UnknownCause(code: code, subject: subject)))
    }

    /// A missing number of a field with a range.
    static func missing(_ range: ClosedRange<Int>) -> Value {
        IntervalValue.missing(
            range: Field.Range(lower: Number(range.lowerBound), upper: Number(range.upperBound), text: ""),
            cause: UnknownCause(code: "missing", subject: "staff.pay"))
    }
}

/// The types of the stand-ins.
struct StandInTypes: TypeProvider {
    private static let types: [String: [String: CEL.`Type`]] = [
        "staff": ["pay": NumberValue.type, "licensed": .bool, "name": .string, "age": .int],
        "institution": ["staff": .list(.record("staff"))],
    ]

    func type(ofField field: String, of record: String) -> CEL.`Type`? { Self.types[record]?[field] }
    func fields(of record: String) -> [String]? { Self.types[record]?.keys.sorted() }
    func constant(_ name: String) -> (CEL.`Type`, Value)? { nil }
}

/// Expressions over `staff`, `institutions` and the numbers `t`, `u` and `v`, under one policy for missing data.
struct GroupExpressions {
    let environment: Environment

    init(_ missing: MissingPolicy, functions: [any FunctionLibrary] = []) {
        environment = Environment(
            libraries: RuleLanguage(Vocabulary(), functions: functions).libraries(missing: missing),
            variables: [
                "staff": .list(.record("staff")), "institutions": .list(.record("institution")),
                "t": NumberValue.type, "u": NumberValue.type, "v": NumberValue.type,
            ],
            types: StandInTypes(), literals: RuleLiterals(enumerations: [:]))
    }

    func program(_ text: String) throws -> Program { environment.program(try environment.checkedRule(text)) }

    func value(
        _ text: String, staff: [Value] = [], institutions: [Value] = [], numbers: [String: Value] = [:]
    ) throws -> Value {
        var variables = numbers
        variables["staff"] = .list(staff)
        variables["institutions"] = .list(institutions)
        return try program(text).evaluate(variables)
    }
}

extension Value {
    /// The codes of an unknown's causes in their order; nil for everything else.
    var causeCodes: [String]? {
        if case .unknown(let set) = self { set.causes.map(\.code) } else { nil }
    }

    /// A value as a table of expected ones writes it: an unknown by the first code of its causes.
    var shown: String { causeCodes?.first ?? description }
}
