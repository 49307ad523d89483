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
        default: Self.named.first { $0.value == self }?.key ?? ""
        }
    }

    public var isNumeric: Bool {
        switch self {
        case .integer, .decimal, .percent: true
        default: false
        }
    }
}
