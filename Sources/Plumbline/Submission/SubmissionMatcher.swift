public import Diagnostics
import OrderedCollections

/// Finds out which table each submitted file holds: as the user says, by the file's name, or by its headers.
public struct SubmissionMatcher {
    private let vocabulary: Vocabulary
    private let readers: [any SubmissionReader]
    private let standardInput: ByteSource?
    private var submission = Submission()
    private var diagnostics = Diagnostics()

    private init(vocabulary: Vocabulary, readers: [any SubmissionReader], standardInput: ByteSource?) {
        self.standardInput = standardInput
        self.vocabulary = vocabulary
        self.readers = readers
    }

    /// Matches all files of all origins. A file in a folder that fits no table is listed as skipped and is no fault.
    ///
    /// - Parameter standardInput: What came on the standard input, where an origin asks for it.
    /// - Throws: A path that is not there, a table or a format that nobody knows, a file that fits two tables.
    public static func match(
        _ origins: [Submission.Origin], vocabulary: Vocabulary, readers: [any SubmissionReader],
        standardInput: ByteSource? = nil
    ) throws(Diagnostics) -> Submission {
        var matcher = SubmissionMatcher(vocabulary: vocabulary, readers: readers, standardInput: standardInput)
        for origin in origins { matcher.add(origin) }
        guard !matcher.diagnostics.hasErrors else { throw matcher.diagnostics }
        return matcher.sorted
    }
}

private extension SubmissionMatcher {
    /// By table in the vocabulary's order, then as they were found.
    var sorted: Submission {
        var result = submission
        result.files = vocabulary.tables.keys.flatMap { table in submission.files.filter { $0.table == table } }
        return result
    }

    mutating func add(_ origin: Submission.Origin) {
        do throws(Diagnostic) {
            switch origin {
            case .table(let table, let path): try add(path, as: table)
            case .standardInput(let table): try addStandardInput(as: table)
            case .path(let path):
                guard let folder = Folder(path) else { return try addNamed(path) }
                for file in try folder.filesBelow() { try addFound(file, in: path) }
            }
        } catch {
            diagnostics.append(error)
        }
    }

    mutating func add(_ path: String, as name: String) throws(Diagnostic) {
        let table = try table(named: name)
        guard Folder(path) == nil else { throw .folderAsTable(path, table: name) }
        guard let reader = reader(for: path) else { throw .unknownFormat(path, known: extensions) }
        try add(ByteSource(path: path, name: SubmittedName.of(path, in: nil)), path: path, as: table, reader)
    }

    /// A source that is said to hold a table: all of it, or the parts of it that are called so.
    mutating func add(_ source: ByteSource, path: String, as table: Table, _ reader: any SubmissionReader) throws(Diagnostic) {
        // A file that is not there is said to be so at once, before anything is judged.
        _ = try source.open()
        let parts = try reader.parts(of: source)
        guard !parts.isEmpty else { return take(source, as: table.name, reader) }
        let named = parts.filter { part in table.names.contains { HeaderName($0) == HeaderName(part.name) } }
        guard !named.isEmpty else { throw .noSuchPart(table.name, of: path, among: parts.map(\.name)) }
        for part in named { take(source, as: table.name, part.reader) }
    }

    /// A single file that the user named: it has to fit.
    mutating func addNamed(_ path: String) throws(Diagnostic) {
        let source = ByteSource(path: path, name: SubmittedName.of(path, in: nil))
        _ = try source.open()
        guard let reader = reader(for: path) else { throw .unknownFormat(path, known: extensions) }
        guard try add(source, path: path, reader) else { throw .fitsNoTable(path, among: vocabulary.tables.keys) }
    }

    /// A file that happened to lie in a folder: it may be something else.
    mutating func addFound(_ path: String, in folder: String) throws(Diagnostic) {
        let name = SubmittedName.of(path, in: folder)
        guard let reader = reader(for: path) else {
            return skip(name, Localized(zh: "不是能读取的数据格式", en: "not a format that can be read"))
        }
        do throws(Diagnostic) {
            if try add(ByteSource(path: path, name: name), path: path, reader) { return }
        } catch {
            let mayBeOther = reader.sharedExtensions.contains(FilePath.fileExtension(of: path))
            guard mayBeOther, table(called: FilePath.stem(of: path)) == nil else { throw error }
            return skip(name, error.message)
        }
        skip(name, Localized(zh: "文件名和列名与任何表都不符", en: "neither its name nor its columns fit a table"))
    }

