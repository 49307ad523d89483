/// What somebody says of how a file is laid out, where a look at it would not tell.
public struct FileLayout: Hashable, Sendable {
    /// The line on which the header stands, from 1; nil where it is found by looking.
    public var headerLine: Int?
    /// The headers of a file that has none, or other ones than those on ``headerLine``.
    public var headers: [String]?
    /// The character between two fields; nil where it is found by looking.
    public var delimiter: Character?
    /// How the file writes characters; nil where it is found by looking.
    public var encoding: TextEncoding?

    public init(headerLine: Int? = nil, headers: [String]? = nil, delimiter: Character? = nil, encoding: TextEncoding? = nil) {
        self.headerLine = headerLine
        self.headers = headers
        self.delimiter = delimiter
        self.encoding = encoding
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { self == FileLayout() }
}
