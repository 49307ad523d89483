/// Records that may be missing because the list in which they would be did not come.
extension PlainJudge {
    struct Awaited {
        /// Whose list it is.
        var owner: PlainRow
        /// What it may have: a record that leads to the owner, and one to each that lies below that. They say no more.
        var rows: [PlainRow]
    }

    /// Those lists that may have records in the rule's scope.
    ///
    /// - Parameter isOfPeers: Whether the records need not be any that the rule names.
    func awaited(in year: Int?, isOfPeers: Bool = false) -> [Awaited] {
        guard data.isSent(rule.table), !data.rosters.contains(where: { $0.table == rule.table }), isOfPeers || rule.subjects.isEmpty else { return [] }
        return rule.table.fields.flatMap { field -> [Awaited] in
            guard case .reference(let name, let list) = field.type, !list.isEmpty, field.blank == .missing else { return [] }
            // Who lacks a year's row is a record without one already.
            if rule.table.period != nil, rule.table.key.filter({ $0 != rule.table.period }) == [field.name] { return [] }
            return owners(data.vocabulary.table(name), of: field).map { owner in
                let below = data.rows(of: owner.table).filter { $0 == owner || !owner.table.features.levels.isEmpty && data.leads($0.key, to: owner) }
                let rows = below.map { imagined(field, leadingTo: $0) }
                // Of those who did not come bounds say nothing.
                return Awaited(owner: owner, rows: rows.filter { row in
                    rule.scope.map { evaluator.condition($0, PlainScope(record: row, year: year)) } != .flag(false)
                })
            }
        }.filter { !$0.rows.isEmpty }
    }

    private func imagined(_ field: PlainField, leadingTo parent: PlainRow) -> PlainRow {
        let row = PlainRow(table: rule.table, number: 0, cells: [field.name: .value(.text(parent.key), text: parent.key)])
        row.absence = .no_record
        return row
    }

    /// Those whose list did not come; of places within each other the topmost, where something has to stand in each.
    private func owners(_ table: PlainTable, of field: PlainField) -> [PlainRow] {
        let rows = data.rows(of: table)
        func above(_ row: PlainRow) -> PlainRow? { table.features.levels.isEmpty ? nil : rows.first { $0.key == row.text("parent") } }
        func lacks(_ row: PlainRow) -> Bool {
            // Of one that contradicts itself nobody knows which list is whose.
            guard field.isAtLeastOne || table.features.levels.isEmpty, data.copies(of: row).count == 1 else { return false }
            if data.rows(of: rule.table).contains(where: { data.leads($0.text(field.name), to: row) }) { return false }
            return field.isAtLeastOne || row.absence != nil && data.isSent(table)
        }
        var seen: Set<String> = []
        return rows.filter { row in
            guard seen.insert(row.key).inserted, lacks(row) else { return false }
            var next = above(row)
            for _ in 0..<20 {
                guard let higher = next else { return true }
                if lacks(higher) { return false }
                next = above(higher)
            }
            return true
        }
    }

    /// For a rule that judges each record by itself: that nobody knows of them whether they pass.
    func awaitedFindings(in year: Int?) -> [PlainFinding] {
        awaited(in: year).map { PlainFinding(rule: rule.id, name: name($0.owner), verdict: PlainVerdict(.list_not_submitted)) }
    }

    /// A group's verdict where such records may be in it.
    ///
    /// - Parameter isOpen: Whether any number of them could change a verdict.
    /// - Returns: nil where they change nothing.
    func awaiting(_ verdict: PlainVerdict, isOpen: (PlainVerdict) -> Bool) -> PlainVerdict? {
        guard policy.isBounded else { return nil }
        let isDecided = [.pass, .fail].contains(verdict.reason.outcome) || [.empty_group, .no_tested_group].contains(verdict.reason)
        // A group that may be empty may be told as one.
        let mayBeEmpty = verdict.orElse.contains(.empty_group)
        guard isDecided || mayBeEmpty, isOpen(verdict) else { return nil }
        var open = isDecided ? PlainVerdict(.list_not_submitted) : verdict
        open.orElse = verdict.orElse.union([.list_not_submitted])
        return open
    }
}
