public import CEL
public import Diagnostics
import OrderedCollections

/// Compiles the rules of a book into a plan, and reports all faults of all files and all rules.
public enum AuditPlanner {
    /// - Parameters:
    ///   - targets: The kinds of target that rules may use.
    ///   - functions: Libraries of CEL functions and macros beside those of the rule language.
    public static func plan(
        _ book: RuleBook, targets: [any TargetKind] = builtInTargets, functions: [any FunctionLibrary] = []
    ) throws(Diagnostics) -> AuditPlan {
        var diagnostics = book.faults
        // What rules say of a vocabulary that was not read would all be faults, and none of them true.
        guard book.isVocabularyWhole else { throw diagnostics }
        var plans: [RulePlan] = []
        for rule in book.rules {
            guard let table = book.vocabulary.tables[rule.table] else {
                let titled = book.vocabulary.tables.values.first { $0.names.contains(rule.table) }?.name
                diagnostics.append(
                    .unknownTable(rule.table, titled: titled, among: book.vocabulary.tables.keys, at: rule.tableLocation))
                continue
            }
            var compiler = RuleCompiler(
                rule: rule, table: table, vocabulary: book.vocabulary, targets: targets, functions: functions)
            if let plan = compiler.compile() { plans.append(plan) }
            diagnostics.append(compiler.diagnostics)
        }
        guard !diagnostics.hasErrors else { throw diagnostics }
        return AuditPlan(book: book, rules: plans, functions: functions)
    }
}
