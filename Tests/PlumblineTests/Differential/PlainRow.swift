/// One record, as it was sent or as a roster expects it.
final class PlainRow: Hashable {
    enum Cell: Hashable {
        case value(PlainValue, text: String)
        case blank
        case unreadable(String)

        var text: String {
            switch self {
            case .value(_, let text), .unreadable(let text): text
            case .blank: ""
            }
        }
    }

    let table: PlainTable
    /// The record's number in its file, from 1.
    let number: Int
    var cells: [String: Cell]
    /// Why its cells are not known, where nobody sent it.
    var absence: PlainReason?
    /// Whether nobody knows of it but the rule that names it.
    var isOnlyNamed = false

    init(table: PlainTable, number: Int, cells: [String: Cell]) {
        (self.table, self.number, self.cells) = (table, number, cells)
    }

    var key: String {
        let parts = table.key.map(text)
        return parts.isEmpty || parts.contains("") ? "#\(number)" : parts.joined(separator: "/")
    }

    /// The key without the period: whose record it is.
    var subject: String { table.key.filter { $0 != table.period }.map(text).joined(separator: "/") }

    var year: Int? { table.period.flatMap { Int(text($0)) } }

    func text(_ field: String) -> String { cells[field]?.text ?? "" }

    static func == (a: PlainRow, b: PlainRow) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
