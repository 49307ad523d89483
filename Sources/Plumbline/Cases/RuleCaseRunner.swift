import Diagnostics
import OrderedCollections

/// Runs cases of one rule, each as a submission of its own. Plans that several of them need are made once.
struct RuleCaseRunner {
    private let plan: AuditPlan
    private let index: Int
    /// The rule by itself, made when a case first needs it.
    private var alone: AuditPlan?
    /// The rule over a table with a field for what it observes: made when a case first needs it, and nil where no field could hold that.
    private var observing: AuditPlan??
    /// What the records of its cases came to, for other rules with the same cases.
    var datasets: CaseDatasets
    /// What compiles the rule for cases that set parameters, by the case's place, for other rules with the same cases.
    private(set) var planners: [Int: RulesetPlanner]

    /// - Parameters:
    ///   - index: The rule's place in the plan.
    ///   - datasets: Those of the same cases, as another runner left them.
    ///   - planners: Those of the same cases of a rule of the same ruleset, as another runner left them.
    init(_ plan: AuditPlan, rule index: Int, datasets: CaseDatasets = CaseDatasets(), planners: [Int: RulesetPlanner] = [:]) {
        (self.plan, self.index, self.datasets, self.planners) = (plan, index, datasets, planners)
    }

    /// What a case comes to otherwise than it says.
    ///
    /// - Parameter place: The case's place among its rule's.
    mutating func failures(of example: RuleCase, at place: Int) -> [Diagnostic] {
        let judged: AuditPlan
        do throws(Diagnostics) { judged = try plan(for: example) } catch { return error.sorted }
        // Other readings are asked only where the case expects something of them: each is as dear as the rule.
        let finding = finding(of: example, at: place, by: judged, comparesReadings: !example.readings.isEmpty, detailed: { _ in .all })
        guard let finding else { return [.caseWithoutFinding(example, of: plan.rules[index].rule)] }
        return CaseExpectation(example: example, rule: plan.rules[index]).failures(of: finding)
    }

    /// Whether a case comes out as it says. What is wrong with what a finding would tell beside its figures is not asked.
    mutating func passes(_ example: RuleCase, at place: Int) -> Bool {
        guard let judged = verdictPlan(for: example, at: place) else { return false }
        let expectation = CaseExpectation(example: example, rule: plan.rules[index])
        let finding = finding(
            of: example, at: place, by: judged, comparesReadings: !example.readings.isEmpty,
            // With any other outcome the case does not come out, whatever the figures are.
            detailed: { $0 == example.outcome && expectation.needsFigures ? .figures : [] })
        return finding.map { expectation.failures(of: $0).isEmpty } ?? false
    }

    /// The finding of a case; nil where the rule's table is not there.
    mutating func finding(of example: RuleCase, at place: Int) -> Finding? {
        (try? plan(for: example)).flatMap { finding(of: example, at: place, by: $0, comparesReadings: true, detailed: { _ in .all }) }
    }
}

private extension RuleCaseRunner {
    /// - Parameter detailed: What a finding with an outcome is to say beside it.
    mutating func finding(
        of example: RuleCase, at place: Int, by plan: AuditPlan, comparesReadings: Bool, detailed: (Outcome) -> FindingDetails
    ) -> Finding? {
        let rule = plan.rules[0]
        guard let table = plan.vocabulary.tables[rule.rule.table] else { return nil }
        let dataset = datasets.dataset(of: example, at: place, in: table, plan, asOf: asOf(example, of: rule))
        guard let held = dataset.table(named: table.name) else { return nil }
        var sink = CaseSink(details: Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0, detailed($0)) }))
        // What a case says is the author's own, and nothing to withhold.
        let engine = Interpreter(withholdsSensitive: false, wantsNamed: false, comparesReadings: comparesReadings)
        engine.evaluate(held, by: Crew(dataset), only: nil, into: &sink)
        return CaseFinding(example, rule, table).chosen(of: sink.findings)
    }

    /// The plan of the rule by itself; of one that observes a field where the case gives its value outright.
    ///
    /// - Throws: What is wrong with the rule where its parameters are as the case says.
    mutating func plan(for example: RuleCase) throws(Diagnostics) -> AuditPlan {
        guard example.parameters.isEmpty else {
            var runner = RuleCaseRunner(try plan.setting(example.parameters, forRule: index), rule: 0)
            return runner.plan(whereParametersAreAsIn: example)
        }
        return plan(whereParametersAreAsIn: example)
    }

    /// The same for a case of which nobody asks why it does not come out; nil where the rule has faults.
    mutating func verdictPlan(for example: RuleCase, at place: Int) -> AuditPlan? {
        guard !example.parameters.isEmpty else { return plan(whereParametersAreAsIn: example) }
        guard let planner = planners[place] ?? plan.planner(setting: example.parameters, forRule: index)?.forVerdicts else { return nil }
        planners[place] = planner
        guard let set = try? plan.alone(index, by: planner) else { return nil }
        var runner = RuleCaseRunner(set, rule: 0)
        return runner.plan(whereParametersAreAsIn: example)
    }

    /// The plan of the rule by itself, whose parameters are as the case says.
    mutating func plan(whereParametersAreAsIn example: RuleCase) -> AuditPlan {
        (givesObserved(example) ? observingField() : nil) ?? byItself()
    }

    func givesObserved(_ example: RuleCase) -> Bool {
        plan.vocabulary.tables[plan.rules[index].rule.table]?.fields[ObservedField.name] == nil
            && example.periods.contains { $0.record[ObservedField.name] != nil }
    }

    mutating func observingField() -> AuditPlan? {
        let made = observing ?? plan.observingField(index)
        observing = .some(made)
        return made
    }

    mutating func byItself() -> AuditPlan {
        let made = alone ?? plan.alone(index)
        alone = made
        return made
    }

    /// The day that the case states, else the one after the latest of the rule's due date, its last period and the
    /// plan's end, else the calendar's first; never today.
    func asOf(_ example: RuleCase, of rule: RulePlan) -> CalendarDate {
        if let asOf = example.asOf { return asOf }
        let ruleset = plan.book.rulesets.first { $0.name == rule.rule.ruleset }
        let field = plan.vocabulary.tables[rule.rule.table]?.periodField
        let own = field.flatMap { example.given[$0]?.text }.flatMap { CalendarPeriod($0) }
        let periods = (rule.schedule.choice?.periods ?? []) + example.periods.map(\.period) + [own].compactMap(\.self)
        let days = [rule.schedule.date, ruleset?.plan?.to].compactMap(\.self) + periods.map(\.lastDay)
        return days.max()?.next ?? .first
    }
}

/// Takes the findings of a case.
private struct CaseSink: FindingSink {
    let details: [Outcome: FindingDetails]
    var findings: [Finding] = []

    mutating func count(rule: Int, reason: Reason) {}

    mutating func countGroup(rule: Int, reason: Reason) {}

    mutating func account(rule: Int, reason: Reason) {}

    func wants(_ outcome: Outcome) -> Bool { true }

    func details(of outcome: Outcome) -> FindingDetails { details[outcome] ?? .all }

    var wantsProblems: Bool { false }

    mutating func receive(_ finding: Finding) { findings.append(finding) }

    mutating func report(_ problem: DataProblem) {}
}
