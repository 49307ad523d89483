public import Diagnostics

/// What a `submission.yaml` says of the files beside it and below it: who submits, for which period, which tables
/// came, and which have nothing to report.
public struct SubmissionManifest: Sendable {
    /// A name that the file gives, and where.
    public struct Mention: Hashable, Sendable {
        public var name: String
        public var location: Location

        public init(_ name: String, at location: Location) {
            self.name = name
            self.location = location
        }
    }

    /// What the submission is called.
    public var name: String
    /// Keys or labels of the records that it is for, as written; nil where it is for every record whose rows lie in
    /// the folder.
    public var submitters: [Mention]?
    /// The name of the submitters' table in the vocabulary; nil where it is left out.
    public var table: Mention?
    /// The period that the submission is for; nil where it is left out.
    public var period: CalendarPeriod?
    /// The tables that came, by their names in the vocabulary, each once; nil where the file does not say.
    public var tables: [Mention]?
    /// The tables that came with nothing to report, by their names in the vocabulary, each once and none of ``tables``.
    public var nilReturns: [Mention] = []
    /// Those of ``tables`` of which no file was found; the submission's problems tell them.
    public var absent: Set<String> = []
    /// Which of the data that the user named the file lies in, from 0.
    public var origin = 0
    /// The folder that the file lies in, as ``Submission/File/folder`` has it.
    public var folder = ""
    /// The file as reports call it.
    public var file: String

    public init(name: String, file: String) {
        self.name = name
        self.file = file
    }

    /// Whether a file of the submission lies in the manifest's folder or below it.
    public func covers(_ file: Submission.File) -> Bool {
        guard origin == file.origin else { return false }
        return folder.isEmpty || file.folder == folder || file.folder.hasPrefix(folder + "/")
    }

    /// Whether the file says that a table came, with rows or with nothing to report. One that it lists and that is
    /// ``absent`` did not come, whatever it says: not sent is not empty.
    ///
    /// - Parameter table: The table's name in the vocabulary.
    public func lists(_ table: String) -> Bool {
        if nilReturns.contains(where: { $0.name == table }) { return true }
        return !absent.contains(table) && tables?.contains { $0.name == table } ?? false
    }
}
