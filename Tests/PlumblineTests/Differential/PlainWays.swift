/// What a rule says in each way in which cells could turn out that nobody reported.
struct PlainWays {
    var verdicts: [PlainVerdict]
    /// Whether there are no others.
    var isExact: Bool
}
