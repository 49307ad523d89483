import CEL

/// What findings call the groups of a rule: by what their records have in common, or by a number where that would tell a
/// sensitive cell.
struct GroupNames {
    private let table: String
    /// Of each value by which records are grouped, whether it is withheld.
    private let isMasked: [Bool]
    private let numbers: GroupNumbers

    init(_ rule: RulePlan, _ dataset: Dataset, withholdsSensitive: Bool) {
        table = rule.rule.table
        isMasked = rule.groupedBy.map { withholdsSensitive && dataset.looksAtSensitive($0) }
        numbers = dataset.groupNumbers
    }

    func reference(to group: RecordGroup) -> RecordReference {
        group.reference(in: table) { place, value in
            isMasked.indices.contains(place) && isMasked[place] ? "#\(numbers.number(of: value))" : nil
        }
    }
}
