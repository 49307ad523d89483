import CEL

/// How a rule's records are put into groups of peers, compiled; what they come to is remembered by its identity.
final class PeersPlan: Sendable {
    /// What a group comes to.
    enum Part: Sendable {
        /// A column as a list; unknown where it is shorter than that.
        case list(Int, leastCount: Int)
        /// An expression over the columns.
        case together(ComparisonPlan.ColumnProgram)
    }

    /// The rule as one on groups: its scope, periods and exceptions, and a comparison without a verdict of its own.
    let rule: RulePlan
    let comparison: ComparisonPlan
    /// The figures of a group, in the order of the target's.
    let parts: [Part]

    init(_ draft: RuleDraft, _ comparison: ComparisonPlan, _ parts: [Part]) {
        var draft = draft
        draft.comparison = comparison
        // Each record is asked in the period of the one that is held against it, and never as it stands.
        draft.schedule.dependsOnTime = true
        rule = RulePlan(draft)
        self.comparison = comparison
        self.parts = parts
    }

    /// The least number of records that a column has to have.
    func leastCount(ofColumn column: Int) -> Int {
        parts.compactMap { if case .list(column, let least) = $0 { least } else { nil } }.max() ?? 0
    }
}
