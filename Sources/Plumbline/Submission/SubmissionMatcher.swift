public import Diagnostics
import OrderedCollections

/// Finds out which table each submitted file holds: as the user says, by the file's name, or by its headers. A file
/// in which several tables lie beside each other is matched part by part.
public struct SubmissionMatcher {
    private let finder: TableFinder
    private let standardInput: ByteSource?
    private var opener: FileOpener
    /// The tables of the files that the user says the table of: that holds also where a folder has them.
    private var said: [FileStatus.Identity: String] = [:]
    private var matched = MatchedFiles()
    /// Which of the origins is being looked at.
    private var origin = 0
    private var manifests: [FoundManifest] = []
    private var readManifests: Set<FileStatus.Identity> = []
    private var mappings: SubmittedMappings
    private var diagnostics = Diagnostics()

    private init(vocabulary: Vocabulary, readers: [any SubmissionReader], standardInput: ByteSource?) {
        finder = TableFinder(vocabulary: vocabulary)
        mappings = SubmittedMappings(vocabulary: vocabulary)
        opener = FileOpener(readers: readers)
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
        var submission = SubmissionAssembly(
            matcher.matched, matcher.manifests, standardInput: standardInput?.name, vocabulary: vocabulary).submission
        submission.problems += matcher.mappings.problems
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
                var file = try opener.file(path)
                if let mapping = try mapping(of: file, table: table) { file = try file.laidOut(by: mapping) }
                try add(file, as: table)
            case .standardInput(let name): try addStandardInput(as: name)
            case .path(let path):
                guard let folder = Folder(path) else { return try addNamed(opener.file(path)) }
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
        let portions = try file.portions(among: finder.vocabulary.tables.values.filter { $0.name == table })
        let named = portions.filter { $0.part == nil || finder.tables(named: $0.name).contains(table) }
        guard !named.isEmpty else { throw .noSuchPart(table, of: file.path, among: portions.map(\.name)) }
        let mapping = try mapping(of: file, table: table)
        for portion in named { try matched.take(.init(file, portion, table: table, origin: origin, mapping: mapping)) }
    }

    /// What the user named: something in it has to fit.
    mutating func addNamed(_ file: SubmittedFile) throws(Diagnostic) {
        var misses: [(portion: SubmittedFile.Portion, fault: Diagnostic, table: (name: String, origin: Int)?)] = []
        if let mapping = mappings.mapping(of: file) { return try add(file.laidOut(by: mapping), as: mapping.table) }
        let portions = try file.portions(among: Array(finder.vocabulary.tables.values))
        for portion in portions {
            switch try match(portion, of: file) {
            case .table(let table): try matched.take(.init(file, portion, table: table, origin: origin))
            case .nothing(let fault?): throw fault
            case .nothing(because: nil):
                misses.append((portion, .fitsNoTable(file.path, among: finder.vocabulary.tables.keys), nil))
            case .withoutKey(let table, let columns, let all):
                misses.append((portion, .lacksKey(file.path, table, columns: columns), held(table, columns, of: all)))
            }
        }
        if let first = misses.first, misses.count == portions.count { throw first.fault }
        for miss in misses {
            let isKeyless = miss.fault.code == "lacks-key"
            matched.skip(file, miss.portion, isKeyless ? miss.fault.message : Self.fitsNothing(miss.portion), of: miss.table)
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
            matched.skip(path, in: folder, Localized(zh: "是管道或设备，不是文件", en: "a pipe or a device, and not a file"))
        case .repeated(let path, let first):
            let name = SubmittedPath(first, in: folder).name
            matched.skip(path, in: folder, Localized(
                zh: "指向文件夹“\(name)”，其中的文件只读取一次", en: "leads to the folder '\(name)', whose files are read once"))
        }
    }

    /// A file that happened to lie in a folder: it may be something else.
    mutating func addFound(_ path: String, in folder: String) throws(Diagnostic) {
        if SubmissionManifestLoader.isManifest(path) { return addManifest(path, in: folder) }
        if DataMappingLoader.isMapping(path) { return }
        guard let reader = opener.reader(for: path) else {
            return skipUnreadable(path, in: folder)
        }
        let source = ByteSource(path: path, name: SubmittedPath(path, in: folder).name)
        let file = SubmittedFile(path: path, folder: folder, source: source, reader: reader)
        if let mapping = mappings.mapping(of: file), file.identity.flatMap({ said[$0] }) == nil {
            return try add(file.laidOut(by: mapping), as: mapping.table)
        }
        let portions: [SubmittedFile.Portion]
        do throws(Diagnostic) {
            portions = try file.portions(among: Array(finder.vocabulary.tables.values))
        } catch {
            guard !isMeant(file) else { throw error }
            return matched.skip(path, in: folder, Self.unreadable(error), fault: error.code)
        }
        for portion in portions {
            switch try match(portion, of: file) {
            case .table(let table): try matched.take(.init(file, portion, table: table, origin: origin))
            case .nothing(because: nil): matched.skip(file, portion, Self.fitsNothing(portion))
            case .withoutKey(let table, let columns, let all):
                let fault = Diagnostic.lacksKey(path, table, columns: columns)
                matched.skip(file, portion, fault.message, of: held(table, columns, of: all))
            case .nothing(let fault?): matched.skip(file, portion, Self.unreadable(fault), fault: fault.code)
            }
        }
    }

    /// Passes over a file that no reader knows. One that is called like a table was most likely sent as such.
    mutating func skipUnreadable(_ path: String, in folder: String) {
        let reason = Localized(zh: "不是能读取的数据格式", en: "not a format that can be read")
        let named = finder.tables(named: FilePath.stem(of: path))
        matched.skip(path, in: folder, reason, of: named.count == 1 ? (named[0], origin) : nil)
    }

    /// The table that a file without its key holds all the same: one half of whose columns it has, or, where it has several,
    /// to which nearly all of its own belong; nil where there is none.
    func held(_ table: Table, _ columns: Int, of all: Int) -> (name: String, origin: Int)? {
        let isMostOfTable = columns * 2 >= table.fields.values.count { $0.definition == nil }
        let isMostOfFile = columns >= 4 && columns * 5 >= all * 4
        return isMostOfTable || isMostOfFile ? (table.name, origin) : nil
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

    mutating func addStandardInput(as name: String?) throws(Diagnostic) {
        guard let source = standardInput else { return }
        let table: String? = if let name { try finder.table(called: name) } else { nil }
        let file = try opener.standardInput(source)
        if let table { try add(file, as: table) } else { try addNamed(file) }
    }
}

private extension SubmissionMatcher {
    /// What a mapping says of a file of which the user says what table it is.
    mutating func mapping(of file: SubmittedFile, table: String) throws(Diagnostic) -> FileMapping? {
        guard let mapping = mappings.mapping(of: file) else { return nil }
        guard mapping.table == table else { throw .fileOfTwoTables(file.path, [table, mapping.table]) }
        return mapping
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
