import Diagnostics
import OrderedCollections

/// A run: a plan held against a submission by an engine.
public struct Audit: Sendable {
    /// The rules that are held against the data.
    public var plan: AuditPlan
    var engine: any Engine = Interpreter()
    /// The day as of which the run judges; the only clock there is.
    public var asOf: CalendarDate
    /// The only record to judge; nil where all are.
    public var selection: RecordSelection?
    /// Whether ``RunTotals/times`` tells how long each rule took.
    public var timesRules = false
    /// How many threads judge at a time; what comes out, and in which order, is the same for any number.
    public var threadCount: Int

    /// More threads than this are taken only where somebody asks for them: each remembers what it worked out, which takes memory.
    private static let mostThreads = 4

    public init(plan: AuditPlan, asOf: CalendarDate, selection: RecordSelection? = nil) {
        self.plan = plan.asOf(asOf)
        self.asOf = asOf
        self.selection = selection
        threadCount = min(Threads.count, Self.mostThreads)
    }

    /// Judges every record of the submission, in the order of table, file and row.
    ///
    /// - Parameter sink: Takes the findings, of the outcomes it wants.
    /// - Returns: What the run came to; ``RunTotals/fault`` says where a file that could not be read on ended it.
    public func run<Sink: FindingCollector>(_ submission: Submission, into sink: inout Sink) -> RunTotals {
        var run = AuditRun(audit: self, sink: sink)
        defer { sink = run.sink }
        do throws(AuditRun<Sink>.Fault) {
            try run.run(submission)
        } catch {
            run.totals.breakOff(by: error.diagnostic.withoutLine(of: plan.vocabulary.tables.values.filter { $0.name == error.file.table }))
        }
        return run.totals
    }
}
