public import Diagnostics

/// A run: a plan held against a submission by an engine.
public struct Audit: Sendable {
    public var plan: AuditPlan
    public var engine: any Engine
    /// The day as of which the run judges; the only clock there is.
    public var asOf: CalendarDate
    /// The only record to judge; nil where all are.
    public var selection: RecordSelection?

    public init(
        plan: AuditPlan, engine: any Engine = Interpreter(), asOf: CalendarDate, selection: RecordSelection? = nil
    ) {
        self.plan = plan
        self.engine = engine
        self.asOf = asOf
        self.selection = selection
    }

    /// Judges every record of the submission, in the order of table, file and row.
    ///
    /// - Parameter sink: Takes the findings, of the outcomes it wants.
    /// - Throws: The first fault of a file that cannot be read on; what was found before stands in the sink.
    public func run<Sink: FindingCollector>(_ submission: Submission, into sink: inout Sink) throws(Diagnostic) -> RunTotals {
        var run = AuditRun(audit: self, sink: sink)
        defer { sink = run.sink }
        run.totals.skippedFiles = submission.skipped
        for (index, file) in submission.files.enumerated() where selection == nil || selection?.file == index {
            try run.read(file)
        }
        return run.totals
    }
}
