/// Under what a record is judged, beside its own data.
struct Circumstances: Sendable {
    /// The day as of which a run judges; the only clock there is.
    var asOf: CalendarDate
    /// The period that is judged; nil where periods are not what the rule is about.
    var period: CalendarPeriod?
    /// The last day on which the requirement may still be met.
    var due: CalendarDate?
    /// The day within the period as of which registers are seen; nil where that is the period's last.
    var registerDay: CalendarDate?
    /// The period of the rule's baseline.
    var baseline: CalendarPeriod?
    /// Which of the missing numbers are ranges.
    var ranges = Ranges.none
    /// In which way records are taken for peers of whom nobody knows whose they are; 0 where none is.
    var peersJoining = 0

    /// When other records are looked at.
    var moment: Moment { Moment(period, registerDay: registerDay) }
}
