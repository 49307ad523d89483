/// Holds mutants of a rule against those of its cases that come out as they say.
///
/// Whether a case does is found out when it is first needed: most mutants are noticed by a few of them.
struct MutantTrial {
    let cases: [RuleCase]
    /// The cases without what they expect of other readings, which are dearer to judge than everything else.
    private let plain: [RuleCase]
    private var order: CaseOrder
    private let plan: AuditPlan
    private let index: Int
    /// The rule as it is.
    private var original: RuleCaseRunner
    /// Whether each case comes out under the rule as it is; nil where nobody has asked.
    private var comesOut: [Bool?]
    /// Whether the mutants are of the rule itself, so that they see the records that it sees.
    private var isOfRuleItself = true
    /// The records of the cases as mutants see them.
    private var datasets = CaseDatasets()
    /// What compiles the mutants for cases that set parameters, by the place of the case.
    private var planners: [Int: RulesetPlanner] = [:]

    init(ofRule index: Int, in plan: AuditPlan) {
        (self.plan, self.index) = (plan, index)
        cases = plan.rules[index].rule.cases
        plain = cases.map(\.withoutReadings)
        order = CaseOrder(cases)
        original = RuleCaseRunner(plan, rule: index)
        comesOut = cases.map { _ in nil }
    }

    /// The same cases for mutants of what rules share, a ruleset or a vocabulary: nothing that is kept holds for these.
    var ofWhatRulesShare: MutantTrial {
        var trial = self
        (trial.datasets, trial.planners, trial.isOfRuleItself) = (CaseDatasets(), [:], false)
        return trial
    }

    /// The same without what is kept of its records, which of thousands of rules is much, and is made again where it is needed.
    var withoutRecords: MutantTrial {
        var trial = self
        (trial.original, trial.datasets, trial.planners) = (RuleCaseRunner(plan, rule: index), CaseDatasets(), [:])
        return trial
    }

    /// How many cases there are, without those that were found not to come out.
    var caseCount: Int { comesOut.count { $0 ?? true } }

    /// The same where every case was asked whether it comes out.
    var settled: MutantTrial {
        var trial = self
        for place in cases.indices { _ = trial.notices(place) }
        return trial
    }

    /// The same where cases were asked until one came out.
    var searched: MutantTrial {
        var trial = self
        _ = cases.indices.first { trial.notices($0) }
        return trial
    }

    /// What becomes of a mutant: killed where a case comes out otherwise under it, and so notices it.
    ///
    /// - Parameters:
    ///   - mutant: A plan whose only rule is the mutant without its other readings. Its vocabulary is the same for all
    ///     mutants of a trial.
    ///   - outcome: What the cases that notice it mostly expect: they are asked first.
    ///   - withReadings: The same with them; nil where they do not compile. Asked only where no case notices the rest, for it
    ///     is dearer: a mutant that a case notices is killed, whether or not its readings compile.
    mutating func fate(of mutant: AuditPlan, noticedBy outcome: Outcome?, withReadings: () -> AuditPlan?) -> MutantTally.Fate {
        var runner = RuleCaseRunner(mutant, rule: 0, planners: planners)
        for place in order.places(noticedBy: outcome) where notices(place) {
            let isNoticed = !passes(plain[place], at: place, &runner)
            order.note(place, isNoticed: isNoticed)
            if isNoticed { return .killed }
        }
        guard let whole = withReadings() else { return .dropped }
        runner = RuleCaseRunner(whole, rule: 0, planners: planners)
        for place in cases.indices where !cases[place].readings.isEmpty && notices(place) {
            if !passes(cases[place], at: place, &runner) { return .killed }
        }
        return .survived
    }
}

private extension MutantTrial {
    /// Whether a case can notice anything: it does not where it does not come out under the rule as it is.
    mutating func notices(_ place: Int) -> Bool {
        if let known = comesOut[place] { return known }
        let passes = original.passes(cases[place], at: place)
        comesOut[place] = passes
        if isOfRuleItself { datasets.take(place, from: original.datasets) }
        return passes
    }

    /// Whether a case comes out under a mutant; what it made that others need is kept.
    mutating func passes(_ example: RuleCase, at place: Int, _ runner: inout RuleCaseRunner) -> Bool {
        runner.datasets = datasets
        defer { (datasets, planners) = (runner.datasets, runner.planners) }
        return runner.passes(example, at: place)
    }
}

private extension RuleCase {
    var withoutReadings: RuleCase {
        var example = self
        example.readings = []
        return example
    }
}