    /// The standard input, whose format is found by looking.
    mutating func addStandardInput(as name: String?) throws(Diagnostic) {
        guard let source = standardInput else { return }
        let table: Table? = if let name { try table(named: name) } else { nil }
        guard let reader = try reader(resembling: source) else { throw .unknownFormat(source.name, known: extensions) }
        if let table { return try add(source, path: source.name, as: table, reader) }
        guard try add(source, path: "", reader) else { throw .fitsNoTable("-", among: vocabulary.tables.keys) }
    }

    /// Finds the table of a source, or of each of its parts.
    ///
    /// - Returns: Whether anything fits.
    mutating func add(_ source: ByteSource, path: String, _ reader: any SubmissionReader) throws(Diagnostic) -> Bool {
        let parts = try reader.parts(of: source)
        guard !parts.isEmpty else {
            guard let table = try table(of: source, called: FilePath.stem(of: path), reader) else { return false }
            take(source, as: table, reader)
            return true
        }
        var fits = false
        for part in parts {
            if let table = try table(of: source, called: part.name, part.reader) {
                take(source, as: table, part.reader)
                fits = true
            } else {
                skip("\(source.name) \(part.name)", Localized(zh: "名称和列名与任何表都不符", en: "neither its name nor its columns fit a table"))
            }
        }
        return fits
    }

    func table(named name: String) throws(Diagnostic) -> Table {
        if let table = vocabulary.tables[name] ?? vocabulary.tables.values.first(where: { $0.names.contains(name) }) { return table }
        throw .unknownDataTable(name, among: vocabulary.tables.keys)
    }

    mutating func take(_ source: ByteSource, as table: String, _ reader: any SubmissionReader) {
        submission.files.append(Submission.File(source: source, table: table, reader: reader))
    }

    mutating func skip(_ name: String, _ reason: Localized) {
        submission.skipped.append(SkippedFile(file: name, reason: reason))
    }

    var extensions: [String] { readers.flatMap(\.fileExtensions) }

    func reader(for path: String) -> (any SubmissionReader)? {
        let ending = FilePath.fileExtension(of: path)
        return readers.first { $0.fileExtensions.contains(ending) }
    }

    /// The first reader that takes the bytes for its format.
    func reader(resembling source: ByteSource) throws(Diagnostic) -> (any SubmissionReader)? {
        for reader in readers where try reader.resembles(source) { return reader }
        return nil
    }

    func table(called name: String) -> String? {
        let name = HeaderName(name)
        return vocabulary.tables.values.first { $0.names.contains { HeaderName($0) == name } }?.name
    }

    func table(of source: ByteSource, called name: String, _ reader: any SubmissionReader) throws(Diagnostic) -> String? {
        if let named = table(called: name) { return named }
        var headers = HeaderSink()
        try reader.read(source, columns: ColumnFilter { _ in false }, into: &headers)
        let fits = vocabulary.tables.values.map { (table: $0.name, count: fit(headers.headers, $0)) }.filter { $0.count > 0 }
        guard let best = fits.map(\.count).max() else { return nil }
        let tables = fits.filter { $0.count == best }.map(\.table)
        guard tables.count == 1 else { throw .fitsSeveralTables(source.name, tables) }
        return tables[0]
    }

    /// How many fields of a table the headers name; 0 where the key, or most of the headers, are something else.
    func fit(_ headers: [RawHeader], _ table: Table) -> Int {
        let matcher = HeaderMatcher(table)
        let found = Set(headers.compactMap { matcher.match($0.text)?.field })
        let key = table.keyFields.compactMap { table.fields.index(forKey: $0) }
        guard key.allSatisfy(found.contains), found.count * 2 >= headers.count else { return 0 }
        return found.count
    }
}

/// Takes a file's headers and stops.
private struct HeaderSink: BatchSink {
    var headers: [RawHeader] = []

    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
        headers = batch.headers
        return .enough
    }
}
