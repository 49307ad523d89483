import OrderedCollections

/// Which of a table's periods a rule judges.
extension Schedule {
    /// The period that a rule judges which names none: the one that its due date falls in. Before that date, the last
    /// figures there are say what it would be today.
    ///
    /// - Parameters:
    ///   - periods: Of which periods there are figures.
    /// - Returns: nil for a rule without a due date, and for a table without periods.
    /// - Complexity: O(periods).
    func duePeriod(of table: HeldTable, _ periods: some Sequence<CalendarPeriod?>, asOf: CalendarDate) -> CalendarPeriod? {
        guard table.table.period != nil, let date else { return nil }
        let due = CalendarPeriod(containing: date, kind: table.periodKind)
        guard asOf <= date else { return due }
        let reached = periods.lazy.compactMap(\.self).filter { $0 == due || $0.isBefore(due) ?? false }
        return reached.max { $0.isBefore($1) ?? false } ?? due
    }

    /// The period in which a rule that names none sees the records of a table without periods: the one that its due date
    /// falls in. Before that date it is the last one that was observed, or where nothing is observed the present one.
    ///
    /// - Parameter record: The record that is judged; nil where all are.
    /// - Returns: nil for a rule without a due date, and for one that sees the same in all periods.
    func duePeriod(of table: HeldTable, record: Int?, _ dataset: Dataset) -> CalendarPeriod? {
        guard dependsOnTime, let date else { return nil }
        let series = observed.map { dataset.series($0, of: table) }
        let kind = observed.lazy.compactMap { table.table.fields.values[$0].observation?.table }.first
            .flatMap { dataset.table(named: $0)?.periodKind } ?? .year
        let due = CalendarPeriod(containing: date, kind: kind)
        guard dataset.asOf <= date else { return due }
        let reached = dataset.observations.periods(of: series, record: record).filter { $0 == due || $0.isBefore(due) ?? false }
        return reached.max { $0.isBefore($1) ?? false } ?? CalendarPeriod(containing: dataset.asOf, kind: kind)
    }

    /// Whether the rule judges what is of a period by itself.
    func judges(_ period: CalendarPeriod?) -> Bool {
        guard let period else { return true }
        if let choice, choice.manner == .latestSince { return choice.periods.first.map { $0.kind == period.kind && $0 <= period } ?? false }
        if let choice { return choice.periods.contains(period) }
        return date.map(period.contains) ?? true
    }

    /// Whether the rule judges a record of a table in the record's own period.
    ///
    /// - Complexity: O(rows of the record).
    func judges(_ record: Int, of table: HeldTable, asOf: CalendarDate) -> Bool {
        guard table.table.period != nil else { return true }
        guard choice == nil, table.table.keyNamesPeriod else { return judges(table.periods[record]) }
        let rows = table.entities[Int(table.entityOfRecord[record])].records
        return date == nil || duePeriod(of: table, rows.lazy.map { table.periods[$0] }, asOf: asOf) == table.periods[record]
    }
}
