import CEL
public import Diagnostics
import OrderedCollections
import Quantities

/// Runs the cases that stand beside rules, each as a submission of its own.
public struct CaseRunner: Sendable {
    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// What came of all cases of all rules.
    public struct Result: Sendable {
        /// How many cases were run.
        public var caseCount = 0
        /// The cases that did not come out as they say, each at the place that says otherwise.
        public var failures = Diagnostics()
        /// How many cases had at least one such failure.
        public var failedCaseCount = 0
        /// The rules without a single case.
        public var untested: [String] = []
    }

    /// All cases of all rules of the plan.
    public func run() -> Result {
        var result = Result()
        for index in plan.rules.indices {
            let rule = plan.rules[index].rule
            if rule.cases.isEmpty { result.untested.append(rule.fullName) }
            for example in rule.cases {
                result.caseCount += 1
                let failures = failures(of: example, rule: index)
                result.failedCaseCount += failures.isEmpty ? 0 : 1
                failures.forEach { result.failures.append($0) }
            }
        }
        return result
    }

    /// What a case comes to otherwise than it says.
    func failures(of example: RuleCase, rule index: Int) -> [Diagnostic] {
        guard let finding = finding(of: example, rule: index) else {
            do throws(Diagnostics) {
                _ = try plan(for: example, rule: index)
            } catch {
                return error.sorted
            }
            return [.caseWithoutFinding(example, of: plan.rules[index].rule)]
        }
        return CaseExpectation(example: example, rule: plan.rules[index]).failures(of: finding)
    }

    /// Whether a case comes out as it says.
    func passes(_ example: RuleCase, rule index: Int) -> Bool { failures(of: example, rule: index).isEmpty }

    /// The finding of a case; nil where the rule's table is not there.
    public func finding(of example: RuleCase, rule index: Int) -> Finding? {
        guard let plan = try? plan(for: example, rule: index) else { return nil }
        let rule = plan.rules[0]
        guard let table = plan.vocabulary.tables[rule.rule.table] else { return nil }
        let dataset = CaseDataset(example, of: table, rule: rule, plan: plan, asOf: asOf(example, of: rule)).dataset
        guard let held = dataset.table(named: table.name) else { return nil }
        var sink = CaseSink()
        // What a case says is the author's own, and nothing to withhold.
        Interpreter(withholdsSensitive: false, wantsNamed: false).evaluate(held, of: dataset, only: nil, into: &sink)
        return CaseFinding(example, rule, table).chosen(of: sink.findings)
    }
}

private extension CaseRunner {
    /// The plan of the case's rule by itself; of one that observes a field where the case gives its value outright.
    ///
    /// - Throws: What is wrong with the rule where its parameters are as the case says.
    func plan(for example: RuleCase, rule index: Int) throws(Diagnostics) -> AuditPlan {
        if !example.parameters.isEmpty {
            var rest = example
            rest.parameters = [:]
            return try CaseRunner(plan.setting(example.parameters, forRule: index)).plan(for: rest, rule: 0)
        }
        let table = plan.vocabulary.tables[plan.rules[index].rule.table]
        let isGiven = table?.fields[ObservedField.name] == nil && example.periods.contains { $0.record[ObservedField.name] != nil }
        return (isGiven ? plan.observingField(index) : nil) ?? plan.alone(index)
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
    var findings: [Finding] = []

    mutating func count(rule: Int, reason: Reason) {}

    mutating func countGroup(rule: Int, reason: Reason) {}

    mutating func account(rule: Int, reason: Reason) {}

    func wants(_ outcome: Outcome) -> Bool { true }

    mutating func receive(_ finding: Finding) { findings.append(finding) }

    mutating func report(_ problem: DataProblem) {}
}
