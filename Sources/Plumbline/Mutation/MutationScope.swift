/// What a mistake in an expression needs to know of where the expression stands.
struct MutationScope {
    let vocabulary: Vocabulary
    /// The name of the table whose records the expression is about.
    let table: String
    /// Whether the periods that are judged are years.
    let isYearly: Bool
}

extension MutationScope {
    init(_ rule: Rule, vocabulary: Vocabulary) {
        self.init(vocabulary: vocabulary, table: rule.table, isYearly: rule.period?.periods.first?.kind == .year)
    }
}
