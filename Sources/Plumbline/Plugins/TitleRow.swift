/// A row that stands above a table's header, such as the table's title or who filled it in.
public struct TitleRow: Hashable, Sendable {
    /// How much of a row's text is kept, in characters.
    public static let textLimit = 200

    /// The line from 1 on which the row starts.
    public var line: Int
    /// The texts of the cells that hold any, with blanks between them; the beginning where they are long.
    public var text: String

    public init(line: Int, cells: [String]) {
        self.line = line
        text = String(cells.map { CellText.trimmed($0) }.filter { !$0.isEmpty }.joined(separator: " ").prefix(Self.textLimit))
    }
}
