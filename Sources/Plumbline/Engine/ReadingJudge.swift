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

    /// What a reading of a rule came to.
    ///
    /// - Parameter own: What the rule itself came to by its records, for all of its readings.
    /// - Complexity: A reading is as dear as a rule. So is finding out whether it judges other records, which only a finding on
    ///   one that it does not judge asks for.
    func results(of reading: ReadingPlan, beside own: Deferred<ReadingResults>) -> ReadingResults {
        let table = dataset.table(named: reading.plan.rule.table)
        let results = table.map { judge(reading.plan, on: $0) } ?? ReadingResults()
        var told = results
        told.isOfRows = table?.index == self.table.index && self.table.table.period == nil
        told.isTableMissing = !(table.map { dataset.isSupplied($0.table) } ?? false)
        told.sharing = Deferred { !results.isEmpty && results.shares(own.value) }
        return told
    }

    /// What a rule itself comes to by its records, once somebody asks, on whatever thread that is.
    func ownResults(of rule: RulePlan) -> Deferred<ReadingResults> {
        let judge = ReadingJudge(dataset.withOwnMemories(), table, withholdsSensitive: withholdsSensitive, wantsNamed: wantsNamed)
        return Deferred { judge.judge(rule, on: judge.table) }
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
