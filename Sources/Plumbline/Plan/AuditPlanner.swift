public import CEL
public import Diagnostics
import OrderedCollections
import Quantities

/// Compiles the rules of a book into a plan, and reports all faults of all files and all rules.
public enum AuditPlanner {
    /// - Parameters:
    ///   - targets: The kinds of target that rules may use.
    ///   - functions: Libraries of CEL functions and macros beside those of the rule language.
    public static func plan(
        _ book: RuleBook, targets: [any TargetKind] = builtInTargets, functions: [any FunctionLibrary] = []
    ) throws(Diagnostics) -> AuditPlan {
        // What rules say of a vocabulary that was not read would all be faults, and none of them true.
        guard book.isVocabularyWhole else { throw book.faults }
        let language = RuleLanguage(book.vocabulary, functions: functions)
        var compiler = VocabularyCompiler(book.vocabulary, language: language)
        let model = compiler.compile()
        var diagnostics = book.faults
        diagnostics.append(compiler.diagnostics)
        var rules: [RulePlan] = []
        for ruleset in book.rulesets {
            var planner = RulesetPlanner(ruleset, model: model, targets: targets, language: language)
            rules += planner.plan()
            diagnostics.append(planner.diagnostics)
        }
        let names = RuleNames(rules, model: model)
        diagnostics.append(names.faults)
        guard !diagnostics.hasErrors else { throw diagnostics }
        for ruleset in book.rulesets {
            if let register = ruleset.register { diagnostics.append(RegisterCheck(register: register, rules: ruleset.rules).forgotten) }
        }
        // What is left are warnings.
        var book = book
        book.faults = diagnostics
        return AuditPlan(book: book, rules: rules, targets: targets, language: language, model: model, meetable: names.rules)
    }
}
