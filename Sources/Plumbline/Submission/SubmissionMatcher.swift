public import Diagnostics
import OrderedCollections

/// Finds out which table each submitted file holds: as the user says, by the file's name, or by its headers. A file
/// in which several tables lie beside each other is matched part by part.
public struct SubmissionMatcher {
    private let finder: TableFinder
    private let readers: [any SubmissionReader]
    private let standardInput: ByteSource?
    /// The tables of the files that the user says the table of: that holds also where a folder has them.
    private var said: [FileStatus.Identity: String] = [:]
    /// What came through pipes that the user named: their bytes come once, and are looked at more often.
    private var piped: [FileStatus.Identity: ByteSource] = [:]
    /// Where in `items` what was taken stands.
    private var taken: [Place: Int] = [:]
    private var items: [Item] = []
    private var skipped: [Skip] = []
    /// Which of the origins is being looked at.
    private var origin = 0
    private var manifests: [FoundManifest] = []
    private var readManifests: Set<FileStatus.Identity> = []
    private var mappings: SubmittedMappings
    private var diagnostics = Diagnostics()

    private struct Place: Hashable {
        var file: FileStatus.Identity
        var part: Int?
    }

    private struct Item {
        var file: SubmittedFile
        var portion: SubmittedFile.Portion
        var table: String
        var origin: Int
        /// The folder below the one that the user named; nil for what was named by itself.
        var folder: String?
        var mapping: FileMapping?

        init(_ file: SubmittedFile, _ portion: SubmittedFile.Portion, table: String, origin: Int, mapping: FileMapping? = nil) {
            self.file = file
            self.portion = portion
            self.table = table
            self.origin = origin
            folder = file.folder.map { SubmittedPath.folder(of: file.path, below: $0) }
            self.mapping = mapping
        }
    }

    private struct FoundManifest {
        var path: String
        /// The folder that the user named.
        var folder: String
        var manifest: SubmissionManifest
    }

    private struct Skip {
        var path: String
        var folder: String?
        /// The name of the part that was skipped; nil where it is the whole file.
        var part: String?
        var isStandardInput = false
        var why: Why
    }

    private enum Why {
        case reason(Localized)
        /// The file was taken under another path.
        case sameFile(path: String)
    }

    private init(vocabulary: Vocabulary, readers: [any SubmissionReader], standardInput: ByteSource?) {
        finder = TableFinder(vocabulary: vocabulary)
        mappings = SubmittedMappings(vocabulary: vocabulary)
        self.readers = readers
        self.standardInput = standardInput
    }

    /// What is wrong with the tables that origins name, whatever lies in their files: names that no table has, or several.
    public static func faults(inTablesOf origins: [Submission.Origin], vocabulary: Vocabulary) -> Diagnostics {
        let finder = TableFinder(vocabulary: vocabulary)
        var faults = Diagnostics()
        for origin in origins {
            guard let name = origin.tableName else { continue }
            do throws(Diagnostic) { _ = try finder.table(called: name) } catch { faults.append(error) }
        }
        return faults
    }

