import OrderedCollections

/// Which child tables came for which records of a submission.
///
/// A manifest that covers a record says so. Without one, a file of the table covers every record, unless it lies in
/// a folder below the data's own: then those whose row lies there too, those its rows or its neighbours' refer to,
/// and the one that the folder is called after.
struct SubmittedLists: SentLists {
    private struct Folder: Hashable {
        var origin: Int
        var path: String
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
    private var folders: [String: Set<Folder>] = [:]
    /// The same by the table and the folder's own name.
    private var folderNames: [String: Set<String>] = [:]
    /// The files that were not read, by the table that they seem to hold.
    private var unread: [String: [Submission.PassedOver]] = [:]
    /// The folders whose rows refer to a record, by the record's table and number.
    private var mentions: [Mention: Set<Folder>] = [:]

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
        if !folders.isEmpty { for case let table? in tables { noteMentions(of: table, among: tables) } }
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
        if !saying.isEmpty { return saying.contains { $0.lists(list.table) } ? .sent : .notSent }
        if general.contains(list.table) { return .sent }
        guard let holders = folders[list.table] else { return .notSent }
        return isOf(holders, list.table, record, table) ? .sent : .notSent
    }

    func covers(_ file: String, _ record: Int, of table: HeldTable) -> Bool {
        folderOfFile[file].map { covers($0, record, of: table) } ?? true
    }

    func mayLackRows(_ list: Vocabulary.List, of record: Int, in table: HeldTable) -> Bool {
        guard let files = unread[list.table] else { return false }
        guard list.field != nil else { return true }
        guard files.contains(where: { covers(Folder(origin: $0.origin, path: $0.folder), record, of: table) }) else { return false }
        return state(of: list, for: record, of: table) != .nilReturn
    }

    func unreadFiles(of table: String) -> [String] { unread[table]?.map(\.file) ?? [] }

    private func covers(_ folder: Folder, _ record: Int, of table: HeldTable) -> Bool {
        if folder.path.isEmpty { return true }
        if self.folder(of: record, table) == folder || mentions[Mention(table: table.index, record: record)]?.contains(folder) ?? false { return true }
        return folder.path.split(separator: "/").last.map { names(of: table.reference(to: record)).contains(String($0)) } ?? false
    }
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
        folders[table, default: []].insert(folder)
        if let name = folder.path.split(separator: "/").last { folderNames[table, default: []].insert(String(name)) }
    }

    private mutating func note(_ manifest: SubmissionManifest) {
        guard let submitters = manifest.submitters else {
            unnamed[Folder(origin: manifest.origin, path: manifest.folder), default: []].append(manifest)
            return
        }
        for name in Set(submitters.map { CellText.comparable($0.name) }) { named[name, default: []].append(manifest) }
    }

    /// Whether one of a table's folders is a record's own.
    private func isOf(_ holders: Set<Folder>, _ child: String, _ record: Int, _ table: HeldTable) -> Bool {
        if let own = folder(of: record, table), holders.contains(own) { return true }
        if let mentioned = mentions[Mention(table: table.index, record: record)], !mentioned.isDisjoint(with: holders) { return true }
        return names(of: table.reference(to: record)).contains { folderNames[child]?.contains($0) == true }
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
