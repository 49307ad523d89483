import Diagnostics

/// The files that somebody submitted, each matched to the table that it holds.
public struct Submission: Sendable {
    /// One file to be read as the records of a table.
    public struct File: Sendable {
        /// Where its bytes come from.
        public var source: ByteSource
        /// The table whose records it holds.
        public var table: String
        /// What reads its format.
        public var reader: any SubmissionReader
        /// Which of the data that the user named the file is, or lies in, from 0.
        public var origin: Int
        /// The file's folder below the one that the user named, such as `县/射洪`; empty for a file in that folder
        /// itself, for one that was named by itself, and for the standard input.
        public var folder: String
        /// What a mapping says of the file; nil where its own headers tell.
        var mapping: FileMapping?

        public init(
            source: ByteSource, table: String, reader: any SubmissionReader, origin: Int = 0, folder: String = ""
        ) {
            self.init(source: source, table: table, reader: reader, origin: origin, folder: folder, mapping: nil)
        }

        init(
            source: ByteSource, table: String, reader: any SubmissionReader, origin: Int, folder: String, mapping: FileMapping?
        ) {
            self.source = source
            self.table = table
            self.reader = reader
            self.origin = origin
            self.folder = folder
            self.mapping = mapping
        }
    }

    /// A file that was not read and seems to hold a table.
    struct PassedOver: Sendable {
        /// The file, as reports call it.
        var file: String
        var table: String
        var origin: Int
        /// The folder as that of a ``File``.
        var folder: String
    }

    /// A file that a ruleset brings itself.
    public struct Reference: Sendable {
        /// The file as others are.
        public var file: File
        /// Whether it lists who must answer.
        public var isRoster: Bool
    }

    /// Where data come from, as the user named it.
    public enum Origin: Hashable, Sendable {
        /// A folder whose files are matched to tables, or a single such file.
        case path(String)
        /// A file that is said to hold a table's records.
        case table(String, path: String)
        /// What the command gets on its standard input; which table it holds where the user says so.
        case standardInput(table: String?)

        /// The table that the user names.
        var tableName: String? {
            switch self {
            case .path: nil
            case .table(let name, _): name
            case .standardInput(let name): name
            }
        }
    }

    /// In the order of table, then path.
    public var files: [File] = []
    /// The files that rulesets bring: rosters, and figures that plans lean on.
    public var references: [Reference] = []
    /// The files that belong to no table, or cannot be read.
    public var skipped: [SkippedFile] = []
    /// Those among them that seem to hold a table, of which more may have been sent, therefore, than was read.
    var passedOver: [PassedOver] = []
    /// What the `submission.yaml` files say, as they were found.
    public var manifests: [SubmissionManifest] = []
    /// How what came differs from what they say; a run tells it with the problems of the records.
    public var problems: [DataProblem] = []

    public init() {}
}
