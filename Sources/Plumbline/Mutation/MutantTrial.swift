/// Holds mutants of a rule against the cases that the rule passes.
struct MutantTrial {
    let cases: [RuleCase]
    /// The cases without what they expect of other readings, which are dearer to judge than everything else.
    private let plain: [RuleCase]
    private var order: CaseOrder
    private var datasets = CaseDatasets()
    /// What compiles the mutants for cases that set parameters, by the place of the case.
    private var planners: [Int: RulesetPlanner] = [:]

    /// - Parameter cases: Those of the rule that come out as they say; others can notice nothing.
    init(_ cases: [RuleCase]) {
        self.cases = cases
        plain = cases.map(\.withoutReadings)
        order = CaseOrder(cases)
    }

    /// A trial with those of a rule's cases that come out as they say.
    init(ofRule index: Int, in plan: AuditPlan) {
        let all = plan.rules[index].rule.cases
        var runner = RuleCaseRunner(plan, rule: index)
        let passed = all.indices.filter { runner.passes(all[$0], at: $0) }
        self.init(passed.map { all[$0] })
        datasets = runner.datasets.keeping(passed)
    }

    /// What becomes of a mutant: killed where a case comes out otherwise under it, and so notices it.
    ///
    /// - Parameters:
    ///   - mutant: A plan whose only rule is the mutant without its other readings. Its vocabulary is the same for all
    ///     mutants of a trial.
    ///   - withReadings: The same with them; nil where they do not compile. Asked only where no case notices the rest, for it
    ///     is dearer: a mutant that a case notices is killed, whether or not its readings compile.
    mutating func fate(of mutant: AuditPlan, withReadings: () -> AuditPlan?) -> MutantTally.Fate {
        var runner = RuleCaseRunner(mutant, rule: 0, datasets: datasets, planners: planners)
        defer { (datasets, planners) = (runner.datasets, runner.planners) }
        for place in order.places {
            let isNoticed = !runner.passes(plain[place], at: place)
            order.note(place, isNoticed: isNoticed)
            if isNoticed { return .killed }
        }
        guard let whole = withReadings() else { return .dropped }
        let asking = cases.indices.filter { !cases[$0].readings.isEmpty }
        runner = RuleCaseRunner(whole, rule: 0, datasets: runner.datasets, planners: runner.planners)
        return asking.contains { !runner.passes(cases[$0], at: $0) } ? .killed : .survived
    }
}

private extension RuleCase {
    var withoutReadings: RuleCase {
        var example = self
        example.readings = []
        return example
    }
}
