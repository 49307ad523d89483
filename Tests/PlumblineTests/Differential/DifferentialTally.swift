/// What a run of many cases came to.
struct DifferentialTally {
    var cases = 0
    var reasons: [PlainReason: Int] = [:]
    /// How many decided findings of rules that say a thing.
    var features: [PlainFeature: Int] = [:]
    /// How often rules of each kind passed or failed.
    var kinds: [String: Int] = [:]
    /// Each with the seed, the rule and the files that show it.
    var differences: [String] = []

    mutating func add(_ findings: [PlainFinding], of rule: PlainRule.Said) {
        for finding in findings { reasons[finding.verdict.reason, default: 0] += 1 }
        let decided = findings.count { [.pass, .fail].contains($0.verdict.reason.outcome) }
        for kind in rule.features { features[kind, default: 0] += findings.count { $0.shows(kind) } }
        for kind in rule.kinds { kinds[kind, default: 0] += decided }
    }

    mutating func add(_ other: Self) {
        cases += other.cases
        kinds.merge(other.kinds, uniquingKeysWith: +)
        reasons.merge(other.reasons, uniquingKeysWith: +)
        features.merge(other.features, uniquingKeysWith: +)
        differences += other.differences
    }

    var text: String {
        let counts = PlainReason.allCases.compactMap { reason in reasons[reason].map { "\(reason.rawValue) \($0)" } }
            + PlainFeature.allCases.compactMap { kind in features[kind].map { "\(kind.rawValue): \($0)" } }
            + kinds.sorted { $0.key < $1.key }.map { "\($0.key): decided \($0.value)" }
        return "\(cases) cases, \(differences.count) differences\n\(counts.joined(separator: "\n"))\n\n" + differences.joined(separator: "\n")
    }
}
