/// Which columns of a file are wanted; the others are not copied.
public struct ColumnFilter: Sendable {
    private let predicate: @Sendable (RawHeader) -> Bool

    /// A filter that asks once for each header.
    public init(_ predicate: @escaping @Sendable (RawHeader) -> Bool) { self.predicate = predicate }

    /// Every column.
    public static let all = ColumnFilter { _ in true }

    /// The columns whose header is one of the texts, letter by letter.
    public static func titled(_ texts: Set<String>) -> ColumnFilter { ColumnFilter { texts.contains($0.text) } }

    /// Whether the column under a header is wanted.
    public func wants(_ header: RawHeader) -> Bool { predicate(header) }
}
