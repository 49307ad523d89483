/// One rule at work on a table: what stays the same from record to record.
struct RuleTask {
    let index: Int
    let rule: RulePlan
    let judge: RecordJudge
    let due: DueJudge
    /// Under what records are judged that are of no period.
    let circumstances: Circumstances
    /// Whether each record is judged as it stands, whatever period it is of.
    let isPlain: Bool
    /// Those of the records that the rule names which were seen.
    var names: NamedRecords
    /// What the rule's other readings came to, in their order.
    var readings: [ReadingResults] = []
    /// Those that a profile lets pass.
    var waived: WaivedRecords

    init(_ index: Int, of dataset: Dataset, on table: HeldTable, withholdsSensitive: Bool) {
        self.init(index, dataset.plan.rules[index], of: dataset, on: table, withholdsSensitive: withholdsSensitive)
    }

    init(_ index: Int, _ rule: RulePlan, of dataset: Dataset, on table: HeldTable, withholdsSensitive: Bool) {
        self.index = index
        self.rule = rule
        judge = RecordJudge(rule: rule, withholdsSensitive: withholdsSensitive)
        due = DueJudge(schedule: rule.schedule, asOf: dataset.asOf)
        circumstances = Circumstances(
            asOf: dataset.asOf, due: rule.schedule.due(in: nil)?.date, baseline: rule.schedule.baseline,
            ranges: Ranges(rule.missing))
        isPlain = rule.schedule.choice == nil && table.table.period == nil && !rule.schedule.dependsOnTime && table.days == nil
        names = NamedRecords(rule.rule)
        waived = WaivedRecords(rule.rule, asOf: dataset.asOf)
    }

    /// What a finding of the rule would be under its other readings; nothing is said of records that the rule does not
    /// judge.
    func readings(of finding: Finding) -> [ReadingVerdict] {
        finding.outcome == .notApplicable ? [] : zip(rule.readings, readings).map { $1.verdict(on: finding, called: $0.name) }
    }
}
