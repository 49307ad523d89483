import Diagnostics

/// Reads the rules of a ruleset, once templates are filled in.
struct RuleTextReader {
    let ruleset: String
    /// What is taken differently; nil where no profile was asked for.
    let profile: ProfileApplication?

    /// The rules that could be read, in the order of their texts.
    ///
    /// - Parameter budget: What all of their cases may hold together.
    /// - Complexity: The texts are shared out among the cores. Each may take an equal part of the budget; those that need more are
    ///   read after all others, one by one.
    func rules(_ texts: [TemplateExpander.RuleText], _ budget: CaseBudget, _ diagnostics: inout Diagnostics) -> [Rule] {
        var budget = budget
        let part = CaseBudget(values: budget.valuesLeft / max(texts.count, 1))
        var results = texts.indices.concurrentMap { result(texts[$0], part) }
        for result in results where !result.budget.isReported { _ = budget.take(part.valuesLeft - result.budget.valuesLeft) }
        for place in results.indices where results[place].budget.isReported {
            results[place] = result(texts[place], budget)
            budget = results[place].budget
        }
        for result in results { diagnostics.append(result.faults) }
        return results.compactMap(\.rule)
    }
}

private extension RuleTextReader {
    struct Result {
        var rule: Rule?
        var faults: Diagnostics
        /// What is left of what it could take.
        var budget: CaseBudget
    }

    func result(_ text: TemplateExpander.RuleText, _ budget: CaseBudget) -> Result {
        let node = profile?.applied(toRule: text.node) ?? text.node
        var result = Result(faults: Diagnostics(), budget: budget)
        guard let use = text.use else {
            result.rule = RuleLoader(ruleset: ruleset).read(node, &result.budget, &result.faults)
            return result
        }
        var faults = Diagnostics()
        result.rule = RuleLoader(ruleset: ruleset, template: use).read(node, &result.budget, &faults)
        // Before anything is compiled, all that can be wrong within the template is its own.
        let told = TemplateFaults(use)
        result.faults.append(faults) { told.told($0) { _ in true } }
        return result
    }
}
