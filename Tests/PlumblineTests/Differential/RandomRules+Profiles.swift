/// What is left to a profile: figures of the plan that nobody knows, records that are let pass, rules that wait.
extension RandomRules {
    mutating func leaveOpen(_ rule: inout PlainRule) {
        guard rule.coverage == nil, rule.namesSubjects else { return }
        if maker.dice.chance(6) { ask(&rule) }
        let keys = rule.table.key.filter { $0 != rule.table.period }
        if keys.count == 1, maker.dice.chance(8) {
            let records = rule.table.name == vocabulary.tables[0].name ? ["A1", "A2"] : rule.table.name == vocabulary.tables[2].name ? ["s0", "s1"] : ["U1", "U2", "U9"]
            rule.waived = maker.dice.shuffled(records).prefix(maker.dice.pick([1, 2])).map {
                (record: $0, until: PlainDay(text: maker.dice.pick(["2025-10-01", "2027-01-01"])))
            }
        }
        if maker.dice.chance(2) { rule.disabledUntil = PlainDay(text: "2025-10-01") }
    }

    /// Rests the rule on a parameter without a value, beside what it says anyway.
    private mutating func ask(_ rule: inout PlainRule) {
        let asked = PlainExpression.compare(.equal, place.path("sort"), .parameter("which"))
        switch rule.requirement {
        case .condition(let condition) where maker.dice.chance(60):
            rule.requirement = .condition(maker.dice.chance(50) ? .and(condition, asked) : .or(condition, asked))
        default: rule.scope = rule.scope.map { .and($0, asked) } ?? asked
        }
    }
}
