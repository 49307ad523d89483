/// A file as it was come by, or the standard input, before anybody knows what it holds.
struct SubmittedFile {
    /// One table's worth of a file: all of it, or one of the tables that lie in it beside each other.
    struct Portion {
        /// Which of the file's parts it is, from 0; nil where it is the whole file.
        var part: Int?
        /// What the file calls the part, or what the file itself is called.
        var name: String
        var reader: any SubmissionReader
    }

    let path: String
    /// The folder that the file was found in; nil where it was named by itself.
    let folder: String?
    let source: ByteSource
    private(set) var reader: any SubmissionReader
    /// Nil for the standard input.
    let identity: FileStatus.Identity?
    let isStandardInput: Bool

    init(path: String, folder: String? = nil, source: ByteSource, reader: any SubmissionReader) {
        self.path = path
        self.folder = folder
        self.source = source
        self.reader = reader
        identity = FileStatus(path)?.identity
        isStandardInput = false
    }

    /// The file as another reader of its format reads it.
    func read(by reader: any SubmissionReader) -> SubmittedFile {
        var file = self
        file.reader = reader
        return file
    }

    /// The standard input, which stands under the name of a dash in commands, and is no file of that name.
    init(standardInput source: ByteSource, reader: any SubmissionReader) {
        path = "-"
        folder = nil
        self.source = source
        self.reader = reader
        identity = nil
        isStandardInput = true
    }
}
