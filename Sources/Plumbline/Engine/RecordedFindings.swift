/// Keeps what an engine finds until it is its turn to be told.
struct RecordedFindings: FindingSink {
    private struct Count: Hashable {
        enum Kind { case record, group, member }

        var rule: Int
        var reason: Reason
        var kind: Kind
    }

    let timesRules: Bool
    let wantsProblems: Bool
    private let wanted: Set<Outcome>
    private let details: [Outcome: FindingDetails]
    private var counts: [Count: Int] = [:]
    private var findings: [Finding] = []
    private var problems: [DataProblem] = []
    private var times: [Int: Duration] = [:]

    /// - Parameter sink: What it is told to in the end.
    init(for sink: some FindingSink) {
        (timesRules, wantsProblems) = (sink.timesRules, sink.wantsProblems)
        wanted = Set(Outcome.allCases.filter(sink.wants))
        details = Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0, sink.details(of: $0)) })
    }

    /// Tells all of it.
    func tell(_ sink: inout some FindingSink) {
        for (count, times) in counts {
            for _ in 0..<times {
                switch count.kind {
                case .record: sink.count(rule: count.rule, reason: count.reason)
                case .group: sink.countGroup(rule: count.rule, reason: count.reason)
                case .member: sink.account(rule: count.rule, reason: count.reason)
                }
            }
        }
        problems.forEach { sink.report($0) }
        findings.forEach { sink.receive($0) }
        times.forEach { sink.add($1, rule: $0) }
    }

    mutating func count(rule: Int, reason: Reason) { counts[Count(rule: rule, reason: reason, kind: .record), default: 0] += 1 }

    mutating func countGroup(rule: Int, reason: Reason) { counts[Count(rule: rule, reason: reason, kind: .group), default: 0] += 1 }

    mutating func account(rule: Int, reason: Reason) { counts[Count(rule: rule, reason: reason, kind: .member), default: 0] += 1 }

    func wants(_ outcome: Outcome) -> Bool { wanted.contains(outcome) }

    func details(of outcome: Outcome) -> FindingDetails { details[outcome] ?? .all }

    mutating func receive(_ finding: Finding) { findings.append(finding) }

    mutating func report(_ problem: DataProblem) { problems.append(problem) }

    mutating func add(_ time: Duration, rule: Int) { times[rule, default: .zero] += time }
}
