/// Consecutive rows of a file, column by column, before any cell is understood.
public struct RawBatch: Sendable {
    /// All headers known so far, wanted or not, in the order that the file has them first. A later batch
    /// may add some at the end where the format names columns in every row, as JSON Lines does.
    public let headers: [RawHeader]
    /// The wanted columns in the order of their headers; each holds one cell for each of ``rows``.
    public let columns: [RawColumn]
    /// The addresses of the rows; empty where the file has no rows.
    public let rows: [RowAddress]
    /// What is wrong with the rows of this batch, in file order; what is wrong with the header comes with
    /// the first batch.
    public let problems: [RowProblem]
    /// The rows above the header, which come with the first batch.
    public let titles: [TitleRow]
    /// How the file turned out to be written; the same in every batch of it.
    public let form: FileForm

    /// A batch of columns that hold a cell for each of the rows.
    ///
    /// - Precondition: Every column has as many cells as there are rows.
    public init(
        headers: [RawHeader], columns: [RawColumn], rows: [RowAddress], problems: [RowProblem] = [],
        titles: [TitleRow] = [], form: FileForm = FileForm()
    ) {
        precondition(columns.allSatisfy { $0.count == rows.count }, "a column differs in length from the rows")
        self.headers = headers
        self.columns = columns
        self.rows = rows
        self.problems = problems
        self.titles = titles
        self.form = form
    }

    /// How many rows the batch has.
    public var rowCount: Int { rows.count }
}
