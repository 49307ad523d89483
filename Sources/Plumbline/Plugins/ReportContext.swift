public import Diagnostics
import OrderedCollections

/// What a reporter knows before the first finding.
public struct ReportContext: Sendable {
    /// The rules that were held against the data.
    public var plan: AuditPlan
    /// The day as of which the run judges.
    public var asOf: CalendarDate
    /// The language of what is written.
    public var language: Language
    /// The outcomes of which findings are written; all others are counted only.
    public var outcomes: Set<Outcome>
    /// Whether the output is a terminal that shows colours.
    public var usesColor: Bool

    public init(
        plan: AuditPlan, asOf: CalendarDate, language: Language,
        outcomes: Set<Outcome> = ReportContext.standardOutcomes, usesColor: Bool = false
    ) {
        self.plan = plan
        self.asOf = asOf
        self.language = language
        self.outcomes = outcomes
        self.usesColor = usesColor
    }

    /// What a report writes unless it is asked for more: everything but passes and records out of scope.
    public static let standardOutcomes: Set<Outcome> = [.fail, .notDue, .notMeasured, .error, .waived]
}
