import CEL

/// What expressions of a rule can name beside their record, and how they take missing cells.
struct RuleSetting: Sendable {
    /// Parameters and the plan's own days by their full names, such as `params.least` and `plan.from`.
    var constants: [String: (type: CEL.`Type`, value: Value)] = [:]
    /// The period of the rule's baseline; nil where it has none.
    var baseline: CalendarPeriod?
    /// What readers and limits need of the parameters.
    var figures = ParameterFigures()
    /// What was filled in for the parameters of the rule's template.
    var filled = FilledParameters()
    var missing = MissingPolicy.bounds
}
