import Diagnostics

/// The files that somebody submitted, each matched to the table that it holds.
public struct Submission: Sendable {
    /// One file to be read as the records of a table.
    public struct File: Sendable {
        public var source: ByteSource
        public var table: String
        public var reader: any SubmissionReader

        public init(source: ByteSource, table: String, reader: any SubmissionReader) {
            self.source = source
            self.table = table
            self.reader = reader
        }
    }

    /// Where data come from, as the user named it.
    public enum Origin: Hashable, Sendable {
        /// A folder whose files are matched to tables, or a single such file.
        case path(String)
        /// A file that is said to hold a table's records.
        case table(String, path: String)
        /// What the command gets on its standard input; which table it holds where the user says so.
        case standardInput(table: String?)
    }

    /// In the order of table, then path.
    public var files: [File] = []
    public var skipped: [SkippedFile] = []

    public init() {}
}
