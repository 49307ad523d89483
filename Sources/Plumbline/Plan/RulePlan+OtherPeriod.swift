extension RulePlan {
    /// The period beside the judged one that the rule looks at; nil where it looks at none, or at several.
    public func otherPeriod(than judged: CalendarPeriod) -> CalendarPeriod? {
        let slots = programs.flatMap(\.slots)
        var periods: Set<CalendarPeriod> = []
        for slot in slots {
            switch slot {
            case .previous: judged.previous.map { _ = periods.insert($0) }
            case .yearAgo: judged.yearBefore.map { _ = periods.insert($0) }
            case .baseline: baseline.map { _ = periods.insert($0.period) }
            default: break
            }
        }
        return periods.count == 1 ? periods.first : nil
    }
}
