/// Holds mutants of a rule against the cases that the rule passes.
struct MutantTrial {
    let cases: [RuleCase]
    /// The places of the cases, those first that noticed the last mistakes: what notices one is likely to notice the next.
    private var order: [Int]
    private var datasets = CaseDatasets()

    /// - Parameter cases: Those of the rule that come out as they say; others can notice nothing.
    init(_ cases: [RuleCase]) {
        self.cases = cases
        order = Array(cases.indices)
    }

    /// A trial with those of a rule's cases that come out as they say.
    init(ofRule index: Int, in plan: AuditPlan) {
        let all = plan.rules[index].rule.cases
        var runner = RuleCaseRunner(plan, rule: index)
        let passed = all.indices.filter { runner.passes(all[$0], at: $0) }
        self.init(passed.map { all[$0] })
        datasets = runner.datasets.keeping(passed)
    }

    /// Whether a case comes out otherwise under a mutant, and so notices it.
    ///
    /// - Parameter mutant: A plan whose only rule is the mutant. Its vocabulary is the same for all mutants of a trial.
    mutating func notices(_ mutant: AuditPlan) -> Bool {
        var runner = RuleCaseRunner(mutant, rule: 0, datasets: datasets)
        defer { datasets = runner.datasets }
        guard let killer = order.firstIndex(where: { !runner.passes(cases[$0], at: $0) }) else { return false }
        order.insert(order.remove(at: killer), at: 0)
        return true
    }
}
