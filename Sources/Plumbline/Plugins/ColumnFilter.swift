/// Which columns of a file are wanted; the others are not copied. Where headers are a row of the file, it also knows
/// which row that is.
public struct ColumnFilter: Sendable {
    private let predicate: @Sendable (RawHeader) -> Bool
    private let header: (@Sendable ([String]) -> Bool)?

    /// A filter that asks once for each header.
    ///
    /// - Parameter header: Whether the cells of a row are the header; nil where the first row always is.
    public init(
        isHeader header: (@Sendable ([String]) -> Bool)? = nil, _ predicate: @escaping @Sendable (RawHeader) -> Bool
    ) {
        self.header = header
        self.predicate = predicate
    }

    /// Every column.
    public static let all = ColumnFilter { _ in true }

    /// The columns whose header is one of the texts, letter by letter.
    public static func titled(_ texts: Set<String>) -> ColumnFilter { ColumnFilter { texts.contains($0.text) } }

    /// Whether the cells of one of a file's first rows are its header. A reader asks of the first row, and where that
    /// is none of the next ones; where none of them is, the first row is the header after all.
    public func isHeader(_ cells: [String]) -> Bool { header?(cells) ?? true }

    /// Whether the column under a header is wanted.
    public func wants(_ header: RawHeader) -> Bool { predicate(header) }
}
