/// Records that may be missing because the list in which they would be did not come.
extension PlainJudge {
    /// One record for each such list: it leads where all of them would, and says no more.
    func awaited(in year: Int?) -> [PlainRow] {
        guard policy.isBounded, data.isSent(rule.table), !data.rosters.contains(where: { $0.table == rule.table }) else { return [] }
        return rule.table.fields.flatMap { field -> [PlainRow] in
            guard case .reference(let name, let list) = field.type, !list.isEmpty, field.blank == .missing else { return [] }
            // Who lacks a year's row is a record without one already.
            if rule.table.period != nil, rule.table.key.filter({ $0 != rule.table.period }) == [field.name] { return [] }
            return parents(data.vocabulary.table(name)).filter { lacks(rule.table, by: field, $0) }.map { parent in
                let row = PlainRow(table: rule.table, number: 0, cells: [field.name: .value(.text(parent.key), text: parent.key)])
                row.absence = .no_record
                return row
            }
        }.filter { outside($0, PlainScope(record: $0, year: year))?.reason != .out_of_scope }
    }

    /// Those who send lists of their own: of records within each other those right below the top, and one by itself.
    private func parents(_ table: PlainTable) -> [PlainRow] {
        let rows = data.rows(of: table)
        var seen: Set<String> = []
        return rows.filter { row in
            // Of one that contradicts itself nobody knows which list is whose.
            guard seen.insert(row.key).inserted, data.copies(of: row).count == 1 else { return false }
            guard !table.features.levels.isEmpty else { return true }
            func above(_ row: PlainRow) -> PlainRow? { rows.first { $0.key == row.text("parent") } }
            if let above = above(row) { return PlainJudge.isTop(above, rows) }
            return !rows.contains { $0.text("parent") == row.key }
        }
    }

    private static func isTop(_ row: PlainRow, _ rows: [PlainRow]) -> Bool { !rows.contains { $0.key == row.text("parent") } }

    private func lacks(_ child: PlainTable, by field: PlainField, _ parent: PlainRow) -> Bool {
        if data.rows(of: child).contains(where: { data.leads($0.text(field.name), to: parent) }) { return false }
        return field.isAtLeastOne || parent.absence != nil && data.isSent(parent.table)
    }

    /// A group's verdict where such records may be in it.
    ///
    /// - Parameter isOpen: Whether any number of them could change a verdict.
    /// - Returns: nil where they change nothing.
    func awaiting(_ verdict: PlainVerdict, isOpen: (PlainVerdict) -> Bool) -> PlainVerdict? {
        let isDecided = [.pass, .fail].contains(verdict.reason.outcome) || [.empty_group, .no_tested_group].contains(verdict.reason)
        // A group that may be empty may be told as one.
        let mayBeEmpty = verdict.orElse.contains(.empty_group)
        guard isDecided || mayBeEmpty, isOpen(verdict) else { return nil }
        var open = isDecided ? PlainVerdict(.list_not_submitted) : verdict
        open.orElse = verdict.orElse.union([.list_not_submitted])
        // What those who came leave open may fail already.
        if policy == .against, verdict.orElse.contains(.missing_decides) { open.orElse.insert(verdict.reason) }
        return open
    }
}
