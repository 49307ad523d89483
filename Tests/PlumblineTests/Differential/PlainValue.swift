/// What an expression comes to, without intervals: a missing cell is unknown, or imagined as one value after another.
enum PlainValue: Hashable {
    case number(PlainNumber)
    case text(String)
    case flag(Bool)
    /// A step of an ordered enumeration, from 0, and its name.
    case rank(Int, String)
    /// A day, as `2024-12-31`.
    case day(PlainDay)
    case null
    case row(PlainRow)
    /// Why there is no value; never empty.
    case unknown(Set<PlainReason>)
    /// The expression itself is at fault on this record.
    case failure

    var causes: Set<PlainReason>? { if case .unknown(let causes) = self { causes } else { nil } }
    var isKnown: Bool { causes == nil && self != .failure }
    var number: PlainNumber? { if case .number(let number) = self { number } else { nil } }
    var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

    static func unknown(_ cause: PlainReason) -> Self { .unknown([cause]) }

    /// What an operation comes to that needs all of these and cannot be done with one of them.
    static func obstacle(among values: [PlainValue]) -> PlainValue? {
        if values.contains(.failure) { return .failure }
        let open = values.compactMap(\.causes)
        if open.count == 1 { return .unknown(open[0]) }
        var causes = open.reduce(into: Set()) { $0.formUnion($1) }
        // What has bounds decides nothing beside what has none.
        if causes.count > 1 { causes.remove(.missing_decides) }
        return causes.isEmpty ? nil : .unknown(causes)
    }

    /// The value as findings and groups print it.
    var shown: String {
        switch self {
        case .number(let number): number.description
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .rank(_, let name): name
        case .day(let day): day.text
        case .null: "null"
        case .row(let row): row.key
        case .unknown(let causes): "?\(causes.min().map(\.rawValue) ?? "")"
        case .failure: "!"
        }
    }
}
