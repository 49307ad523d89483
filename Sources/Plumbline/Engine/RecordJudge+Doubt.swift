import CEL
import OrderedCollections

/// The rows of which nobody knows whether they are in the lists that a verdict rests on, where that decides.
extension RecordJudge {
    /// How many such rows have their cells among the evidence.
    private static let shownRows = 5

    /// The cells that leave it open.
    func doubtfulCells(_ record: RecordView, _ verdict: Verdict) -> [Evidence] {
        guard let dataset = record.dataset else { return [] }
        return doubtfulRows(record, verdict).prefix(Self.shownRows).compactMap { row in
            guard let table = dataset.tables[row.table] else { return nil }
            let list = dataset.plan.vocabulary.lists(of: record.table.name).first { $0.table == table.table.name }?.name
            return RecordView.evidence(
                CellWalk.Place(
                    table: table, record: row.record, field: row.field,
                    path: (table.table.name == record.table.name ? [] : [list ?? table.table.name]) + [table.table.fields.keys[row.field]]))
        }
    }

    /// The rows by name.
    func doubtfulMembers(_ record: RecordView, _ verdict: Verdict) -> [GroupEvidence.Member] {
        guard let dataset = record.dataset else { return [] }
        return doubtfulRows(record, verdict).compactMap { row in
            guard let table = dataset.tables[row.table], table.table.name != record.table.name else { return nil }
            let evidence = RecordView.evidence(
                CellWalk.Place(table: table, record: row.record, field: row.field, path: [table.table.fields.keys[row.field]]))
            // Where nobody's row says it, no row is told by name.
            if evidence.column == nil { return nil }
            let reason: Reason =
                switch evidence.state {
                case .unreadable: .unreadable
                // It says whose the row is, and nobody is called so.
                case .measured where table.table.fields.values[row.field].type.isReference: .noSuchRecord
                default: .missing
                }
            return GroupEvidence.Member(record: table.reference(to: row.record), reason: reason).naming([evidence])
        }
    }

    private func doubtfulRows(_ record: RecordView, _ verdict: Verdict) -> OrderedSet<DoubtfulRow> {
        guard verdict.reason.outcome == .notMeasured else { return [] }
        let programs = verdict.isOfScope ? [rule.scope] : [rule.applies, rule.verdict]
        return OrderedSet(programs.compactMap(\.self).flatMap { program -> [DoubtfulRow] in
            guard let causes = record.decision(of: program).openCauses?.causes else { return [] }
            return causes.compactMap { DoubtfulRow($0) }
        })
    }
}
