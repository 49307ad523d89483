import OrderedCollections

/// Which child tables came for which records of a submission.
///
/// A manifest that covers a record says so. Without one, a file of the table covers every record, unless it lies in
/// a folder below the data's own: then those whose row lies there too, those its rows or its neighbours' refer to,
/// and the one that the folder is called after. So does a file that seems to hold the table and was not read: of those whom
/// its folder, or one above that, is about, and where it is about none, of all, more may have come than was read.
struct SubmittedLists: SentLists {
    private struct Folder: Hashable {
        var origin: Int
        var path: String

        var name: String? { path.split(separator: "/").last.map(String.init) }

        /// The folder right above; nil for the data's own.
        var above: Folder? {
            path.isEmpty ? nil : Folder(origin: origin, path: path.split(separator: "/").dropLast().joined(separator: "/"))
        }
    }

    /// What manifests say that name whom they speak for, by the names.
    private var named: [String: [SubmissionManifest]] = [:]
    /// What those say that name nobody, by the folder in which they lie.
    private var unnamed: [Folder: [SubmissionManifest]] = [:]
    /// The folder in which each file lies, by its name in reports.
    private var folderOfFile: [String: Folder] = [:]
    /// The tables that came for everybody.
    private var general: Set<String> = []
    /// The folders that hold a file of a table.
    private var folders: [String: Holders] = [:]
    /// The files that were not read, by the table that they seem to hold.
    private var unread: [String: [Submission.PassedOver]] = [:]
    /// The folders that they are about, by the table whose records have lists of theirs, and the table that they hold; nil of one
    /// that may be about all.
    private var unreadHolders: [UnreadKey: Holders?] = [:]
    /// The records within which those lie that they are about.
    private var aboveUnread: [UnreadKey: Set<Int>] = [:]
    /// The folders whose rows refer to a record, by the record's table and number.
    private var mentions: [Mention: Set<Folder>] = [:]

    /// Folders that hold files of a table.
    private struct Holders {
        var folders: Set<Folder> = []
        /// What the folders themselves are called.
        var names: Set<String> = []

        init() {}

        init(_ folder: Folder) { insert(folder) }

        mutating func insert(_ folder: Folder) {
            folders.insert(folder)
            if let name = folder.name { names.insert(name) }
        }
    }

    private struct UnreadKey: Hashable {
        var parent: Int
        var table: String
    }

    private struct Mention: Hashable {
        var table: Int
        var record: Int
    }

    init(_ submission: Submission, supplied: Set<String>, tables: [HeldTable?]) {
        general = supplied
        unread = Dictionary(grouping: submission.passedOver, by: \.table)
        for manifest in submission.manifests { note(manifest) }
        for file in submission.files {
            let folder = Folder(origin: file.origin, path: file.folder)
            folderOfFile[file.source.name] = folder
            if file.folder.isEmpty { general.insert(file.table) } else { note(folder, of: file.table) }
        }
        if !folders.isEmpty || !unread.isEmpty { for case let table? in tables { noteMentions(of: table, among: tables) } }
        if !unread.isEmpty { for case let table? in tables { noteUnread(below: table) } }
    }

    func state(of list: Vocabulary.List, for record: Int, of table: HeldTable) -> SentState {
        // Nobody submits a group: its rows came if any did.
        guard list.field != nil else {
            return general.contains(list.table) || folders[list.table] != nil ? .sent : .notSent
        }
        let manifests = manifests(for: record, of: table)
        if manifests.contains(where: { manifest in manifest.nilReturns.contains { $0.name == list.table } }) { return .nilReturn }
        // One that lists no tables says of them nothing.
        let saying = manifests.filter { $0.tables != nil }
        if !saying.isEmpty { return saying.contains { $0.lists(list.table) } ? .sent : .notListed }
        if general.contains(list.table) { return .sent }
        guard let holders = folders[list.table] else { return .notSent }
        return isOf(holders, record, table) ? .sent : .notSent
    }

    func covers(_ file: String, _ record: Int, of table: HeldTable) -> Bool {
        folderOfFile[file].map { $0.path.isEmpty || isOf(Holders($0), record, table) } ?? true
    }

    func mayLackRows(_ list: Vocabulary.List, of record: Int, in table: HeldTable) -> Bool {
        guard !unread.isEmpty else { return false }
        guard list.field != nil else { return unread[list.table] != nil }
        let key = UnreadKey(parent: table.index, table: list.table)
        guard let found = unreadHolders[key] else { return false }
        guard found.map({ isOf($0, record, table) }) ?? true || aboveUnread[key]?.contains(record) ?? false else { return false }
        return state(of: list, for: record, of: table) != .nilReturn
    }

