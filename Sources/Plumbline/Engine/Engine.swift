/// What judges records: the seam behind which the interpreter stands, and other executors beside it.
///
/// All engines agree on every record; the interpreter is the reference. Engines need what a plan compiled
/// and are no plugins.
protocol Engine: Sendable {
    /// Judges the records of a batch by all of the plan's rules for its table, in the order of record and rule.
    ///
    /// - Parameters:
    ///   - batch: The records, with a column for every field that the plan needs of the table.
    ///   - sink: Is told of every record and rule, and given the findings that it wants.
    func evaluate(_ batch: RecordBatch, with plan: AuditPlan, asOf: CalendarDate, into sink: inout some FindingSink)

    /// Judges the records of a held table by all of the plan's rules for it: the records in their order, then groups.
    ///
    /// - Parameters:
    ///   - crew: Those who judge, with the records that the table is among.
    ///   - chosen: The only record to judge, by itself and as what groups of others have in common; nil where all are.
    func evaluate(_ table: HeldTable, by crew: Crew, only chosen: ChosenRecord?, into sink: inout some FindingSink)
}
