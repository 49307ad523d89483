/// What a reader found out about a file by looking at it, for people to see that it looked right.
public struct FileForm: Hashable, Sendable {
    /// How the file writes characters; nil where the format is not a text.
    public var encoding: TextEncoding?
    /// The character between two fields; nil where the format has none.
    public var delimiter: Character?

    public init(encoding: TextEncoding? = nil, delimiter: Character? = nil) {
        self.encoding = encoding
        self.delimiter = delimiter
    }
}
