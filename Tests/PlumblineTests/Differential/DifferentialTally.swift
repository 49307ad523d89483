/// What a run of many cases came to.
struct DifferentialTally {
    var cases = 0
    var reasons: [PlainReason: Int] = [:]
    /// How many decided findings of rules that say a thing.
    var features: [PlainFeature: Int] = [:]
    /// Each with the seed, the rule and the files that show it.
    var differences: [String] = []

    mutating func add(_ other: Self) {
        cases += other.cases
        reasons.merge(other.reasons, uniquingKeysWith: +)
        features.merge(other.features, uniquingKeysWith: +)
        differences += other.differences
    }

    var text: String {
        let counts = PlainReason.allCases.compactMap { reason in reasons[reason].map { "\(reason.rawValue) \($0)" } }
            + PlainFeature.allCases.compactMap { kind in features[kind].map { "\(kind.rawValue): \($0)" } }
        return "\(cases) cases, \(differences.count) differences\n\(counts.joined(separator: "\n"))\n\n" + differences.joined(separator: "\n")
    }
}
