import Quantities

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

/// A rule's baseline, compiled.
struct BaselinePlan: Sendable {
    let period: CalendarPeriod
    /// The figure that the rule states.
    let stated: Quantity?
    /// The observed value in the baseline's period; nil where no table has it.
    let found: FieldProgram?
    /// In which figures are printed.
    let unit: Unit?
}
