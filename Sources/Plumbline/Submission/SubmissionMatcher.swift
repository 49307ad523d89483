public import Diagnostics
import OrderedCollections

/// Finds out which table each submitted file holds: as the user says, by the file's name, or by its headers.
public struct SubmissionMatcher {
    private let finder: TableFinder
    private let readers: [any SubmissionReader]
    /// The tables of the files that the user says the table of: that holds also where a folder has them.
    private var said: [FileStatus.Identity: String] = [:]
    private var taken: [FileStatus.Identity: Item] = [:]
    private var files: [Item] = []
    private var skipped: [Skip] = []
    private var diagnostics = Diagnostics()

    private struct Item {
        var path: String
        /// The folder that the file was found in; nil where it was named by itself.
        var folder: String?
        var table: String
        var reader: any SubmissionReader

        var submittedPath: SubmittedPath { SubmittedPath(path, in: folder) }
    }

    private struct Skip {
        var path: String
        var folder: String
        var why: Why
    }

    private enum Why {
        case reason(Localized)
        /// The file was taken under another path.
        case sameFile(path: String)
    }

    private init(vocabulary: Vocabulary, readers: [any SubmissionReader]) {
        finder = TableFinder(vocabulary: vocabulary)
        self.readers = readers
    }

    /// Matches all files of all origins. Each file is read once, however many paths and links lead to it.
    ///
    /// What lies in a folder and fits no table, or is no file, is listed as skipped and is no fault. A file that the
    /// user names a table for holds that table, also where it lies in a folder that is named as well.
    ///
    /// - Throws: A path that is not there, a table or a format that nobody knows, a file that fits two tables or
    ///   was named for two.
    public static func match(
        _ origins: [Submission.Origin], vocabulary: Vocabulary, readers: [any SubmissionReader]
    ) throws(Diagnostics) -> Submission {
        var matcher = SubmissionMatcher(vocabulary: vocabulary, readers: readers)
        matcher.noteTables(of: origins)
        for origin in origins { matcher.add(origin) }
        guard !matcher.diagnostics.hasErrors else { throw matcher.diagnostics }
        return matcher.submission
    }
}

private extension SubmissionMatcher {
    mutating func noteTables(of origins: [Submission.Origin]) {
        for case .table(let name, let path) in origins {
            guard let identity = FileStatus(path)?.identity, said[identity] == nil else { continue }
            // A name that no table has is told when its turn comes.
            said[identity] = try? finder.table(called: name)
        }
    }

    mutating func add(_ origin: Submission.Origin) {
        do throws(Diagnostic) {
            switch origin {
            case .table(let table, let path): try add(path, as: table)
            case .path(let path):
                guard let folder = Folder(path) else { return try addNamed(path) }
                for entry in try folder.entriesBelow() { try add(entry, in: path) }
            }
        } catch {
            diagnostics.append(error)
        }
    }

    mutating func add(_ path: String, as name: String) throws(Diagnostic) {
        let table = try finder.table(called: name)
        guard Folder(path) == nil else { throw .folderAsTable(path, table: name) }
        try take(Item(path: path, table: table, reader: try readerOfNamed(path)))
    }

    /// A single file that the user named: it has to fit.
    mutating func addNamed(_ path: String) throws(Diagnostic) {
        let reader = try readerOfNamed(path)
        switch try match(ByteSource(path: path), at: path, reader) {
        case .table(let table): try take(Item(path: path, table: table, reader: reader))
        case .nothing(let fault): throw fault ?? .fitsNoTable(path, among: finder.vocabulary.tables.keys)
        case .withoutKey(let table, let columns): throw .lacksKey(path, table, columns: columns)
        }
    }

    mutating func add(_ entry: Folder.Entry, in folder: String) throws(Diagnostic) {
        switch entry {
        case .file(let path): try addFound(path, in: folder)
        case .special(let path):
            skip(path, in: folder, Localized(zh: "是管道或设备，不是文件", en: "a pipe or a device, and not a file"))
        case .repeated(let path, let first):
            let name = SubmittedPath(first, in: folder).name
            skip(path, in: folder, Localized(
                zh: "指向文件夹“\(name)”，其中的文件只读取一次", en: "leads to the folder '\(name)', whose files are read once"))
        }
    }

