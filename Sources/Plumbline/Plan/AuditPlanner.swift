public import Diagnostics
import OrderedCollections

/// Compiles the rules of a book into a plan, and reports all faults of all rules.
public enum AuditPlanner {
    /// - Parameter targets: The kinds of target that rules may use.
    public static func plan(
        _ book: RuleBook, targets: [any TargetKind] = builtInTargets
    ) throws(Diagnostics) -> AuditPlan {
        var diagnostics = Diagnostics()
        var plans: [RulePlan] = []
        for rule in book.rules {
            guard let table = book.vocabulary.tables[rule.table] else {
                diagnostics.append(.unknownTable(rule.table, among: book.vocabulary.tables.keys, at: rule.tableLocation))
                continue
            }
            var compiler = RuleCompiler(rule: rule, table: table, vocabulary: book.vocabulary, targets: targets)
            if let plan = compiler.compile() { plans.append(plan) }
            diagnostics.append(compiler.diagnostics)
        }
        guard !diagnostics.hasErrors else { throw diagnostics }
        return AuditPlan(book: book, rules: plans)
    }
}
