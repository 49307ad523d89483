import Quantities

/// What kind of value a field's cells hold.
public enum FieldType: Hashable, Sendable {
    case string
    case integer
    case decimal
    case percent
    case boolean
    case date
    case datetime
    case duration
    case period
    case enumeration(Enumeration)
    /// A record of another table, written as the text of that record's key.
    case reference(String)
    /// Whatever the field's expression yields. Only fields that are computed have it, and the keys of groups of them,
    /// and only until a plan has checked the expression.
    case inferred

    /// The types that a vocabulary can name besides its own enumerations.
    static let named: [String: FieldType] = [
        "string": .string, "integer": .integer, "decimal": .decimal, "percent": .percent, "boolean": .boolean,
        "date": .date, "datetime": .datetime, "duration": .duration, "period": .period,
    ]

    /// The name by which a vocabulary writes the type.
    public var name: String {
        switch self {
        case .enumeration(let enumeration): enumeration.name
        case .reference(let table): table
        case .inferred: "inferred"
        default: Self.named.first { $0.value == self }?.key ?? ""
        }
    }

    /// Whether its values are numbers.
    public var isNumeric: Bool {
        switch self {
        case .integer, .decimal, .percent: true
        default: false
        }
    }

    var isReference: Bool {
        if case .reference = self { true } else { false }
    }

    /// The type of figures in a unit: a percent sign makes shares, every other unit plain numbers.
    static func figure(in unit: String?) -> FieldType {
        unit.flatMap { try? Unit.parse($0) } == .percent ? .percent : .decimal
    }
}
