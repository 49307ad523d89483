/// How a requirement that was met too late is told from one that is not met, compiled.
struct LatenessPlan: Sendable {
    let isReached: FieldProgram
    /// When it was met: a date, or `null`.
    let date: FieldProgram
    /// How long after the due date, in base units.
    let delay: FieldProgram
}
