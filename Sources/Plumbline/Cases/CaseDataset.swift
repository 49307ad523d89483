import Diagnostics
import OrderedCollections

/// The records that a case gives, tied together as a submission's would be: they go the way of every submitted record.
struct CaseDataset {
    let dataset: Dataset

    /// - Parameter plan: The plan of the case's rule alone.
    init(_ example: RuleCase, of table: Table, rule: RulePlan, plan: AuditPlan, asOf: CalendarDate) {
        var rows = CaseRows(plan.vocabulary, file: example.location.file, period: Self.period(of: example, rule.schedule))
        rows.add(example, of: table)
        rows.addBenchmarks(example, for: rule)
        let roster = CaseRoster(rule, vocabulary: plan.vocabulary)
        let expected = roster.map { rows.rosterBatch($0.records(of: example), of: $0.table) }
        var builder = DatasetBuilder(plan: plan, asOf: asOf, holdsAll: true, prefersGiven: true)
        builder.supply(table.name)
        for name in Set(rule.readings.map(\.plan.rule.table)) where rows.hasRows(in: name) { builder.supply(name) }
        if let expected, !example.roster.isEmpty { builder.appendRoster(expected) }
        for batch in rows.batches { _ = builder.append(batch) }
        var problems: [DataProblem] = []
        let given = rows.givenLists
        dataset = builder.finish(sent: { _ in given }, given: rows.givenObservations, problems: &problems)
    }

    /// The period of records that say nothing of periods: the one that is judged; nil where there are several.
    private static func period(of example: RuleCase, _ schedule: Schedule) -> CalendarPeriod? {
        if let period = example.period { return period }
        guard let choice = schedule.choice else { return schedule.date.map { CalendarPeriod(containing: $0, kind: .year) } }
        return choice.periods.count == 1 ? choice.periods[0] : nil
    }
}
