import CEL
public import Diagnostics
import OrderedCollections
import YAML

/// Judges a record by a rule and keeps what every part of the rule's expressions came to.
///
/// It is far slower than a run, and asks the reference engine for the verdict.
public struct RuleExplainer: Sendable {
    private let plan: AuditPlan
    private let asOf: CalendarDate

    public init(_ plan: AuditPlan, asOf: CalendarDate) {
        self.plan = plan
        self.asOf = asOf
    }

    /// - Parameters:
    ///   - index: The rule's place in the plan's `rules`.
    ///   - selection: The record, which has to be of the rule's table.
    /// - Returns: nil where there is no such record, or where the rule judges records only together.
    /// - Throws: The fault of a file that cannot be read.
    public func explain(
        rule index: Int, on selection: RecordSelection, of submission: Submission
    ) throws(Diagnostic) -> RuleExplanation? {
        let alone = plan.keeping([index])
        let audit = Audit(plan: alone, asOf: asOf, selection: selection)
        var run = AuditRun(audit: audit, sink: AllFindings())
        do throws(AuditRun<AllFindings>.Fault) {
            try run.run(submission)
        } catch {
            throw error.diagnostic
        }
        guard let view = try view(of: selection, in: submission, run) else { return nil }
        let rule = alone.rules[0]
        let finding = run.sink.findings.first { $0.record.period == view.circumstances.period } ?? run.sink.findings.first
        guard var finding else { return nil }
        finding.rule = index
        return explanation(of: finding, on: view, rule)
    }

    /// What a rule over many records says of the groups that a person means by a name: a group's key or label; all of
    /// them for an empty name.
    ///
    /// - Parameter index: The rule's place in the plan's `rules`.
    /// - Returns: The findings, in the order of a run, with the rule's place; empty where no group is called so.
    /// - Throws: The fault of a file that cannot be read.
    public func groups(
        of index: Int, called name: String, in submission: Submission
    ) throws(Diagnostic) -> [Finding] {
        var run = AuditRun(audit: Audit(plan: plan.keeping([index]), asOf: asOf), sink: AllFindings())
        do throws(AuditRun<AllFindings>.Fault) {
            try run.run(submission)
        } catch {
            throw error.diagnostic
        }
        return run.sink.findings.filter { $0.group != nil && $0.record.isGroup(called: name) }.map { finding in
            var finding = finding
            finding.rule = index
            return finding
        }
    }
}

private extension RuleExplainer {
    func explanation(of finding: Finding, on view: RecordView, _ rule: RulePlan) -> RuleExplanation {
        let expressions = expressions(of: rule, on: view)
        var explanation = RuleExplanation(rule: finding.rule, finding: finding, expressions: expressions)
        explanation.parts = arms(of: rule, on: view).map { .init(kind: .arm($0), expressions: $1) }
            + rule.readings.enumerated().flatMap { parts(of: $1.plan, at: $0, besides: rule, on: view) }
        return explanation
    }

    /// The scope, then the requirement; `texts` are those of expressions that were explained before.
    func expressions(
        of rule: RulePlan, on view: RecordView, besides texts: Set<String> = []
    ) -> [RuleExplanation.Expression] {
        let trace = ExpressionTrace(record: view, rule: rule, plan: plan)
        var asked: [(YAMLScalar, RuleExplanation.Expression.Role)] = rule.rule.scope.map { [($0, .scope)] } ?? []
        switch rule.rule.requirement {
        case .target(let observe, _): asked.append((observe, .observed))
        case .condition(let condition): asked.append((condition, .condition))
        case .bareTarget, .membership, .arms: break
        }
        return asked.filter { !texts.contains($0.0.text) }.map { trace.expression($0.0, as: $0.1) }
    }

    func arms(of rule: RulePlan, on view: RecordView) -> [(Int, [RuleExplanation.Expression])] {
        (rule.arms?.arms ?? []).enumerated().map { ($0, expressions(of: $1.plan, on: view)) }
    }

    /// What a reading of the same records asks that the rule does not.
    func parts(of reading: RulePlan, at place: Int, besides rule: RulePlan, on view: RecordView) -> [RuleExplanation.Part] {
        guard reading.rule.table == rule.rule.table else { return [] }
        var circumstances = view.circumstances
        circumstances.due = reading.schedule.due(in: circumstances.period)?.date
        circumstances.ranges = Ranges(reading.missing)
        let view = RecordView(view.source, circumstances)
        let own = RuleExplanation.Part(
            kind: .reading(place), expressions: expressions(of: reading, on: view, besides: Set(rule.rule.ownTexts)))
        let isOfOtherArms = Set(reading.rule.armTexts) != Set(rule.rule.armTexts)
        let arms = isOfOtherArms ? arms(of: reading, on: view) : []
        return [own] + arms.map { .init(kind: .armOfReading(place, arm: $0), expressions: $1) }
    }

