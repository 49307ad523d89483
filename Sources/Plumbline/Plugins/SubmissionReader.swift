public import Diagnostics

/// Turns the bytes of one file format into batches of columns.
///
/// How many rows a batch has at most is a property of the reader; where it cuts depends on the content
/// alone, never on the size of the chunks that the bytes come in.
public protocol SubmissionReader: Sendable {
    /// The format's name in messages and options, such as `csv`.
    var name: String { get }
    /// The endings of file names that mean this format, in lower case without the dot, such as `["csv"]`.
    var fileExtensions: [String] { get }

    /// The tables that lie in a file beside each other, each with the reader for it; none where the file as a
    /// whole is one table.
    func parts(of source: ByteSource) throws(Diagnostic) -> [FilePart]

    /// Whether bytes without a name, such as those of the standard input, look like this format.
    func resembles(_ source: ByteSource) throws(Diagnostic) -> Bool

    /// A reader that takes a file for laid out as somebody says; nil where the format leaves nothing of that to be said.
    func reading(_ layout: FileLayout) -> (any SubmissionReader)?

    /// Hands the rows of a file to a sink, in file order.
    ///
    /// Every file that can be read gives at least one batch, which has no rows where the file has none.
    /// Rows that differ from their header are kept, and told in ``RawBatch/problems``. Where headers are a row of the
    /// file, ``ColumnFilter/isHeader(_:)`` says which; rows above it are told in ``RawBatch/titles``.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - columns: Which columns the batches hold; their headers are told all the same.
    ///   - sink: Takes the batches, and may ask for no more.
    /// - Throws: A `Diagnostic` at the first byte that is not of the format, where the file cannot be read,
    ///   or whatever the sink throws; rows since the last batch are not handed over then. A cell that does
    ///   not suit its column is no error here.
    func read(_ source: ByteSource, columns: ColumnFilter, into sink: inout some BatchSink) throws(Diagnostic)
}

extension SubmissionReader {
    public func parts(of source: ByteSource) throws(Diagnostic) -> [FilePart] { [] }

    public func resembles(_ source: ByteSource) throws(Diagnostic) -> Bool { false }

    public func reading(_ layout: FileLayout) -> (any SubmissionReader)? { nil }
}