    /// Matches all files of all origins. Each table of a file is read once, however many paths and links lead to it.
    ///
    /// What lies in a folder and fits no table, or is no file, is listed as skipped and is no fault; so is a part of a
    /// file of which another part fits. A file that the user names a table for holds that table, also where it lies in
    /// a folder that is named as well.
    ///
    /// A `submission.yaml` in a folder says what the submission should hold; where that differs from what came, the
    /// result's `problems` say so.
    ///
    /// - Parameters:
    ///   - standardInput: What came on the standard input, where an origin asks for it.
    ///   - references: The files that the rulesets bring.
    ///   - mappings: The paths of mapping files that hold for all data; a `mapping.yaml` in a folder holds for that folder.
    ///   - rulesetMappings: The paths of mapping files beside the rules, for files of which no other mapping speaks.
    /// - Throws: All faults of a `submission.yaml` and of mappings; a path that is not there, a table or a format that nobody knows, a file that fits two tables or
    ///   was named for two.
    public static func match(
        _ origins: [Submission.Origin], vocabulary: Vocabulary, readers: [any SubmissionReader],
        standardInput: ByteSource? = nil, references: [RulesetData] = [],
        mappings: [String] = [], rulesetMappings: [String] = []
    ) throws(Diagnostics) -> Submission {
        let references = try RulesetFiles(readers: readers).references(references)
        var matcher = SubmissionMatcher(vocabulary: vocabulary, readers: readers, standardInput: standardInput)
        matcher.noteTables(of: origins)
        for path in mappings { matcher.mappings.add(path, &matcher.diagnostics) }
        for path in rulesetMappings { matcher.mappings.addOfRuleset(path, &matcher.diagnostics) }
        for (place, origin) in origins.enumerated() { matcher.add(origin, at: place) }
        guard !matcher.diagnostics.hasErrors else { throw matcher.diagnostics }
        var submission = matcher.submission
        submission.references = references
        return submission
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

    mutating func add(_ origin: Submission.Origin, at place: Int) {
        self.origin = place
        do throws(Diagnostic) {
            switch origin {
            case .table(let name, let path):
                let table = try finder.table(called: name)
                guard Folder(path) == nil else { throw .folderAsTable(path, table: name) }
                var file = try namedFile(path)
                if let mapping = try mapping(of: file, table: table) { file = try mapped(file, mapping) }
                try add(file, as: table)
            case .standardInput(let name): try addStandardInput(as: name)
            case .path(let path):
                guard let folder = Folder(path) else { return try addNamed(namedFile(path)) }
                let entries = try folder.entriesBelow()
                mappings.begin(path, entries, &diagnostics)
                for entry in entries { addEach(entry, in: path) }
            }
        } catch {
            diagnostics.append(error)
        }
    }

    /// A file that is said to hold a table: all of it, or the parts of it that are called so.
    mutating func add(_ file: SubmittedFile, as table: String) throws(Diagnostic) {
        let portions = try portions(of: file, among: finder.vocabulary.tables.values.filter { $0.name == table })
        let named = portions.filter { $0.part == nil || finder.tables(named: $0.name).contains(table) }
        guard !named.isEmpty else { throw .noSuchPart(table, of: file.path, among: portions.map(\.name)) }
        let mapping = try mapping(of: file, table: table)
        for portion in named { try take(Item(file, portion, table: table, origin: origin, mapping: mapping)) }
    }

    /// What the user named: something in it has to fit.
    mutating func addNamed(_ file: SubmittedFile) throws(Diagnostic) {
        var misses: [(portion: SubmittedFile.Portion, fault: Diagnostic)] = []
        if let mapping = mappings.mapping(of: file) { return try add(mapped(file, mapping), as: mapping.table) }
        let portions = try portions(of: file, among: Array(finder.vocabulary.tables.values))
        for portion in portions {
            switch try match(portion, of: file) {
            case .table(let table): try take(Item(file, portion, table: table, origin: origin))
            case .nothing(let fault?): throw fault
            case .nothing(because: nil): misses.append((portion, .fitsNoTable(file.path, among: finder.vocabulary.tables.keys)))
            case .withoutKey(let table, let columns): misses.append((portion, .lacksKey(file.path, table, columns: columns)))
            }
        }
        if let first = misses.first, misses.count == portions.count { throw first.fault }
        for miss in misses {
            skip(file, miss.portion, miss.fault.code == "lacks-key" ? miss.fault.message : Self.fitsNothing(miss.portion))
        }
    }

    /// The fault of one file keeps nobody from being told those of the others.
    mutating func addEach(_ entry: Folder.Entry, in folder: String) {
        do throws(Diagnostic) {
            try add(entry, in: folder)
        } catch {
            diagnostics.append(error)
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
        if SubmissionManifestLoader.isManifest(path) { return addManifest(path, in: folder) }
        if DataMappingLoader.isMapping(path) { return }
        guard let reader = reader(for: path) else {
            return skip(path, in: folder, Localized(zh: "不是能读取的数据格式", en: "not a format that can be read"))
        }
        let source = ByteSource(path: path, name: SubmittedPath(path, in: folder).name)
        let file = SubmittedFile(path: path, folder: folder, source: source, reader: reader)
        if let mapping = mappings.mapping(of: file), file.identity.flatMap({ said[$0] }) == nil {
            return try add(mapped(file, mapping), as: mapping.table)
        }
        let portions: [SubmittedFile.Portion]
        do throws(Diagnostic) {
            portions = try self.portions(of: file, among: Array(finder.vocabulary.tables.values))
        } catch {
            guard !isMeant(file) else { throw error }
            return skip(path, in: folder, Self.unreadable(error))
        }
        for portion in portions {
            switch try match(portion, of: file) {
            case .table(let table): try take(Item(file, portion, table: table, origin: origin))
            case .nothing(because: nil): skip(file, portion, Self.fitsNothing(portion))
            case .withoutKey(let table, let columns):
                skip(file, portion, Diagnostic.lacksKey(path, table, columns: columns).message)
            case .nothing(let fault?): skip(file, portion, Self.unreadable(fault))
            }
        }
    }

    /// What says of a folder who submits it. Its faults are told, and the rest of the folder is looked at.
    mutating func addManifest(_ path: String, in folder: String) {
        if let identity = FileStatus(path)?.identity, !readManifests.insert(identity).inserted { return }
        let name = SubmittedPath(path, in: folder).name
        let place = SubmittedPath.folder(of: path, below: folder)
        if let first = manifests.first(where: { $0.manifest.origin == origin && $0.manifest.folder == place }) {
            return diagnostics.append(.secondManifest(name, first: first.manifest.file))
        }
        do throws(Diagnostics) {
            var manifest = try SubmissionManifestLoader(finder: finder).load(path, called: name)
            (manifest.origin, manifest.folder) = (origin, place)
            manifests.append(FoundManifest(path: path, folder: folder, manifest: manifest))
        } catch {
            diagnostics.append(error)
        }
    }

    /// The standard input, whose format is found by looking.
    mutating func addStandardInput(as name: String?) throws(Diagnostic) {
        guard let source = standardInput else { return }
        let table: String? = if let name { try finder.table(called: name) } else { nil }
        guard let reader = try reader(resembling: source) else { throw .unknownFormat(source.name, known: extensions) }
        let file = SubmittedFile(standardInput: source, reader: reader)
        if let table { try add(file, as: table) } else { try addNamed(file) }
    }
}

private extension SubmissionMatcher {
    /// The parts of a file, or the file itself where it has none.
    ///
    /// - Parameter tables: Those that the file may hold.
    func portions(of file: SubmittedFile, among tables: [Table]) throws(Diagnostic) -> [SubmittedFile.Portion] {
        do throws(Diagnostic) {
            let parts = try file.reader.parts(of: file.source)
            guard parts.isEmpty else {
                return parts.enumerated().map { SubmittedFile.Portion(part: $0, name: $1.name, reader: $1.reader) }
            }
        } catch {
            throw error.withoutLine(of: tables)
        }
        return [SubmittedFile.Portion(part: nil, name: FilePath.stem(of: file.path), reader: file.reader)]
    }

    /// What a mapping says of a file of which the user says what table it is.
    mutating func mapping(of file: SubmittedFile, table: String) throws(Diagnostic) -> FileMapping? {
        guard let mapping = mappings.mapping(of: file) else { return nil }
        guard mapping.table == table else { throw .fileOfTwoTables(file.path, [table, mapping.table]) }
        return mapping
    }

    /// The file with a reader that knows how it is laid out.
    func mapped(_ file: SubmittedFile, _ mapping: FileMapping) throws(Diagnostic) -> SubmittedFile {
        guard !mapping.layout.isEmpty else { return file }
        guard let reader = file.reader.reading(mapping.layout) else {
            throw .noLayout(mapping, of: file.path, format: file.reader.name)
        }
        return file.read(by: reader)
    }

    func match(_ portion: SubmittedFile.Portion, of file: SubmittedFile) throws(Diagnostic) -> TableFinder.Match {
        let table = file.identity.flatMap { said[$0] }
        if let table, portion.part == nil || finder.tables(named: portion.name).contains(table) { return .table(table) }
        return try finder.match(file.source, called: portion.name, at: file.path, portion.reader)
    }

    /// Whether a file is data whatever is in it: the user says so, or it is called like a table.
    func isMeant(_ file: SubmittedFile) -> Bool {
        file.identity.map { said[$0] != nil } ?? false || !finder.tables(named: FilePath.stem(of: file.path)).isEmpty
    }

    private mutating func take(_ item: Item) throws(Diagnostic) {
        if let identity = item.file.identity {
            let place = Place(file: identity, part: item.portion.part)
            if let first = taken[place] { return try takeAgain(item, first) }
            taken[place] = items.count
        }
        items.append(item)
    }

    /// A file that was taken before. A second name in a folder is listed; what was named again is read as asked.
    /// One that was named by itself first, and then found, lies in the folder all the same.
    private mutating func takeAgain(_ item: Item, _ place: Int) throws(Diagnostic) {
        let first = items[place]
        let (file, other) = (item.file, first.file)
        guard item.table == first.table else { throw .fileOfTwoTables(file.path, [first.table, item.table]) }
        if first.folder == nil { (items[place].origin, items[place].folder) = (item.origin, item.folder) }
        let isSameName = SubmittedPath(file.path, in: file.folder).name == SubmittedPath(other.path, in: other.folder).name
        let isNamedAndFound = other.folder == nil && FilePath.name(of: file.path) == FilePath.name(of: other.path)
        guard file.folder != nil, !isSameName, !isNamedAndFound else { return }
        skipped.append(Skip(path: file.path, folder: file.folder, why: .sameFile(path: other.path)))
    }

    mutating func skip(_ path: String, in folder: String, _ reason: Localized) {
        skipped.append(Skip(path: path, folder: folder, why: .reason(reason)))
    }

    mutating func skip(_ file: SubmittedFile, _ portion: SubmittedFile.Portion, _ reason: Localized) {
        skipped.append(
            Skip(
                path: file.path, folder: file.folder, part: portion.part.map { _ in portion.name },
                isStandardInput: file.isStandardInput, why: .reason(reason)))
    }

    static func fitsNothing(_ portion: SubmittedFile.Portion) -> Localized {
        let zh = portion.part == nil ? "文件名和列名与任何表都不符" : "名称和列名与任何表都不符"
        return Localized(zh: zh, en: "neither its name nor its columns fit a table")
    }

    static func unreadable(_ fault: Diagnostic) -> Localized {
        Localized(
            zh: "文件名与任何表都不符，也无法读取列名：\(fault.message.zh)",
            en: "its name fits no table, and its columns cannot be read: \(fault.message.en)")
    }
}

private extension SubmissionMatcher {
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

    /// A file that is not there, or not of a known format, is said to be so at once, before anything is judged.
    mutating func namedFile(_ path: String) throws(Diagnostic) -> SubmittedFile {
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
}

private extension SubmissionMatcher {
    /// By table in the vocabulary's order, then as they were found.
    var submission: Submission {
        let listed = firstSkips
        let names = SubmittedNames(
            items.filter { !$0.file.isStandardInput }.map { ($0.file.path, $0.file.folder) }
                + listed.filter { !$0.isStandardInput }.map { ($0.path, $0.folder) }
                + manifests.map { ($0.path, $0.folder) })
        var result = Submission()
        let ordered = finder.vocabulary.tables.keys.flatMap { table in items.filter { $0.table == table } }
        let sent = ordered.map { ManifestComparison.Sent(file: submitted($0, names), isInFolder: $0.folder != nil) }
        result.files = sent.map(\.file)
        let said = manifests.map { found in
            var manifest = found.manifest
            manifest.file = names.name(of: found.path)
            return manifest
        }
        let comparison = ManifestComparison(vocabulary: finder.vocabulary, manifests: said, sent: sent)
        (result.manifests, result.problems) = (comparison.manifests, comparison.problems + mappings.problems)
        result.skipped = listed.map { SkippedFile(file: name($0, names), reason: reason($0.why, names)) }
        return result
    }

    private func submitted(_ item: Item, _ names: SubmittedNames) -> Submission.File {
        let file = item.file
        let source = file.isStandardInput ? file.source : file.source.named(names.name(of: file.path))
        return Submission.File(
            source: source, table: item.table, reader: item.portion.reader, origin: item.origin, folder: item.folder ?? "",
            mapping: item.mapping)
    }

    /// What was skipped, without what was found again in a folder that was named twice.
    private var firstSkips: [Skip] {
        var seen: Set<String> = []
        return skipped.filter { skip in
            let name = SubmittedPath(skip.path, in: skip.folder).name
            let file = FileStatus(skip.path).map { "\($0.identity.device)/\($0.identity.inode)" } ?? ""
            return seen.insert("\(file)/\(name)/\(skip.part ?? "")").inserted
        }
    }

    private func name(_ skip: Skip, _ names: SubmittedNames) -> String {
        let file = skip.isStandardInput ? standardInput?.name ?? skip.path : names.name(of: skip.path)
        return skip.part.map { "\(file) \($0)" } ?? file
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
