import Diagnostics
import OrderedCollections

/// The mistakes in what rules say themselves, each held against the cases of its rule.
struct RuleMutants {
    /// Of each rule the cases that come out as they say.
    let passedCases: [[RuleCase]]
    /// One result for each rule that was read from a file.
    let results: [MutationTest.Result]

    /// - Complexity: Makes every mutant; the rules are shared out among the cores.
    init(_ plan: AuditPlan) {
        let found = plan.rules.indices.concurrentMap { Self.found(ofRule: $0, in: plan) }
        passedCases = found.map(\.passed)
        results = found.compactMap(\.result)
    }
}

private extension RuleMutants {
    /// What came of one rule.
    struct Found {
        /// The cases that come out as they say.
        var passed: [RuleCase]
        /// Nil for a rule that was read from no file.
        var result: MutationTest.Result?
    }

    static func found(ofRule index: Int, in plan: AuditPlan) -> Found {
        var trial = MutantTrial(ofRule: index, in: plan)
        guard let rule = MutableRule(plan.rules[index], vocabulary: plan.vocabulary), let compiler = MutantCompiler(rule: rule, in: plan)
        else { return Found(passed: trial.cases) }
        var tally = MutantTally(.rule, rule.rule.fullName, title: rule.rule.title, caseCount: trial.cases.count)
        for (kind, change) in rule.changes where !rule.isOfTemplate(change.mistake) {
            tally.add(kind, change.mistake) { compiler.fate(of: change, under: &trial) }
        }
        return Found(passed: trial.cases, result: tally.result)
    }
}
