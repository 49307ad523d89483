/// Judges the records of a dataset by the other readings of a rule, before the rule itself does.
struct ReadingJudge {
    private let dataset: Dataset
    private let table: HeldTable
    private let withholdsSensitive: Bool
    private let wantsNamed: Bool

    /// - Parameter table: That of the rule.
    init(_ dataset: Dataset, _ table: HeldTable, withholdsSensitive: Bool, wantsNamed: Bool) {
        (self.dataset, self.table) = (dataset, table)
        (self.withholdsSensitive, self.wantsNamed) = (withholdsSensitive, wantsNamed)
    }

    /// What each reading came to, in the order of the rule.
    ///
    /// - Complexity: Every reading is as dear as a rule. So is finding out whether it judges other records, which only a finding
    ///   on one that a reading does not judge asks for.
    func results(for rule: RulePlan) -> [ReadingResults] {
        // Whoever asks may be on another thread by then.
        let asked = ReadingJudge(dataset.withOwnMemories(), table, withholdsSensitive: withholdsSensitive, wantsNamed: wantsNamed)
        let own = Deferred { asked.judge(rule, on: asked.table) }
        return rule.readings.map { reading in
            let table = dataset.table(named: reading.plan.rule.table)
            let results = table.map { judge(reading.plan, on: $0) } ?? ReadingResults()
            var told = results
            told.isOfRows = table === self.table && table?.table.period == nil
            told.isTableMissing = !(table.map { dataset.isSupplied($0.table) } ?? false)
            told.sharing = Deferred { !results.isEmpty && results.shares(own.value) }
            return told
        }
    }

    private func judge(_ rule: RulePlan, on table: HeldTable) -> ReadingResults {
        var sink = ReadingSink(isOfGroups: rule.isOfGroups)
        var judge = TableJudge(rule, dataset, table, withholdsSensitive: withholdsSensitive, wantsNamed: wantsNamed)
        // Only the rule at hand is held against its readings.
        judge.judgeAlone(into: &sink)
        return sink.results
    }
}

/// Keeps what matters of every finding of a reading.
private struct ReadingSink: FindingSink {
    /// Whether it is groups that are judged, so that a record by itself is only named as let pass.
    let isOfGroups: Bool
    var results = ReadingResults()

    mutating func count(rule: Int, reason: Reason) {}

    mutating func countGroup(rule: Int, reason: Reason) {}

    mutating func account(rule: Int, reason: Reason) {}

    func wants(_ outcome: Outcome) -> Bool { outcome != .notApplicable }

    mutating func receive(_ finding: Finding) {
        if !isOfGroups || finding.record.kind != .record { results.note(finding) }
    }

    mutating func report(_ problem: DataProblem) {}
}
