import CEL
import OrderedCollections

extension RecordView {
    /// The cells of the record's rows of other periods that expressions name, each once.
    ///
    /// - Parameter stated: The period and the field whose figure the rule states, so that it is not the cell's.
    func otherPeriods(in cells: [OtherPeriodCell], stated: (period: CalendarPeriod, field: String)?) -> [Evidence] {
        guard let dataset else { return [] }
        return cells.flatMap { cell -> [Evidence] in
            guard let period = cell.period(circumstances) else { return [] }
            let name = table.fields.keys[cell.field]
            if let stated, stated.period == period, stated.field == name, cell.which != .named(period) { return [] }
            guard case .object(let other) = self.object(in: period), let row = other as? RecordObject, let held = row.table else { return [] }
            return CellWalk(field: cell.field, of: row.record, in: held, dataset, seenIn: Moment(period, registerDay: nil)).places.map {
                var evidence = Self.evidence($0)
                evidence.field = "\(cell.name).\(evidence.field)"
                return evidence
            }
        }
    }
}
