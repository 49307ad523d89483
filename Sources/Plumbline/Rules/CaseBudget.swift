/// What the cases of a ruleset may hold together, since each of them repeats the example that it starts from.
struct CaseBudget {
    /// How many values may still be given; far more than anybody writes.
    private(set) var valuesLeft: Int

    init(values: Int = 2_000_000) { valuesLeft = values }

    /// Whether somebody was told that there was not enough.
    var isReported = false

    /// Takes some of what is left.
    ///
    /// - Returns: Whether there was enough; once there was not, there never is again.
    mutating func take(_ count: Int) -> Bool {
        guard count <= valuesLeft else {
            valuesLeft = 0
            return false
        }
        valuesLeft -= count
        return true
    }
}
