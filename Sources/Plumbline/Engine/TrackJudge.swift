import Quantities

/// Says of a requirement that is not due yet whether it is on its way.
///
/// The line leads from the baseline's period to the one that the due date falls in; where a value should stand on it in
/// a period follows from how many months lie between the ends of the periods. A record without periods is held
/// against the line as of the run's own day.
struct TrackJudge {
    let rule: RulePlan
    let asOf: CalendarDate

    /// - Parameters:
    ///   - reason: What the record would come to today; nil where nothing is known of it.
    ///   - isWithheld: Whether figures would give a sensitive cell away.
    /// - Returns: nil for a rule without a baseline, or whose limit is not one number.
    func track(_ record: RecordView, _ reason: Reason?, due: Due?, isWithheld: Bool) -> Track? {
        guard let course = rule.course, let due else { return nil }
        guard let stretch = stretch(to: due.date, record.circumstances.period), let reason, reason.isDecided,
              let observed = rule.observed.flatMap({ record.value(of: $0).number }),
              let start = record.value(of: course.start).number, let goal = record.value(of: course.goal).number
        else { return Track(.cannotTell) }
        let way = Way(
            start: start, goal: goal, isFloor: course.isFloor ?? (start <= goal), isRate: course.isRate, pace: course.pace)
        let track = way.track(observed, stretch, passes: reason.outcome == .pass)
        return isWithheld ? Track(track.state) : track
    }

    /// How a group is on its way whose number of records that pass has a limit.
    func track(ofGroup observed: Measurement.Observed?, in period: CalendarPeriod?, _ reason: Reason?, due: Due?) -> Track? {
        guard let way = rule.coverage?.way, let due else { return nil }
        guard let stretch = stretch(to: due.date, period), let reason, case .number(let number)? = observed else {
            return Track(.cannotTell)
        }
        return way.track(number, stretch, passes: reason.outcome == .pass)
    }

    /// One verdict over several periods is on its way as long as nothing that is known speaks against it.
    func track(over reasons: [Reason]) -> Track? {
        let outcomes = reasons.map(\.outcome)
        switch rule.schedule.manner {
        case .all: return Track(outcomes.contains(.fail) ? .offTrack : outcomes.contains(.pass) ? .onTrack : .cannotTell)
        // Which of the later periods may be the one nobody knows.
        case .any: return Track(outcomes.contains(.pass) ? .onTrack : .cannotTell)
        case .one, .each, .latestSince: return nil
        }
    }
}

private extension TrackJudge {
    static let daysOfYear = Number(365)

    /// - Returns: nil where the way has not begun.
    func stretch(to due: CalendarDate, _ period: CalendarPeriod?) -> Stretch? {
        guard let start = rule.baseline?.period else { return nil }
        let (gone, whole): (Number, Number)
        if let period {
            gone = start.years(to: period)
            whole = start.years(to: CalendarPeriod(containing: due, kind: period.kind))
        } else {
            let perDay = Self.daysOfYear.reciprocal ?? .one
            gone = Number(asOf.dayNumber - start.lastDay.dayNumber) * perDay
            whole = Number(due.dayNumber - start.lastDay.dayNumber) * perDay
        }
        return gone > 0 && whole > 0 ? Stretch(gone: min(gone, whole), whole: whole) : nil
    }
}
