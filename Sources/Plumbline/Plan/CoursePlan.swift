/// The way from a rule's baseline to its limit, compiled: where a record should stand on it in any period.
struct CoursePlan: Sendable {
    let start: FieldProgram
    let goal: FieldProgram
    /// Whether the limit is a floor; nil where that depends on which side the way starts from.
    let isFloor: Bool?
    /// Whether the limit is a rate, of which nothing is left for later years.
    let isRate: Bool
    let pace: Pace
}
