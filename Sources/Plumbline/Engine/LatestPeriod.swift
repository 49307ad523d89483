import CEL

/// Finds of a record the latest period in which what a rule observes is known, from the first that the rule counts to
/// the one of the day of the run, or of the due date where that is past.
struct LatestPeriod {
    private let dataset: Dataset
    private let table: HeldTable
    private let rule: RulePlan
    private let start: CalendarPeriod
    private let last: CalendarPeriod

    /// - Returns: nil for a rule that does not ask for the latest period.
    init?(_ dataset: Dataset, _ table: HeldTable, _ rule: RulePlan) {
        guard let choice = rule.schedule.choice, choice.manner == .latestSince, let start = choice.periods.first else { return nil }
        (self.dataset, self.table, self.rule, self.start) = (dataset, table, rule, start)
        let day = rule.schedule.date.map { min($0, dataset.asOf) } ?? dataset.asOf
        last = CalendarPeriod(containing: day, kind: start.kind)
    }

    /// The period of a record; nil where it is known in none.
    ///
    /// - Parameter rows: The record's rows, one for each period that came; of a table without periods the record itself.
    /// - Complexity: O(rows), or O(periods) for a table without periods.
    func period(of rows: [Int]) -> CalendarPeriod? {
        guard table.table.period == nil else {
            let dated = rows.compactMap { row in table.periods[row].map { (row: row, period: $0) } }.filter { isCounted($0.period) }
            return dated.sorted { $0.period > $1.period }.first { isKnown($0.row, in: $0.period) }?.period
        }
        guard let row = rows.first else { return nil }
        var period: CalendarPeriod? = last
        for _ in 0..<CalendarPeriod.rangeLimit {
            guard let candidate = period, isCounted(candidate) else { return nil }
            if isKnown(row, in: candidate) { return candidate }
            period = candidate.previous
        }
        return nil
    }

    private func isCounted(_ period: CalendarPeriod) -> Bool {
        period.kind == start.kind && start <= period && period <= last
    }

    /// An expression that fails is to be heard of, and not passed over.
    private func isKnown(_ row: Int, in period: CalendarPeriod) -> Bool {
        let bases = rule.arms?.arms.compactMap(\.plan.basis) ?? [rule.basis].compactMap(\.self)
        guard !bases.isEmpty else { return true }
        let circumstances = Circumstances(
            asOf: dataset.asOf, period: period, due: rule.schedule.due(in: period)?.date,
            registerDay: rule.schedule.registerDay(in: period), baseline: rule.schedule.baseline,
            ranges: Ranges(rule.missing))
        let view = RecordView(.held(dataset, table, row), circumstances)
        // Of several arms one that is known is enough to be judged by.
        return bases.contains { basis in
            let value = view.value(of: basis)
            if case .unknown = value { return false }
            return value.interval == nil || !isBlank(basis, on: view)
        }
    }

    /// Whether a value is made of nothing that anybody reported: of a field of which a cell is blank, all cells are.
    private func isBlank(_ basis: FieldProgram, on view: RecordView) -> Bool {
        let watched = Supposition(nil, path: [])
        _ = view.supposing(watched).value(of: basis)
        return watched.measured.isDisjoint(with: watched.blank)
    }
}
