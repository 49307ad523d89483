import Diagnostics

/// Opens what the user names, and finds the reader of its format.
struct FileOpener {
    let readers: [any SubmissionReader]
    /// What came through pipes: their bytes come once, and are looked at more often.
    private var piped: [FileStatus.Identity: ByteSource] = [:]

    init(readers: [any SubmissionReader]) { self.readers = readers }

    func reader(for path: String) -> (any SubmissionReader)? {
        let ending = FilePath.fileExtension(of: path)
        return readers.first { $0.fileExtensions.contains(ending) }
    }

    /// The standard input, whose format is found by looking.
    func standardInput(_ source: ByteSource) throws(Diagnostic) -> SubmittedFile {
        for reader in readers where try reader.resembles(source) { return SubmittedFile(standardInput: source, reader: reader) }
        throw .unknownFormat(source.name, known: extensions)
    }

    /// A file that is not there, or not of a known format, is said to be so at once, before anything is judged.
    mutating func file(_ path: String) throws(Diagnostic) -> SubmittedFile {
        let status = FileStatus(path)
        let isPipe = status?.kind == .special
        // Opening a pipe twice would lose what somebody is about to write to it.
        if !isPipe { _ = try ByteSource(path: path).open() }
        if SubmissionManifestLoader.isManifest(path) { throw .manifestAsData(path) }
        if DataMappingLoader.isMapping(path) { throw .mappingAsData(path) }
        guard let reader = reader(for: path) else { throw .unknownFormat(path, known: extensions) }
        var source = ByteSource(path: path)
        if isPipe, let identity = status?.identity {
            source = if let read = piped[identity] { read } else { try source.inMemory() }
            piped[identity] = source
        }
        return SubmittedFile(path: path, source: source, reader: reader)
    }

    private var extensions: [String] { readers.flatMap(\.fileExtensions) }
}
