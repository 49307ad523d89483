/// Turns what periods came to into one verdict, with what is due and what is not.
struct DueJudge {
    let schedule: Schedule
    let asOf: CalendarDate

    /// A verdict as a finding tells it.
    struct Told {
        var reason: Reason
        /// Before the due date: the reason that it would have today.
        var today: Reason?
        var due: Due?
        /// Which of the outcomes decided.
        var deciding: Int
        /// Whether the figures are yet to be published, so that the outcome is `not_due`.
        var isAwaited = false

        /// The reason as which it counts.
        var counted: Reason { isAwaited ? .beforeDue : reason }
    }

    /// A verdict on one period. Before it is due, what passes or fails may still change, and what is not there may
    /// still come.
    func told(_ reason: Reason, in period: CalendarPeriod?) -> Told {
        let due = schedule.due(in: period)
        let (reason, isAwaited) = published(reason)
        if isAwaited { return Told(reason: reason, due: due, deciding: 0, isAwaited: true) }
        // A due date within the period ends it for this purpose.
        let isEnded = schedule.manner == .latestSince || isOver(period) || due.map { period?.contains($0.date) ?? false } ?? false
        return told(reason, due: due, isOpen: isOpen(due) || !isEnded, deciding: 0)
    }

    /// One verdict over several periods.
    ///
    /// - Precondition: There is at least one.
    func told(_ written: [(period: CalendarPeriod?, reason: Reason)]) -> Told {
        let published = written.map { self.published($0.reason) }
        let outcomes = zip(written, published).map { (period: $0.period, reason: $1.reason) }
        let due = schedule.dueOfAll
        let applicable = outcomes.indices.filter { outcomes[$0].reason.outcome != .notApplicable }
        guard !applicable.isEmpty else {
            let first = outcomes.indices.min { outcomes[$0].reason < outcomes[$1].reason } ?? 0
            return Told(reason: outcomes[first].reason, due: due, deciding: first)
        }
        let final = applicable.filter { isOver(outcomes[$0].period) && !published[$0].isAwaited }
        let decisive: Outcome = schedule.manner == .any ? .pass : .fail
        func first(_ places: [Int], _ outcome: Outcome) -> Int? { places.first { outcomes[$0].reason.outcome == outcome } }
        // What no later data can change is said at once.
        if let place = first(applicable, .error) ?? first(final, decisive) {
            return Told(reason: outcomes[place].reason, due: due, deciding: place)
        }
        let isOpen = final.count < applicable.count || isOpen(schedule.stated.map { Due(date: $0, isStated: true) })
        // A period under way that passes by its end settles it, whatever the earlier ones would have been.
        if schedule.manner == .any, isOpen, let place = first(applicable, .pass) {
            return told(outcomes[place].reason, due: due, isOpen: true, deciding: place)
        }
        let unmeasured = final.filter { outcomes[$0].reason.outcome == .notMeasured }
        if let place = unmeasured.min(by: { outcomes[$0].reason < outcomes[$1].reason }) {
            return Told(reason: outcomes[place].reason, due: due, deciding: place)
        }
        if let place = applicable.first(where: { published[$0].isAwaited }) {
            return Told(reason: outcomes[place].reason, due: due, deciding: place, isAwaited: true)
        }
        let place = first(applicable, decisive) ?? final.last ?? applicable[0]
        return told(outcomes[place].reason, due: due, isOpen: isOpen, deciding: place)
    }

    /// What is not there before the day on which the figures are published is awaited; a period that did not come after
    /// it is one that nobody published.
    ///
    /// Before the day `not_published` is `not_due`, after it `not_measured`. Figures that came early count.
    func published(_ reason: Reason) -> (reason: Reason, isAwaited: Bool) {
        guard let expectedOn = schedule.expectedOn else { return (reason, false) }
        if asOf < expectedOn { return Self.absences.contains(reason) ? (.notPublished, true) : (reason, false) }
        return (reason == .noSuchPeriod ? .notPublished : reason, false)
    }

    /// The reasons that a figure can give which is not published yet.
    private static let absences: Set<Reason> = [
        .noRecord, .noSuchRecord, .ambiguousRecord, .noSuchPeriod, .notPublished, .missing, .missingDecides,
    ]

    /// Whether a period has ended; what is of no period has.
    func isOver(_ period: CalendarPeriod?) -> Bool { period.map { asOf > $0.lastDay } ?? true }

    private func isOpen(_ due: Due?) -> Bool { due.map { asOf <= $0.date } ?? false }

    private func told(_ reason: Reason, due: Due?, isOpen: Bool, deciding: Int) -> Told {
        guard isOpen else { return Told(reason: reason, due: due, deciding: deciding) }
        switch reason {
        case .noSuchPeriod, .noRecord: return Told(reason: .beforeDue, due: due, deciding: deciding)
        case _ where reason.isDecided: return Told(reason: .beforeDue, today: reason, due: due, deciding: deciding)
        default: return Told(reason: reason, due: due, deciding: deciding)
        }
    }
}
