public import Diagnostics

/// What a whole run came to.
public struct RunTotals: Sendable {
    /// One summary a rule, in the order of the plan's rules.
    public var summaries: [RuleSummary]
    /// The first data problems, in the order of table, file, row and column.
    public var dataProblems: [DataProblem] = []
    /// How many more data problems there were than are kept.
    public var dataProblemsLeftOut = 0
    /// The files that were not read, each with why.
    public var skippedFiles: [SkippedFile] = []
    /// The files that were read, with the table each was read as and its number of records.
    public var files: [ReadFile] = []
    /// How long each rule took to judge, in the order of the plan's rules; empty unless the audit was asked to time them. What
    /// several rules need, such as an indicator of a record, is in the time of the first of them on each thread; the times of
    /// threads add up.
    public var times: [Duration] = []

    /// The fault of a file that could not be read to its end, which ended the run; nil where it came to its own end.
    /// With a fault, everything here and all findings tell only of what was read before.
    public private(set) var fault: Diagnostic?

    /// How many data problems a run keeps.
    public static let dataProblemLimit = 10_000

    /// What was told of rows that contradict themselves.
    private var contradictions: Set<DataProblem> = []
    private var failedRows: Set<RecordAddress> = []

    public init(ruleCount: Int) {
        summaries = Array(repeating: RuleSummary(), count: ruleCount)
    }

    /// Notes that a file could not be read to its end, so that of no rule it is known whether all of its records were judged.
    public mutating func breakOff(by fault: Diagnostic) {
        self.fault = fault
        for rule in summaries.indices { summaries[rule].isUnfinished = true }
    }

    public func count(_ outcome: Outcome) -> Int { summaries.reduce(0) { $0 + $1.count(outcome) } }

    /// Keeps a problem, unless the row's own contradiction was told already: by a check of its table, or by another rule
    /// that observes the same share.
    mutating func add(_ problem: DataProblem) {
        switch problem.code {
        case .failedCheck: problem.address.map { _ = failedRows.insert($0) }
        case .partExceedsWhole:
            if problem.address.map(failedRows.contains) ?? false { return }
            guard contradictions.count >= Self.dataProblemLimit || contradictions.insert(problem).inserted else { return }
        default: break
        }
        guard dataProblems.count < Self.dataProblemLimit else { return dataProblemsLeftOut += 1 }
        dataProblems.append(problem)
    }

    /// The rows whose cells contradict each other, so that no verdict on them can be trusted, a pass no more than a fail.
    public var contradictoryRows: Set<RecordAddress> {
        Set(dataProblems.filter { [.failedCheck, .partExceedsWhole].contains($0.code) }.compactMap(\.address))
    }

    /// Whether any rule came to a verdict on any record or group.
    public var decidedAnything: Bool { summaries.contains(where: \.decidedAnything) }
}
