public import Diagnostics

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
    ///
    /// - Complexity: The rules are shared out among the cores.
    public func run() -> Result {
        var result = Result()
        for (rule, failures) in zip(plan.rules, plan.rules.indices.concurrentMap(failures(ofRule:))) {
            if rule.rule.cases.isEmpty { result.untested.append(rule.rule.fullName) }
            result.caseCount += failures.count
            result.failedCaseCount += failures.count { !$0.isEmpty }
            failures.joined().forEach { result.failures.append($0) }
        }
        return result
    }

    /// What a case comes to otherwise than it says.
    func failures(of example: RuleCase, rule index: Int) -> [Diagnostic] {
        var runner = RuleCaseRunner(plan, rule: index)
        return runner.failures(of: example, at: 0)
    }

    /// The finding of a case; nil where the rule's table is not there.
    public func finding(of example: RuleCase, rule index: Int) -> Finding? {
        var runner = RuleCaseRunner(plan, rule: index)
        return runner.finding(of: example, at: 0)
    }

    /// What each case of a rule comes to otherwise than it says.
    private func failures(ofRule index: Int) -> [[Diagnostic]] {
        var runner = RuleCaseRunner(plan, rule: index)
        return plan.rules[index].rule.cases.enumerated().map { runner.failures(of: $1, at: $0) }
    }
}