    /// The record as the rule sees it, in the period of its own row.
    func view(
        of selection: RecordSelection, in submission: Submission, _ run: AuditRun<AllFindings>
    ) throws(Diagnostic) -> RecordView? {
        let file = submission.files[selection.file]
        if let table = run.dataset?.table(named: file.table) {
            guard let dataset = run.dataset, let named = table.record(selection, of: file.source.name) else { return nil }
            let rule = run.audit.plan.rules[0]
            let (source, period) = judged(named, of: table, in: dataset, by: rule)
            return RecordView(
                source,
                Circumstances(
                    asOf: asOf, period: period, due: rule.schedule.due(in: period)?.date,
                    registerDay: rule.schedule.registerDay(in: period), baseline: rule.schedule.baseline,
                    ranges: Ranges(rule.missing)))
        }
        let batch = try RecordFinder(run.audit.plan).record(selection, in: submission)
        return batch.map { RecordView(batch: $0, row: 0, asOf: asOf) }
    }
}

private extension RuleExplainer {
    /// The row that a rule judges of the record that a row is of, if there is one, and the period: under `latest_since` the
    /// latest one in which what it observes is known.
    func judged(
        _ named: Int, of table: HeldTable, in dataset: Dataset, by rule: RulePlan
    ) -> (source: RecordView.Source, period: CalendarPeriod?) {
        guard let latest = LatestPeriod(dataset, table, rule) else {
            guard !table.periods.isEmpty else {
                return (.held(dataset, table, named), rule.schedule.choice?.periods.last ?? rule.schedule.duePeriod(of: table, record: named, dataset))
            }
            let period = period(beside: named, of: table, by: rule) ?? table.periods[named]
            return (source(named, of: table, in: dataset, period), period)
        }
        guard table.table.period != nil else { return (.held(dataset, table, named), latest.period(of: [named])) }
        guard table.table.keyNamesPeriod, let period = latest.period(of: table.entity(of: named)?.records ?? [named]) else {
            return (.held(dataset, table, named), table.periods[named])
        }
        return (source(named, of: table, in: dataset, period), period)
    }

    /// The row of a record that it has in a period, or the record as one that has none.
    func source(_ named: Int, of table: HeldTable, in dataset: Dataset, _ period: CalendarPeriod?) -> RecordView.Source {
        if table.periods[named] == period { return .held(dataset, table, named) }
        guard let entity = table.entity(of: named) else { return .held(dataset, table, named) }
        if let row = entity.records.first(where: { table.periods[$0] == period }) { return .held(dataset, table, row) }
        return .absent(dataset, table, entity, .noSuchPeriod)
    }

    /// Of a rule that judges one period that one; nil of others, which judge the row that was named among others.
    func period(beside named: Int, of table: HeldTable, by rule: RulePlan) -> CalendarPeriod? {
        guard let entity = table.entity(of: named) else { return nil }
        let schedule = rule.schedule
        if let choice = schedule.choice { return choice.manner == .one ? choice.periods.first : nil }
        return schedule.duePeriod(of: table, entity.records.lazy.map { table.periods[$0] }, asOf: asOf)
    }
}

private extension HeldTable {
    /// The record with all of its periods that a row is of; nil of a table whose key has no period.
    func entity(of row: Int) -> Entity? {
        table.keyNamesPeriod && entityOfRecord.indices.contains(row) ? entities[Int(entityOfRecord[row])] : nil
    }
}

private extension RecordReference {
    /// Whether a group is called so; of no name all are.
    func isGroup(called name: String) -> Bool { name.isEmpty || name == key || name == label }
}

private extension Rule {
    /// The rule's own expressions, without those of its arms.
    var ownTexts: [String] {
        switch requirement {
        case .target(let observe, _): [scope?.text, observe.text].compactMap(\.self)
        case .condition(let condition): [scope?.text, condition.text].compactMap(\.self)
        case .bareTarget, .membership, .arms: [scope?.text].compactMap(\.self)
        }
    }

    var armTexts: [String] {
        if case .arms(let arms) = requirement { arms.arms.flatMap(\.scalars).map(\.text) } else { [] }
    }
}

/// Keeps every finding.
private struct AllFindings: FindingCollector {
    var findings: [Finding] = []

    func wants(_ outcome: Outcome) -> Bool { true }

    mutating func receive(_ finding: Finding) { findings.append(finding) }
}
