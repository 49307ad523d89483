/// What one period came to for a record or a group.
struct PeriodOutcome<Subject> {
    var period: CalendarPeriod?
    var verdict: Verdict
    /// What was judged, for its figures and evidence.
    var subject: Subject
}
