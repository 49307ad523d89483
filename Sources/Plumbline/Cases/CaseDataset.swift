import Diagnostics
import OrderedCollections
import Quantities

/// The records that a case gives, tied together as a submission's would be: they go the way of every submitted record.
struct CaseDataset {
    let dataset: Dataset
    private let manner: Manner
    /// What the rule looks at, where the case has rows that name their indicators: only those are taken that are looked at.
    private let uses: FieldUses?

    /// - Parameter plan: The plan of the case's rule alone.
    init(_ example: RuleCase, of table: Table, plan: AuditPlan, asOf: CalendarDate) {
        manner = Manner(example, plan, asOf: asOf)
        var rows = CaseRows(plan.vocabulary, file: example.location.file, period: manner.period)
        rows.add(example, of: table)
        rows.addBenchmarks(example, of: manner.benchmark)
        let roster = example.roster.isEmpty ? nil : CaseRoster(plan.rules[0], vocabulary: plan.vocabulary)
        let expected = roster.map { rows.rosterBatch($0.records(of: example), of: $0.table) }
        var builder = DatasetBuilder(plan: plan, asOf: asOf, holdsAll: true, prefersGiven: true)
        builder.supply(table.name)
        for name in manner.readTables where rows.hasRows(in: name) { builder.supply(name) }
        if let expected { builder.appendRoster(expected) }
        let batches = rows.batches
        for batch in batches { _ = builder.append(batch) }
        uses = batches.contains { $0.table.observations != nil } ? plan.uses : nil
        var problems: [DataProblem] = []
        let given = rows.givenLists
        dataset = builder.finish(sent: { _ in given }, given: rows.givenObservations, problems: &problems)
    }

    private init(_ dataset: Dataset, _ manner: Manner, _ uses: FieldUses?) {
        (self.dataset, self.manner, self.uses) = (dataset, manner, uses)
    }

    /// The same records under another plan of the rule, such as that of a mutant; nil where it would tie them otherwise.
    ///
    /// - Parameter plan: One with the same vocabulary, but for what a rule observes.
    func judged(by plan: AuditPlan, as example: RuleCase, asOf: CalendarDate) -> CaseDataset? {
        guard uses.map({ $0 == plan.uses }) ?? true, Manner(example, plan, asOf: asOf) == manner else { return nil }
        return CaseDataset(dataset.judged(by: plan, asOf: asOf), manner, uses)
    }
}

private extension CaseDataset {
    /// All that a rule has to do with how the records of a case are tied together.
    struct Manner: Equatable {
        /// The day, where it makes a difference to which records belong together; nil elsewhere.
        let asOf: CalendarDate?
        /// The period of records that say nothing of periods: the one that is judged; nil where there are several.
        let period: CalendarPeriod?
        /// The indicator of published figures that name none.
        let benchmark: String?
        /// The tables of the rule's other readings, where they are not its own.
        let readTables: Set<String>
        /// Of which table, and on which level, those are that a case expects; nil where it expects nobody.
        let rosterTable, rosterLevel: String?
        /// Whether records of which nothing came are noted.
        let comparesSides: Bool
        let observed: GivenField?

        init(_ example: RuleCase, _ plan: AuditPlan, asOf: CalendarDate) {
            let rule = plan.rules[0]
            self.asOf = plan.tiesRecordsByDay ? asOf : nil
            period = Self.period(of: example, rule.schedule)
            benchmark = rule.figures.lazy.compactMap(\.benchmark).first?.indicator.name
            readTables = Set(rule.readings.map(\.plan.rule.table)).subtracting([rule.rule.table])
            let roster = example.roster.isEmpty ? nil : CaseRoster(rule, vocabulary: plan.vocabulary)
            (rosterTable, rosterLevel) = (roster?.table.name, roster?.level)
            comparesSides = rule.comparesSides
            observed = plan.vocabulary.tables[rule.rule.table]?.fields[ObservedField.name].map(GivenField.init)
        }

        private static func period(of example: RuleCase, _ schedule: Schedule) -> CalendarPeriod? {
            if let period = example.period { return period }
            guard let choice = schedule.choice else { return schedule.date.map { CalendarPeriod(containing: $0, kind: .year) } }
            return choice.periods.count == 1 ? choice.periods[0] : nil
        }
    }

    /// What reads the cells of the field by which a case gives outright what is observed.
    struct GivenField: Equatable {
        let type: FieldType
        let unit: Unit?
        /// Whether it is given period by period.
        let isPeriodic: Bool

        init(_ field: Field) { (type, unit, isPeriodic) = (field.type, field.unit, field.observation != nil) }
    }
}
