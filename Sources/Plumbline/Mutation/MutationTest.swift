public import Diagnostics
import YAML

/// Makes small mistakes in rules, one at a time, and finds those that no case notices.
public struct MutationTest: Sendable {
    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// A mistake that every case of its rule lets pass.
    public struct Survivor: Sendable {
        public var kind: MutationKind
        /// What the rule says, and what the mutant says there; empty where that is nothing.
        public var before: String
        public var after: String
        public var location: Location
        /// What a case that notices it would have to show.
        public var hint: Localized
    }

    /// How many mutants of a kind there were, and what became of them.
    public struct Count: Sendable {
        public var killed = 0
        public var survived = 0
        /// Those that do not load or compile, which everybody notices, and those that say what the rule says.
        public var dropped = 0

        public var tried: Int { killed + survived }
    }

    /// What came of one rule.
    public struct RuleResult: Sendable {
        public var rule: Rule
        /// The rule's cases that come out as they say; others can notice nothing.
        public var caseCount: Int
        public var survivors: [Survivor] = []
        public var counts: [MutationKind: Count] = [:]

        /// How many mistakes of a kind were made in the rule, by what became of them.
        public func count(_ kind: MutationKind) -> Count { counts[kind] ?? Count() }

        public var total: Count { Count(adding: counts.values) }
    }

    /// One result for each rule of the plan that was read from a file, in its order.
    public func run() -> [RuleResult] { plan.rules.indices.compactMap { result(ofRule: $0) } }
}

extension MutationTest.Count {
    public init(adding counts: some Sequence<Self>) {
        for count in counts {
            killed += count.killed
            survived += count.survived
            dropped += count.dropped
        }
    }
}

private extension MutationTest {
    func result(ofRule index: Int) -> RuleResult? {
        guard let rule = MutableRule(plan.rules[index], vocabulary: plan.vocabulary),
              let ruleset = plan.book.rulesets.first(where: { $0.name == rule.rule.ruleset })
        else { return nil }
        let runner = CaseRunner(plan)
        var cases = rule.rule.cases.filter { runner.passes($0, rule: index) }
        var result = RuleResult(rule: rule.rule, caseCount: cases.count)
        let compiler = MutantCompiler(plan: plan, ruleset: ruleset)
        var seen: Set<String> = []
        for (kind, change) in Self.changes(of: rule) {
            let isNew = seen.insert("\(change.location) \(change.before) → \(change.after)").inserted
            guard isNew, change.before != change.after, let mutant = compiler.plan(of: change.root) else {
                result.counts[kind, default: Count()].dropped += isNew ? 1 : 0
                continue
            }
            let runner = CaseRunner(mutant)
            if let killer = cases.firstIndex(where: { !runner.passes($0, rule: 0) }) {
                result.counts[kind, default: Count()].killed += 1
                // What notices one mistake is likely to notice the next.
                cases.insert(cases.remove(at: killer), at: 0)
            } else {
                result.counts[kind, default: Count()].survived += 1
                result.survivors.append(Survivor(
                    kind: kind, before: change.before, after: change.after, location: change.location, hint: change.hint))
            }
        }
        return result
    }

    /// Every mistake, kind by kind, in the order of the text.
    static func changes(of rule: MutableRule) -> [(MutationKind, RuleChange)] {
        let expressions = rule.parts.compactMap { MutableExpression($0, of: rule) }.map { ($0, $0.nodes) }
        return builtInMutations.flatMap { mutation in
            let inText = rule.parts.flatMap { mutation.changes(at: $0, of: rule) }
            let inExpressions = expressions.flatMap { expression, nodes in
                nodes.flatMap { mutation.edits(at: $0, of: expression) }.compactMap { expression.change($0) }
            }
            return (inText + inExpressions).map { (mutation.kind, $0) }
        }
    }
}

/// Compiles mutants: only the mutated rule, everything else is the plan's.
private struct MutantCompiler {
    private let plan: AuditPlan
    private let ruleset: String
    private let planner: RulesetPlanner

    init(plan: AuditPlan, ruleset: Ruleset) {
        self.plan = plan
        self.ruleset = ruleset.name
        planner = plan.planner(of: ruleset)
    }

    /// The plan of a mutated rule by itself; nil where it does not load or compile.
    func plan(of text: TemplateExpander.RuleText) -> AuditPlan? {
        var faults = Diagnostics()
        var budget = CaseBudget()
        guard let rule = RuleLoader(ruleset: ruleset, template: text.use).read(text.node, &budget, &faults), !faults.hasErrors else { return nil }
        var planner = planner
        guard let mutant = planner.plan(rule), !planner.diagnostics.hasErrors else { return nil }
        return plan.replacingRules(with: mutant)
    }
}
