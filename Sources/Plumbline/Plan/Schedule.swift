/// Which periods a rule judges, and until when what it asks has to be met.
struct Schedule: Sendable {
    /// What the rule says of periods; nil where it leaves them to the due date, or has none.
    var choice: PeriodChoice?
    /// The rule's own due date.
    var stated: CalendarDate?
    /// The ruleset's, for rules that state none.
    var ofRuleset: CalendarDate?
    /// Whether what the rule looks at is another in another period, though its table has none.
    var dependsOnTime = false
    /// The indicators of the rule's own table that it looks at and that are observed period by period, by their places.
    var observed: [Int] = []

    /// The period of the rule's baseline.
    var baseline: CalendarPeriod?
    /// When the figures are published.
    var expectedOn: CalendarDate?

    var manner: PeriodChoice.Manner { choice?.manner ?? .one }

    /// Whether one verdict is made of several periods'.
    var isOneVerdict: Bool { manner == .all || manner == .any }

    /// The date that the rule or its ruleset names.
    var date: CalendarDate? { stated ?? ofRuleset }

    /// Until when a period's verdict may still change: under `each` every period falls due at its own end.
    ///
    /// - Parameter period: The period judged; nil where there is none.
    func due(in period: CalendarPeriod?) -> Due? {
        if let stated { return Due(date: stated, isStated: true) }
        switch manner {
        case .each, .all, .any: return period.map { Due(date: $0.lastDay, isStated: false) }
        // The latest figure there is stands as it is, whether its period is over or not.
        case .latestSince: return ofRuleset.map { Due(date: $0, isStated: false) }
        case .one: return (ofRuleset ?? period?.lastDay).map { Due(date: $0, isStated: false) }
        }
    }

    /// The day as of which registers are seen in a period: the due date that the rule states itself, where it is within
    /// the period; what came after it, and before the period's end, came too late.
    func registerDay(in period: CalendarPeriod?) -> CalendarDate? {
        guard let period, let stated, period.contains(stated), stated < period.lastDay else { return nil }
        return stated
    }

    /// Until when a verdict over all of the rule's periods may still change.
    var dueOfAll: Due? {
        if let stated { return Due(date: stated, isStated: true) }
        return choice?.periods.last.map { Due(date: $0.lastDay, isStated: false) }
    }
}
