/// What a finding would be under another reading.
struct PlainReadingVerdict {
    var name: String
    var verdict: PlainVerdict
    /// Of several verdicts how many there are of each outcome, as text.
    var counts = ""
    var holds = false
    /// What it comes to, whomever a profile lets pass.
    var outcome: PlainOutcome
    /// Whether it rests on a verdict of which this side is not sure.
    var isUnsure = false
}
