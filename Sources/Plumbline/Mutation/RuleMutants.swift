import Diagnostics
import OrderedCollections
import YAML

/// The mistakes in rules, each held against the cases of its rule. A mistake in a template is one in every rule that the
/// template makes, and any of them may notice it.
struct RuleMutants {
    /// Of each rule the cases that come out as they say.
    let passedCases: [[RuleCase]]
    /// One result for each rule that was read from a file.
    let results: [MutationTest.Result]

    /// - Complexity: Makes every mutant; the rules are shared out among the cores.
    init(_ plan: AuditPlan) {
        let found = plan.rules.indices.concurrentMap { Self.found(ofRule: $0, in: plan) }
        passedCases = found.map(\.passed)
        let noticed = found.reduce(into: Set()) { $0.formUnion($1.noticed) }
        results = zip(plan.rules, found).compactMap { rule, found in
            guard let template = rule.rule.template?.template else { return found.result }
            return found.result?.withoutSurvivors(in: template, noticed: noticed)
        }
    }
}

private extension RuleMutants {
    /// What came of one rule.
    struct Found {
        /// The cases that come out as they say.
        var passed: [RuleCase]
        /// Nil for a rule that was read from no file.
        var result: MutationTest.Result?
        /// The mistakes in the rule's template that a case noticed.
        var noticed: Set<String> = []
    }

    static func found(ofRule index: Int, in plan: AuditPlan) -> Found {
        var trial = MutantTrial(ofRule: index, in: plan)
        guard let rule = MutableRule(plan.rules[index], vocabulary: plan.vocabulary),
              let ruleset = plan.book.rulesets.first(where: { $0.name == rule.rule.ruleset })
        else { return Found(passed: trial.cases) }
        var noticed: Set<String> = []
        var tally = MutantTally(.rule, rule.rule.fullName, title: rule.rule.title, caseCount: trial.cases.count)
        let compiler = MutantCompiler(plan: plan, ruleset: ruleset)
        for (kind, change) in changes(of: rule) {
            tally.add(kind, change.mistake) {
                let fate = compiler.rule(change.root).map { compiler.fate(of: $0, under: &trial) } ?? .dropped
                if fate == .killed, rule.rule.template?.template.rule.holds(change.mistake.location) == true {
                    noticed.insert(change.mistake.key)
                }
                return fate
            }
        }
        return Found(passed: trial.cases, result: tally.result, noticed: noticed)
    }

}

extension RuleMutants {
    /// Every mistake, kind by kind, in the order of the text.
    static func changes(of rule: MutableRule) -> [(MutationKind, RuleChange)] {
        let scope = MutationScope(rule.rule, vocabulary: rule.vocabulary)
        let expressions = rule.parts.filter { $0.kind == .expression }.compactMap { part in
            part.node.scalar.flatMap { MutableExpression($0, in: scope) }.map { (part, $0, $0.nodes) }
        }
        return builtInMutations.flatMap { mutation in
            let inText = rule.parts.flatMap { mutation.changes(at: $0, of: rule) }
            let inExpressions = expressions.flatMap { part, expression, nodes in
                nodes.flatMap { mutation.edits(at: $0, of: expression) }.map { edit in
                    let (text, mistake) = expression.changed(edit)
                    return RuleChange(root: rule.replacing(part, text: text), mistake: mistake)
                }
            }
            return (inText + inExpressions).map { (mutation.kind, $0) }
        }
    }
}

private extension MutationTest.Result {
    /// Without those that stand in a template and that a case of another of its rules noticed.
    func withoutSurvivors(in template: Template, noticed: Set<String>) -> MutationTest.Result {
        var result = self
        result.survivors = survivors.filter { survivor in
            let mistake = Mistake(before: survivor.before, after: survivor.after, location: survivor.location, hint: survivor.hint)
            guard template.rule.holds(survivor.location), noticed.contains(mistake.key) else { return true }
            result.counts[survivor.kind]?.survived -= 1
            result.counts[survivor.kind]?.killed += 1
            return false
        }
        return result
    }
}
