import OrderedCollections

/// Finds the finding that a case is about among those that its records gave.
struct CaseFinding {
    private let example: RuleCase
    private let rule: RulePlan
    private let table: Table

    init(_ example: RuleCase, _ rule: RulePlan, _ table: Table) {
        self.example = example
        self.rule = rule
        self.table = table
    }

    func chosen(of findings: [Finding]) -> Finding? {
        let named = findings.filter { example.period == nil || $0.record.period == example.period || $0.record.period == nil }
        let candidates = rule.isOfGroups ? named.filter { $0.record.kind != .record } : named
        let first = example.period == nil && ownPeriod != nil ? candidates.first { $0.record.period == ownPeriod } : nil
        guard var finding = first ?? worst(candidates) else { return nil }
        // A row of another year is no row of the year that is judged.
        if [.noSuchPeriod, .notPublished, .beforeDue].contains(finding.reason), isOfOtherPeriod(finding) {
            finding.reason = .otherPeriod
            finding.isAwaited = false
        }
        return finding
    }

    /// Of several the one that matters most.
    private func worst(_ findings: [Finding]) -> Finding? {
        let order: [Outcome] = [.error, .fail, .notMeasured, .notDue, .waived, .pass, .notApplicable]
        return findings.min { (order.firstIndex(of: $0.outcome) ?? 0) < (order.firstIndex(of: $1.outcome) ?? 0) }
    }

    /// The period that the case's one record says it is of.
    private var ownPeriod: CalendarPeriod? {
        guard example.periods.isEmpty, example.records.isEmpty, table.keyNamesPeriod, let field = table.periodField else { return nil }
        return example.given[field]?.text.flatMap { CalendarPeriod($0) }
    }

    private func isOfOtherPeriod(_ finding: Finding) -> Bool {
        guard let ownPeriod, let judged = finding.record.period else { return false }
        return judged != ownPeriod
    }
}
