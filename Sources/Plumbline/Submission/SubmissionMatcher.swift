public import Diagnostics
import OrderedCollections

/// Finds out which table each submitted file holds: as the user says, by the file's name, or by its headers.
public struct SubmissionMatcher {
    private let vocabulary: Vocabulary
    private let readers: [any SubmissionReader]
    private var submission = Submission()
    private var diagnostics = Diagnostics()

    private init(vocabulary: Vocabulary, readers: [any SubmissionReader]) {
        self.vocabulary = vocabulary
        self.readers = readers
    }

    /// Matches all files of all origins. A file in a folder that fits no table is listed as skipped and is no fault.
    ///
    /// - Throws: A path that is not there, a table or a format that nobody knows, a file that fits two tables.
    public static func match(
        _ origins: [Submission.Origin], vocabulary: Vocabulary, readers: [any SubmissionReader]
    ) throws(Diagnostics) -> Submission {
        var matcher = SubmissionMatcher(vocabulary: vocabulary, readers: readers)
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
            case .path(let path):
                guard let folder = Folder(path) else { return try addNamed(path) }
                for file in try folder.filesBelow() { try addFound(file, in: path) }
            }
        } catch {
            diagnostics.append(error)
        }
    }

    mutating func add(_ path: String, as table: String) throws(Diagnostic) {
        guard let definition = vocabulary.tables[table] ?? vocabulary.tables.values.first(where: { $0.names.contains(table) })
        else { throw .unknownDataTable(table, among: vocabulary.tables.keys) }
        guard Folder(path) == nil else { throw .folderAsTable(path, table: table) }
        guard let reader = reader(for: path) else { throw .unknownFormat(path, known: extensions) }
        // A file that is not there is said to be so at once, before anything is judged.
        _ = try ByteSource(path: path).open()
        take(path, as: definition.name, reader)
    }

    /// A single file that the user named: it has to fit.
    mutating func addNamed(_ path: String) throws(Diagnostic) {
        _ = try ByteSource(path: path).open()
        guard let reader = reader(for: path) else { throw .unknownFormat(path, known: extensions) }
        guard let table = try table(of: path, reader) else { throw .fitsNoTable(path, among: vocabulary.tables.keys) }
        take(path, as: table, reader)
    }

    /// A file that happened to lie in a folder: it may be something else.
    mutating func addFound(_ path: String, in folder: String) throws(Diagnostic) {
        let name = SubmittedName.of(path, in: folder)
        guard let reader = reader(for: path) else {
            return skip(name, Localized(zh: "不是能读取的数据格式", en: "not a format that can be read"))
        }
        guard let table = try table(of: path, reader) else {
            return skip(name, Localized(zh: "文件名和列名与任何表都不符", en: "neither its name nor its columns fit a table"))
        }
        take(path, in: folder, as: table, reader)
    }

    mutating func take(_ path: String, in folder: String? = nil, as table: String, _ reader: any SubmissionReader) {
        let source = ByteSource(path: path, name: SubmittedName.of(path, in: folder))
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

    func table(of path: String, _ reader: any SubmissionReader) throws(Diagnostic) -> String? {
        let stem = HeaderName(FilePath.stem(of: path))
        if let named = vocabulary.tables.values.first(where: { $0.names.contains { HeaderName($0) == stem } }) { return named.name }
        var headers = HeaderSink()
        try reader.read(ByteSource(path: path), columns: ColumnFilter { _ in false }, into: &headers)
        let fits = vocabulary.tables.values.map { (table: $0.name, count: fit(headers.headers, $0)) }.filter { $0.count > 0 }
        guard let best = fits.map(\.count).max() else { return nil }
        let tables = fits.filter { $0.count == best }.map(\.table)
        guard tables.count == 1 else { throw .fitsSeveralTables(path, tables) }
        return tables[0]
    }

    /// How many fields of a table the headers name; 0 where the key, or most of the headers, are something else.
    func fit(_ headers: [RawHeader], _ table: Table) -> Int {
        let index = table.headerIndex()
        let found = Set(headers.compactMap { index[HeaderName($0.text)] })
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
