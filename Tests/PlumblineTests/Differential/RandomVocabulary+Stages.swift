extension RandomVocabulary {
    /// A field that goes through stages, with the days on which some of them were reached.
    mutating func addStages(_ table: inout PlainTable) {
        let dated = dice.pick([["build", "done", "used"], ["build", "used"], ["done", "used"]])
        let days = dated.map { (stage: $0, field: "\($0)_on") }
        table.fields.append(PlainField(name: "stage", type: .stage, reachedOn: days))
        table.fields += days.map { PlainField(name: $0.field, type: .date, blank: .none) }
    }
}
