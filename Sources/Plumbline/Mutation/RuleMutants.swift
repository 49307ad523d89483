import Diagnostics
import OrderedCollections

/// The mistakes in what rules say themselves, each held against the cases of its rule.
struct RuleMutants {
    /// Of each rule what is known of its cases.
    let trials: [MutantTrial]
    /// One result for each rule that was read from a file.
    let results: [MutationTest.Result]

    /// - Complexity: Makes every mutant; the rules are shared out among the cores.
    init(_ plan: AuditPlan) {
        let found = plan.rules.indices.concurrentMap { Self.found(ofRule: $0, in: plan) }
        trials = found.map(\.trial)
        results = found.compactMap(\.result)
    }
}

private extension RuleMutants {
    /// What came of one rule.
    struct Found {
        var trial: MutantTrial
        /// Nil for a rule that was read from no file.
        var result: MutationTest.Result?
    }

    static func found(ofRule index: Int, in plan: AuditPlan) -> Found {
        var trial = MutantTrial(ofRule: index, in: plan)
        guard let rule = MutableRule(plan.rules[index], vocabulary: plan.vocabulary), let compiler = MutantCompiler(rule: rule, in: plan)
        else { return Found(trial: trial) }
        var tally = MutantTally(.rule, rule.rule.fullName, title: rule.rule.title)
        for (kind, change) in rule.changes where !rule.isOfTemplate(change.mistake) {
            tally.add(kind, change.mistake) { compiler.fate(of: change, under: &trial) }
        }
        // The mistakes in a template are held against the same cases after these.
        return Found(trial: rule.rule.template == nil ? trial.withoutRecords : trial, result: tally.result(of: [trial]))
    }
}
