/// What a profile says of rules: whom they let pass, and which are not judged for the time being.
struct PlainProfile {
    let text: String

    /// - Returns: nil where no rule is spoken of.
    init?(_ rules: [PlainRule]) {
        let waivers = rules.flatMap { rule in rule.waived.map { "{rule: \(rule.id), record: \($0.record), why: w, until: \($0.until.text)}" } }
        let disabled = rules.compactMap { rule in rule.disabledUntil.map { "{rule: \(rule.id), why: w, until: \($0.text)}" } }
        if waivers.isEmpty, disabled.isEmpty { return nil }
        let lists = [("waivers", waivers), ("disabled", disabled)].filter { !$0.1.isEmpty }
        text = "profile: audit\nof: test\n" + lists.map { "\($0.0): [\($0.1.joined(separator: ", "))]\n" }.joined()
    }
}

extension PlainJudge {
    /// Whoever is let pass on the day is, whatever the rule says of him, but where the rule itself exempts him.
    func letPass(_ finding: PlainFinding) -> PlainFinding {
        guard finding.verdict.reason != .excepted, isLetPass(finding) else { return finding }
        var finding = finding
        finding.withoutWaiver = finding.verdict.reason
        (finding.verdict.reason, finding.isAwaited) = (.waived, false)
        return finding
    }

    func isLetPass(_ finding: PlainFinding) -> Bool {
        let inForce = rule.waived.filter { asOf <= $0.until }.map(\.record)
        return finding.recordKey.map(inForce.contains) ?? false
    }
}

private extension PlainFinding {
    /// The key in `record U1 #3` and `record U1@2024`.
    var recordKey: String? {
        guard name.hasPrefix("record ") else { return nil }
        return String(name.dropFirst("record ".count).prefix { $0 != " " && $0 != "@" })
    }
}
