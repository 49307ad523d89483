/// The records of all tables, and what leads from one to another.
struct PlainDataset {
    struct File {
        var table: PlainTable
        var columns: [String]
        var rows: [[String: PlainRow.Cell]]

        var text: String {
            let lines = rows.map { row in columns.map { row[$0]?.text ?? "" }.joined(separator: ",") }
            return ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
        }
    }

    let vocabulary: PlainVocabulary
    let files: [File]
    let rosters: [File]
    private var rows: [String: [PlainRow]] = [:]

    init(vocabulary: PlainVocabulary, files: [File], rosters: [File]) {
        (self.vocabulary, self.files, self.rosters) = (vocabulary, files, rosters)
        for table in vocabulary.tables {
            var all: [PlainRow] = []
            for file in files where file.table == table {
                all += file.rows.enumerated().map { PlainRow(table: table, number: $0 + 1, cells: $1) }
            }
            for roster in rosters where roster.table == table { Self.fill(&all, from: roster) }
            rows[table.name] = all
        }
        for table in vocabulary.tables where table.features.group != nil { rows[table.name] = groups(table) }
    }

    /// What the roster says of a record its own row need not say; whom nobody sent is there without a row.
    private static func fill(_ rows: inout [PlainRow], from roster: File) {
        for (place, cells) in roster.rows.enumerated() {
            let expected = PlainRow(table: roster.table, number: place + 1, cells: cells)
            let sent = rows.filter { $0.absence == nil && $0.key == expected.key }
            for row in sent {
                for (field, cell) in cells where row.cells[field] ?? .blank == .blank { row.cells[field] = cell }
            }
            guard sent.isEmpty else { continue }
            expected.absence = .no_record
            rows.append(expected)
        }
    }

    func rows(of table: PlainTable) -> [PlainRow] { rows[table.name] ?? [] }

    func isSent(_ table: PlainTable) -> Bool { files.contains { $0.table == table } }

    /// The records of one key that somebody sent, those that say the same counted once.
    func copies(of row: PlainRow) -> [PlainRow] {
        guard !row.table.key.isEmpty else { return [row] }
        var distinct: [PlainRow] = []
        for other in rows(of: row.table) where other.key == row.key {
            if !distinct.contains(where: { $0.cells == other.cells }) { distinct.append(other) }
        }
        return distinct
    }

    /// The record that a key leads to.
    func record(_ key: String, of table: PlainTable) -> PlainValue {
        guard let first = rows(of: table).first(where: { $0.key == key }) else { return .unknown(.no_such_record) }
        return copies(of: first).count == 1 ? .row(first) : .unknown(.ambiguous_record)
    }

    /// A record's children, or why nobody knows them.
    func list(_ name: String, of row: PlainRow, on day: PlainDay) -> Result<[PlainRow], PlainObstacle> {
        if let group = row.table.features.group {
            guard isSent(vocabulary.table(group.of)) else { return .failure(PlainObstacle(causes: [.list_not_submitted])) }
            return .success(rows(of: vocabulary.table(group.of)).filter { $0.text(group.by) == row.key })
        }
        if row.isOnlyNamed { return .failure(PlainObstacle(causes: [.no_record])) }
        let (child, field) = vocabulary.list(name, of: row.table.name)
        let came = rows(of: child).filter { leads($0.text(field.name), to: row) && $0 != row }
        if came.isEmpty, let absence = row.absence, isSent(row.table) { return .failure(PlainObstacle(causes: [absence])) }
        if copies(of: row).count > 1 { return .failure(PlainObstacle(causes: [.ambiguous_record])) }
        guard isSent(child) || rosters.contains(where: { $0.table == child }) else { return .failure(PlainObstacle(causes: [.list_not_submitted])) }
        let children = came.filter { isInRegister($0, on: day) }
        if children.isEmpty, field.isAtLeastOne { return .failure(PlainObstacle(causes: [.list_not_submitted])) }
        return .success(withoutCopies(children))
    }

    /// Rows that say the same once; of rows of one key that say different things one of which nothing is known.
    private func withoutCopies(_ rows: [PlainRow]) -> [PlainRow] {
        var seen: Set<String> = []
        return rows.compactMap { row in
            guard !row.table.key.isEmpty, !row.key.hasPrefix("#") else { return row }
            guard seen.insert(row.key).inserted else { return nil }
            guard copies(of: row).count > 1 else { return row }
            let unknown = PlainRow(table: row.table, number: row.number, cells: [:])
            unknown.absence = .ambiguous_record
            return unknown
        }
    }

    /// The record of the same subject in another year.
    func record(like row: PlainRow, in year: Int) -> PlainValue {
        let found = rows(of: row.table).filter { $0.subject == row.subject && $0.year == year }
        guard let first = found.first else { return .unknown(.no_such_period) }
        return copies(of: first).count == 1 ? .row(first) : .unknown(.ambiguous_record)
    }
}

/// Why a list is not known.
struct PlainObstacle: Error {
    var causes: Set<PlainReason>
}
