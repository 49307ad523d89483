extension RandomRules {
    /// A stage that has to be reached by a day.
    mutating func makeStaged(_ rule: inout PlainRule) {
        guard let field = place.table.fields.first(where: { $0.type == .stage }) else { return rule.requirement = requirement() }
        let rank = maker.dice.number(1...PlainVocabulary.stages.count - 1)
        let bound = PlainBound(kind: .reaches, limits: [.step(rank, PlainVocabulary.stages[rank])])
        rule.requirement = .target(place.path(field.name), bound, .unsaid)
        rule.due = PlainDay(text: maker.dice.pick(["2024-06-30", "2024-12-31", "2025-12-31", "2026-06-30"]))
    }
}