    /// A file that happened to lie in a folder: it may be something else.
    mutating func addFound(_ path: String, in folder: String) throws(Diagnostic) {
        guard let reader = reader(for: path) else {
            return skip(path, in: folder, Localized(zh: "不是能读取的数据格式", en: "not a format that can be read"))
        }
        let source = ByteSource(path: path, name: SubmittedPath(path, in: folder).name)
        switch try match(source, at: path, reader) {
        case .table(let table): try take(Item(path: path, folder: folder, table: table, reader: reader))
        case .nothing(because: nil):
            skip(path, in: folder, Localized(zh: "文件名和列名与任何表都不符", en: "neither its name nor its columns fit a table"))
        case .withoutKey(let table, let columns):
            skip(path, in: folder, Diagnostic.lacksKey(path, table, columns: columns).message)
        case .nothing(let fault?):
            skip(path, in: folder, Localized(
                zh: "文件名与任何表都不符，也无法读取列名：\(fault.message.zh)",
                en: "its name fits no table, and its columns cannot be read: \(fault.message.en)"))
        }
    }

    func match(_ source: ByteSource, at path: String, _ reader: any SubmissionReader) throws(Diagnostic) -> TableFinder.Match {
        if let table = FileStatus(path).flatMap({ said[$0.identity] }) { return .table(table) }
        return try finder.match(source, at: path, reader)
    }

    private mutating func take(_ item: Item) throws(Diagnostic) {
        if let identity = FileStatus(item.path)?.identity {
            if let first = taken[identity] { return try takeAgain(item, first) }
            taken[identity] = item
        }
        files.append(item)
    }

    /// A file that was taken before. A second name in a folder is listed; what was named again is read as asked.
    private mutating func takeAgain(_ item: Item, _ first: Item) throws(Diagnostic) {
        guard item.table == first.table else { throw .fileOfTwoTables(item.path, [first.table, item.table]) }
        guard let folder = item.folder, item.submittedPath.name != first.submittedPath.name else { return }
        skipped.append(Skip(path: item.path, folder: folder, why: .sameFile(path: first.path)))
    }

    mutating func skip(_ path: String, in folder: String, _ reason: Localized) {
        skipped.append(Skip(path: path, folder: folder, why: .reason(reason)))
    }

    var extensions: [String] { readers.flatMap(\.fileExtensions) }

    func reader(for path: String) -> (any SubmissionReader)? {
        let ending = FilePath.fileExtension(of: path)
        return readers.first { $0.fileExtensions.contains(ending) }
    }

    /// A file that is not there, or not of a known format, is said to be so at once, before anything is judged.
    func readerOfNamed(_ path: String) throws(Diagnostic) -> any SubmissionReader {
        // Opening a pipe twice would lose what somebody is about to write to it.
        if FileStatus(path)?.kind != .special { _ = try ByteSource(path: path).open() }
        guard let reader = reader(for: path) else { throw .unknownFormat(path, known: extensions) }
        return reader
    }
}

private extension SubmissionMatcher {
    /// By table in the vocabulary's order, then as they were found.
    var submission: Submission {
        let listed = firstSkips
        let names = SubmittedNames(files.map { ($0.path, $0.folder) } + listed.map { ($0.path, $0.folder) })
        var result = Submission()
        result.files = finder.vocabulary.tables.keys.flatMap { table in
            files.filter { $0.table == table }.map { item in
                let source = ByteSource(path: item.path, name: names.name(of: item.path))
                return Submission.File(source: source, table: item.table, reader: item.reader)
            }
        }
        result.skipped = listed.map { SkippedFile(file: names.name(of: $0.path), reason: reason($0.why, names)) }
        return result
    }

    /// What was skipped, without what was found again in a folder that was named twice.
    private var firstSkips: [Skip] {
        var seen: Set<String> = []
        return skipped.filter { skip in
            let name = SubmittedPath(skip.path, in: skip.folder).name
            let file = FileStatus(skip.path).map { "\($0.identity.device)/\($0.identity.inode)" } ?? ""
            return seen.insert("\(file)/\(name)").inserted
        }
    }

    private func reason(_ why: Why, _ names: SubmittedNames) -> Localized {
        switch why {
        case .reason(let reason): return reason
        case .sameFile(let path):
            let name = names.name(of: path)
            return Localized(zh: "与“\(name)”是同一个文件", en: "the same file as '\(name)'")
        }
    }
}