    func unreadFiles(of table: String) -> [String] { unread[table]?.map(\.file) ?? [] }
}

private extension SubmittedLists {
    mutating func noteMentions(of table: HeldTable, among tables: [HeldTable?]) {
        for (field, references) in table.references {
            guard case .reference(let name) = table.table.fields.values[field].type,
                  let parent = tables.first(where: { $0?.table.name == name }) ?? nil
            else { continue }
            for (record, reference) in references.enumerated() {
                guard case .record(let target) = reference,
                      let folder = folderOfFile[table.file(of: record)], !folder.path.isEmpty
                else { continue }
                mentions[Mention(table: parent.index, record: Int(target)), default: []].insert(folder)
            }
        }
    }

    private func folder(of record: Int, _ table: HeldTable) -> Folder? {
        guard !table.isUnsent(record) else { return nil }
        return folderOfFile[table.file(of: record)]
    }

    private mutating func note(_ folder: Folder, of table: String) {
        folders[table, default: Holders()].insert(folder)
    }

    private mutating func note(_ manifest: SubmissionManifest) {
        guard let submitters = manifest.submitters else {
            unnamed[Folder(origin: manifest.origin, path: manifest.folder), default: []].append(manifest)
            return
        }
        for name in Set(submitters.map { CellText.comparable($0.name) }) { named[name, default: []].append(manifest) }
    }

    /// Whether some folders are about a record.
    private func isOf(_ holders: Holders, _ record: Int, _ table: HeldTable) -> Bool {
        if let own = folder(of: record, table), holders.folders.contains(own) { return true }
        if let mentioned = mentions[Mention(table: table.index, record: record)], !mentioned.isDisjoint(with: holders.folders) { return true }
        return !holders.names.isEmpty && names(of: table.reference(to: record)).contains { holders.names.contains($0) }
    }

    /// Notes of the files that were not read which of a table's records they are about.
    private mutating func noteUnread(below table: HeldTable) {
        let children = Set(table.lists.values.map(\.list.table)).filter { unread[$0] != nil }
        guard !children.isEmpty else { return }
        var homes = Set((0..<table.count).compactMap { folder(of: $0, table) })
        for (mention, folders) in mentions where mention.table == table.index { homes.formUnion(folders) }
        let names = (0..<table.count).reduce(into: Set<String>()) { $0.formUnion(self.names(of: table.reference(to: $1))) }
        for child in children {
            var holders: Holders? = Holders()
            for file in unread[child] ?? [] {
                var folder: Folder? = Folder(origin: file.origin, path: file.folder)
                while let here = folder, !here.path.isEmpty, !homes.contains(here), !(here.name.map(names.contains) ?? false) { folder = here.above }
                if let folder, !folder.path.isEmpty { holders?.insert(folder) } else { holders = nil }
            }
            let key = UnreadKey(parent: table.index, table: child)
            unreadHolders[key] = .some(holders)
            guard let holders, let tree = table.tree else { continue }
            aboveUnread[key] = (0..<table.count).filter { isOf(holders, $0, table) }.reduce(into: []) { $0.formUnion(tree.above($1)) }
        }
    }

    /// The manifests that speak for a record: they name it, or name nobody and the record's row lies in their folder.
    ///
    /// - Complexity: O(manifests found), and the depth of the record's folder.
    private func manifests(for record: Int, of table: HeldTable) -> [SubmissionManifest] {
        var found: [SubmissionManifest] = []
        if !named.isEmpty {
            found = names(of: table.reference(to: record)).flatMap { named[$0] ?? [] }
                .filter { $0.table.map { $0.name == table.table.name } ?? true }
        }
        guard !unnamed.isEmpty, let folder = folder(of: record, table) else { return found }
        var parts = folder.path.split(separator: "/", omittingEmptySubsequences: false)
        found += unnamed[Folder(origin: folder.origin, path: "")] ?? []
        while !parts.isEmpty {
            found += unnamed[Folder(origin: folder.origin, path: parts.joined(separator: "/"))] ?? []
            parts.removeLast()
        }
        return found
    }

    private func names(of record: RecordReference) -> Set<String> { Set(record.comparableNames) }
}
