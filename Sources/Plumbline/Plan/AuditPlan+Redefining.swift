import Diagnostics
import OrderedCollections

/// Plans whose vocabulary or rulesets differ from those of the files in one thing.
extension AuditPlan {
    /// The same plan with another definition of a field; nil where it does not compile. The rules are still compiled as they
    /// were, and have to be compiled again by what uses the plan.
    func redefining(_ field: String, of table: Table, as definition: Definition) -> AuditPlan? {
        var compiler = VocabularyCompiler(model, language: language)
        guard let model = compiler.redefining(field, of: table, as: definition), !compiler.diagnostics.hasErrors else { return nil }
        return AuditPlan(book: book, rules: [], targets: targets, language: language, model: model, meetable: meetable)
    }

    /// The same plan with a ruleset in the place of that of the same name.
    func replacing(_ ruleset: Ruleset) -> AuditPlan {
        var book = book
        for place in book.rulesets.indices where book.rulesets[place].name == ruleset.name { book.rulesets[place] = ruleset }
        return sharingModel(book, [], meetable)
    }
}
