/// What findings would be under the other readings of a rule.
extension PlainJudge {
    func read(_ findings: [PlainFinding]) -> [PlainFinding] {
        let judged = Set(findings.filter(Self.isJudged).map(\.subject))
        let readings = rule.readings.map { reading in
            let others = PlainJudge(data: data, rule: reading.rule, asOf: asOf).findingsAlone().filter(Self.isJudged)
            return (name: reading.name, findings: others, isOfOthers: !others.contains { judged.contains($0.subject) })
        }
        return findings.map { finding in
            guard Self.isJudged(finding) else { return finding }
            var finding = finding
            finding.readings = readings.map { reading in
                var verdict = verdict(of: finding, among: reading.findings, isOfOthers: reading.isOfOthers)
                verdict.name = reading.name
                verdict.isUnsure = verdict.isUnsure || !finding.verdict.orElse.isEmpty
                verdict.holds = verdict.outcome == finding.outcomeWithoutWaiver
                return verdict
            }
            return finding
        }
    }

    private static func isJudged(_ finding: PlainFinding) -> Bool { finding.outcome != .notApplicable }

    /// The same record's verdict of the same year, else those of its other years; what the reading says of others, where
    /// it is about others altogether.
    private func verdict(of finding: PlainFinding, among others: [PlainFinding], isOfOthers: Bool) -> PlainReadingVerdict {
        let same = others.filter { $0.name == finding.name }
        var own = same.isEmpty ? others.filter { $0.subject == finding.subject } : same
        if own.isEmpty, isOfOthers {
            if others.count == 1, others[0].subject == "all" { own = others } else { return summary(others) }
        }
        if own.isEmpty { return nobody(isThere ? .out_of_scope : .list_not_submitted) }
        if own.count > 1 { return summary(own) }
        var verdict = own[0].verdict
        verdict.reason = own[0].reasonNow
        return PlainReadingVerdict(name: "", verdict: verdict, outcome: own[0].outcomeWithoutWaiver, isUnsure: !verdict.orElse.isEmpty)
    }

    private func nobody(_ reason: PlainReason) -> PlainReadingVerdict {
        PlainReadingVerdict(name: "", verdict: PlainVerdict(reason), outcome: reason.outcome)
    }

    /// Of several the worst, and how many there are of each outcome.
    private func summary(_ findings: [PlainFinding]) -> PlainReadingVerdict {
        let order: [PlainOutcome] = [.fail, .error, .notMeasured, .notDue, .waived, .pass]
        let reasons = findings.map(\.reasonNow)
        let worst = order.lazy.compactMap { outcome in reasons.filter { $0.outcome == outcome }.min() }.first
        let counts = order.compactMap { outcome -> String? in
            let count = reasons.count { $0.outcome == outcome }
            return count == 0 ? nil : "\(outcome) \(count)"
        }
        guard let worst else { return nobody(.out_of_scope) }
        let outcomes = findings.map(\.outcomeWithoutWaiver)
        return PlainReadingVerdict(
            name: "", verdict: PlainVerdict(worst), counts: counts.sorted().joined(separator: ", "),
            outcome: order.first(where: outcomes.contains) ?? worst.outcome,
            isUnsure: findings.contains { !$0.verdict.orElse.isEmpty })
    }
}
