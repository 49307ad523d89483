import CEL

/// Whether the verdicts on groups stand whoever else belongs to them, asked once for groups that are alike.
struct StandingMemory {
    private struct Key: Hashable {
        var columns: [[Value]]
        var crowd: Strangers.Crowd
    }

    /// Whether many groups are alike: where all strangers join together, what is compared is how many there are.
    private let isWorthIt: Bool
    private var known: [Key: Bool] = [:]

    init(_ joining: GroupLowering.Joining) { isWorthIt = joining == .together }

    /// - Parameter ask: Tries the ways in which the crowd may belong to the group.
    mutating func stands(_ stratum: Stratum, _ crowd: Strangers.Crowd, _ ask: () -> Bool) -> Bool {
        guard isWorthIt, !crowd.isEmpty else { return ask() }
        let key = Key(columns: stratum.columns, crowd: crowd)
        if let stands = known[key] { return stands }
        let stands = ask()
        known[key] = stands
        return stands
    }
}
