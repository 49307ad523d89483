/// Turns what a run finds into one report: a seam for plugins, a file a format.
///
/// A reporter holds no rule logic and reads no clock, so that the same run gives the same bytes. What
/// it prints of others' text it escapes for its own format.
public protocol Reporter: Sendable {
    /// The format's name, as `--format` takes it.
    static var name: String { get }

    init(_ context: ReportContext)

    /// Called with findings of the outcomes in `context.outcomes`, in the run's order: table, record
    /// (file, row), rule. Appends bytes, or keeps what it has to sort.
    mutating func write(_ findings: [Finding], to out: inout ReportBuffer)

    /// Called once, after the last findings; also when there were none.
    mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer)
}
