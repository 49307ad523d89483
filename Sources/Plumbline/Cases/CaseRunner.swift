import CEL
public import Diagnostics
import OrderedCollections
import Quantities

/// Runs the cases that stand beside rules, each as a submission of one record.
public struct CaseRunner: Sendable {
    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// What came of all cases of all rules.
    public struct Result: Sendable {
        public var caseCount = 0
        /// The cases that did not come out as they say, each at the place that says otherwise.
        public var failures = Diagnostics()
        /// How many cases had at least one such failure.
        public var failedCaseCount = 0
        /// The rules without a single case.
        public var untested: [String] = []
    }

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

    /// The finding of a case; nil where the rule's table is not there.
    public func finding(of example: RuleCase, rule index: Int) -> Finding? {
        let rule = plan.rules[index].rule
        guard let table = plan.vocabulary.tables[rule.table] else { return nil }
        var sink = CaseSink()
        let batch = CaseRecord(example, of: table).batch
        // What a case says is the author's own, and nothing to withhold.
        let interpreter = Interpreter(withholdsSensitive: false)
        interpreter.evaluate(batch, with: plan.alone(index), asOf: asOf(example, of: rule), into: &sink)
        return sink.finding
    }
}

private extension CaseRunner {
    /// The day that the case states, else the one after the plan's last, else the calendar's first; never today.
    func asOf(_ example: RuleCase, of rule: Rule) -> CalendarDate {
        let ruleset = plan.book.rulesets.first { $0.name == rule.ruleset }
        return example.asOf ?? ruleset?.plan?.to?.next ?? .first
    }

    func failures(of example: RuleCase, rule index: Int) -> [Diagnostic] {
        guard let finding = finding(of: example, rule: index) else { return [] }
        return CaseExpectation(example: example, rule: plan.rules[index]).failures(of: finding)
    }
}

/// Takes the one finding of a case.
private struct CaseSink: FindingSink {
    var finding: Finding?

    mutating func count(rule: Int, reason: Reason) {}

    func wants(_ outcome: Outcome) -> Bool { true }

    mutating func receive(_ finding: Finding) {
        self.finding = finding
    }

    mutating func report(_ problem: DataProblem) {}
}
