import OrderedCollections

/// Plans for cases that give outright what a rule observes.
extension AuditPlan {
    /// The plan of one rule by itself, over a table with one more field, from which the rule observes its value.
    ///
    /// - Returns: nil where the rule observes nothing that a field could hold.
    /// - Complexity: The rule is compiled once more.
    func observingField(_ index: Int) -> AuditPlan? {
        var rule = rules[index].rule
        guard var field = rules[index].observedField, let ruleset = book.rulesets.first(where: { $0.name == rule.ruleset }) else { return nil }
        rule.cases = []
        var model = model
        // Where the table has no periods, a case gives it period by period all the same.
        if model.vocabulary.tables[rule.table]?.period == nil { field.observation = Observation(table: "") }
        // After all others, so that these keep their places, by which compiled expressions find them.
        model.vocabulary.tables[rule.table]?.fields[field.name] = field
        model.vocabulary.dependence = TimeDependence(model.vocabulary, definitions: definitions)
        var planner = RulesetPlanner(ruleset, model: model, targets: targets, language: language).forVerdicts
        return planner.plan(rule, isObservedGiven: true).map {
            AuditPlan(book: book, rules: [$0], targets: targets, language: language, model: model, meetable: meetable)
        }
    }
}

/// Plans for rules that differ from those of the files.
extension AuditPlan {
    /// What compiles rules of a ruleset as this plan's were.
    func planner(of ruleset: Ruleset) -> RulesetPlanner {
        RulesetPlanner(ruleset, model: model, targets: targets, language: language)
    }
}
