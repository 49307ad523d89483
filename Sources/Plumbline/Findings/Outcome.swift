/// What a rule says of one record.
///
/// The raw values are the words of reports and cases; they never change meaning.
public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case pass
    case fail
    case notDue = "not_due"
    case notApplicable = "not_applicable"
    case notMeasured = "not_measured"
    case error
    case waived
}
