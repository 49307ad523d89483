public import Diagnostics

/// Finds what profiles let pass that is over, or soon will be.
public struct ProfileTerms {
    /// How many days ahead a term's end is told.
    static let daysAhead = 30

    private let book: RuleBook
    private let day: CalendarDate

    public init(_ book: RuleBook, asOf day: CalendarDate) {
        self.book = book
        self.day = day
    }

    /// A warning for each rule that is disabled and each waiver that ended, or ends within thirty days.
    public var warnings: Diagnostics {
        var warnings = Diagnostics()
        for profile in book.rulesets.compactMap(\.profile) {
            for disabled in profile.disabled where isNear(disabled.suspension.until) {
                let (until, place) = (disabled.suspension.until, disabled.suspension.location)
                warnings.append(.suspensionEnds(disabled.rule, until: until, isOver: until < day, at: place))
            }
            for waiver in profile.waivers where isNear(waiver.until) {
                warnings.append(.waiverEnds(waiver, isOver: waiver.until < day))
            }
        }
        return warnings
    }

    private func isNear(_ until: CalendarDate) -> Bool { until.dayNumber - day.dayNumber <= Self.daysAhead }
}
