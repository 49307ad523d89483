import Diagnostics
import Plumbline

/// Hands the findings of a run to all of its reports, in batches.
struct ReportCollector: FindingCollector {
    private static let batchFindingCount = 1_024

    private var reports: [Report]
    private let outcomes: Set<Outcome>
    private var batch: [Finding] = []

    /// - Parameter outcomes: The outcomes of which findings are written.
    init(_ reports: [Report], outcomes: Set<Outcome>) {
        self.reports = reports
        self.outcomes = outcomes
        batch.reserveCapacity(Self.batchFindingCount)
    }

    func wants(_ outcome: Outcome) -> Bool { outcomes.contains(outcome) }

    mutating func receive(_ finding: Finding) {
        batch.append(finding)
        if batch.count >= Self.batchFindingCount { handOn() }
    }

    /// Finishes every report, also where another one failed.
    ///
    /// - Returns: The faults of the reports that could not be written.
    mutating func finish(_ totals: RunTotals) -> Diagnostics {
        handOn()
        var faults = Diagnostics()
        for index in reports.indices {
            _ = faults.collecting { () throws(Diagnostic) in try reports[index].finish(totals) }
        }
        return faults
    }

    private mutating func handOn() {
        guard !batch.isEmpty else { return }
        for index in reports.indices { reports[index].write(batch) }
        batch.removeAll(keepingCapacity: true)
    }
}
