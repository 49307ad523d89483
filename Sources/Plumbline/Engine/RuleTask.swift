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

    init(_ index: Int, of dataset: Dataset, on table: HeldTable, withholdsSensitive: Bool) {
        self.index = index
        rule = dataset.plan.rules[index]
        judge = RecordJudge(rule: rule, withholdsSensitive: withholdsSensitive)
        due = DueJudge(schedule: rule.schedule, asOf: dataset.asOf)
        circumstances = Circumstances(
            asOf: dataset.asOf, due: rule.schedule.due(in: nil)?.date, isBounded: rule.missing == .bounds)
        isPlain = rule.schedule.choice == nil && table.table.period == nil && !rule.schedule.dependsOnTime && table.days == nil
        names = NamedRecords(rule.rule)
    }
}
