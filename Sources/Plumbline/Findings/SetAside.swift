/// Rows of a file that are no records, and so were not read as any.
public struct SetAside: Hashable, Sendable {
    /// What the rows are.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A sum over other rows: 合计, 小计, 总计, 其中.
        case total
        /// What stands under a table: 注, 说明, 填表人.
        case note
        /// The header once more.
        case repeatedHeader = "repeated_header"
        /// Nothing but delimiters and blanks.
        case blank
        /// What stands above the header: the table's title, who filled it in.
        case title
        /// What the mapping of the file says to leave out.
        case dropped
    }

    /// How many addresses are kept of one kind.
    public static let addressLimit = 10

    public var kind: Kind
    public var count: Int
    /// The first rows, in file order.
    public var rows: [RowAddress]

    public init(kind: Kind, count: Int, rows: [RowAddress]) {
        self.kind = kind
        self.count = count
        self.rows = rows
    }
}
