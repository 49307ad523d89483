/// One of several tables that lie in one file, such as an array of a JSON object.
public struct FilePart: Sendable {
    /// What the file calls it.
    public var name: String
    /// Reads this part of the file and no other.
    public var reader: any SubmissionReader

    public init(name: String, reader: any SubmissionReader) {
        self.name = name
        self.reader = reader
    }
}
