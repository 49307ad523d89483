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
        let isFloor = course.isFloor ?? (start <= goal)
        let line = course.line(from: start, to: goal, stretch)
        let isThere = isFloor ? observed >= line : observed <= line
        // At the end of the line the limit itself decides, which may not be enough.
        let isOnTrack = stretch.isWhole || course.isRate ? reason.outcome == .pass : isThere
        let state: Track.State = isOnTrack ? .onTrack : .offTrack
        guard !isWithheld else { return Track(state) }
        let isShort = isFloor ? observed < goal : observed > goal
        let asksYearly = isShort && course.pace == .linear && !course.isRate
        return Track(state, line: line, yearly: asksYearly ? stretch.left.reciprocal.map { (goal - observed) * $0 } : nil)
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

/// How much of the way from a baseline to a due date is gone, in years.
struct Stretch {
    let gone: Number
    let whole: Number

    var left: Number { whole - gone }
    var isWhole: Bool { gone == whole }
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

private extension CoursePlan {
    /// Where the value should stand: on the straight line, or, where the limit is met in one step at the end, no worse
    /// than where it started.
    func line(from start: Number, to goal: Number, _ stretch: Stretch) -> Number {
        switch pace {
        case .linear: start + (goal - start) * stretch.gone * (stretch.whole.reciprocal ?? .one)
        case .stepped: stretch.isWhole || isRate ? goal : start
        case .none: goal
        }
    }
}
