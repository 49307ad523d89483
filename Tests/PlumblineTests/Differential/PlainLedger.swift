/// How many records a rule met, and what became of them.
struct PlainLedger: Equatable, CustomStringConvertible {
    var counted = 0, excluded = 0, scopeUnknown = 0, notMeasured = 0, missing = 0, failed = 0, duplicates = 0

    /// - Parameter verdicts: What each record came to, one a record.
    init(_ verdicts: [PlainReason], duplicates: Int) {
        self.duplicates = duplicates
        for reason in verdicts {
            switch reason.outcome {
            case .pass, .fail, .notDue, .waived: counted += 1
            case .notApplicable: excluded += 1
            case .error: failed += 1
            case .notMeasured where reason == .scope_unknown: scopeUnknown += 1
            case .notMeasured:
                notMeasured += 1
                if reason == .missing { missing += 1 }
            }
        }
    }

    var description: String {
        "counted \(counted), excluded \(excluded), scope unknown \(scopeUnknown), not measured \(notMeasured), missing \(missing), failed \(failed), duplicates \(duplicates)"
    }
}

extension PlainJudge {
    /// The ledger of a rule that judges each record by itself; nil for others.
    func ledger() -> PlainLedger? {
        guard rule.coverage == nil, rule.table.period == nil, rule.periods == nil, isThere, rule.namesSubjects, rule.disabledUntil == nil else { return nil }
        let rows = data.rows(of: rule.table)
        let repeated = rows.enumerated().count { place, row in
            !rule.table.key.isEmpty && !row.key.hasPrefix("#") && rows.prefix(place).contains { $0.key == row.key }
        }
        let verdicts = findingsAlone().map(\.verdict)
        // Where either of two reasons is well, the ledger follows the product's.
        guard verdicts.allSatisfy(\.orElse.isEmpty) else { return nil }
        return PlainLedger(verdicts.map(\.reason), duplicates: repeated)
    }
}
