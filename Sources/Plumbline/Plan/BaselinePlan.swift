import Quantities

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
