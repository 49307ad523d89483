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

    private let submission: Submission
    /// The folder in which each file lies, by its name in reports.
    private var folderOfFile: [String: Folder] = [:]
    /// The tables that came for everybody.
    private var general: Set<String> = []
    /// The folders that hold a file of a table.
    private var folders: [String: Set<Folder>] = [:]
    /// The folders whose rows refer to a record, by the record's table and number.
    private var mentions: [Mention: Set<Folder>] = [:]

    private struct Mention: Hashable {
        var table: Int
        var record: Int
    }

    init(_ submission: Submission, supplied: Set<String>, tables: [HeldTable?]) {
        self.submission = submission
        general = supplied
        for file in submission.files {
            let folder = Folder(origin: file.origin, path: file.folder)
            folderOfFile[file.source.name] = folder
            if file.folder.isEmpty { general.insert(file.table) } else { folders[file.table, default: []].insert(folder) }
        }
        if !folders.isEmpty { for case let table? in tables { noteMentions(of: table, among: tables) } }
    }

    func state(of list: Vocabulary.List, for record: Int, of table: HeldTable) -> SentState {
        // Nobody submits a group: its rows came if any did.
        guard list.field != nil else {
            return general.contains(list.table) || folders[list.table] != nil ? .sent : .notSent
        }
        let manifests = submission.manifests.filter { covers($0, record, of: table) }
        if manifests.contains(where: { manifest in manifest.nilReturns.contains { $0.name == list.table } }) { return .nilReturn }
        // One that lists no tables says of them nothing.
        let saying = manifests.filter { $0.tables != nil }
        if !saying.isEmpty { return saying.contains { $0.lists(list.table) } ? .sent : .notSent }
        if general.contains(list.table) { return .sent }
        guard let holders = folders[list.table] else { return .notSent }
        return holders.contains { isOf($0, record, table) } ? .sent : .notSent
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
                      let folder = folderOfFile[table.batches[Int(table.places[record].batch)].file], !folder.path.isEmpty
                else { continue }
                mentions[Mention(table: parent.index, record: Int(target)), default: []].insert(folder)
            }
        }
    }

    private func folder(of record: Int, _ table: HeldTable) -> Folder? {
        guard !table.isUnsent(record) else { return nil }
        return folderOfFile[table.batches[Int(table.places[record].batch)].file]
    }

    /// Whether a folder is a record's own.
    private func isOf(_ folder: Folder, _ record: Int, _ table: HeldTable) -> Bool {
        if let own = self.folder(of: record, table), own == folder { return true }
        if mentions[Mention(table: table.index, record: record)]?.contains(folder) == true { return true }
        let reference = table.reference(to: record)
        let last = folder.path.split(separator: "/").last.map(String.init)
        return last == reference.key || last == reference.label
    }

    /// Whether a manifest speaks for a record: it names it, or names nobody and the record's row lies in its folder.
    func covers(_ manifest: SubmissionManifest, _ record: Int, of table: HeldTable) -> Bool {
        guard let submitters = manifest.submitters else {
            guard let folder = folder(of: record, table), folder.origin == manifest.origin else { return false }
            return manifest.folder.isEmpty || folder.path == manifest.folder || folder.path.hasPrefix(manifest.folder + "/")
        }
        if let named = manifest.table, named.name != table.table.name { return false }
        let reference = table.reference(to: record)
        return submitters.contains { $0.name == reference.key || $0.name == reference.label }
    }
}
