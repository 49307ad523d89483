import Diagnostics

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

extension SubmittedFile {
    /// The parts of the file, or the file itself where it has none.
    ///
    /// - Parameter tables: Those that the file may hold.
    func portions(among tables: [Table]) throws(Diagnostic) -> [Portion] {
        do throws(Diagnostic) {
            let parts = try reader.parts(of: source)
            guard parts.isEmpty else { return parts.enumerated().map { Portion(part: $0, name: $1.name, reader: $1.reader) } }
        } catch {
            throw error.withoutLine(of: tables)
        }
        return [Portion(part: nil, name: FilePath.stem(of: path), reader: reader)]
    }

    /// The file with a reader that knows how it is laid out.
    func laidOut(by mapping: FileMapping) throws(Diagnostic) -> SubmittedFile {
        guard !mapping.layout.isEmpty else { return self }
        guard let reader = reader.reading(mapping.layout) else { throw .noLayout(mapping, of: path, format: reader.name) }
        return read(by: reader)
    }
}
