extension PlainRule {
    /// What a rule tries, once it comes to a verdict.
    struct Said {
        var features: [PlainFeature]
        var kinds: Set<String>
    }

    /// What the rule has of the language, so that a run can tell what it tried.
    var kinds: Set<String> {
        var kinds: Set<String> = []
        switch requirement {
        case .condition: kinds.insert("condition")
        case .target: kinds.insert("target")
        case .change: kinds.insert("change")
        case .arms: kinds.insert("arms")
        case .unique(let fields): kinds.formUnion(fields.count > 1 ? ["unique", "unique on several fields"] : ["unique"])
        case .parity(_, let parity): kinds.formUnion(parity.kinds)
        case .peers(_, let peers, _): kinds.formUnion(peers.kinds)
        case .composition(_, let composition): kinds.formUnion(composition.kinds)
        case .sameSet(let set): kinds.formUnion(set.isExtraAllowed ? ["same_set", "same_set with extra"] : ["same_set"])
        case .published: kinds.insert("peers by benchmark")
        case .membership: break
        }
        for (kind, pattern) in Self.marks where text.contains(pattern) { kinds.insert(kind) }
        if coverage != nil { kinds.insert("coverage") }
        if periods != nil || table.period != nil { kinds.formUnion(kinds.map { "\($0) by period" }) }
        return kinds
    }
}

private extension PlainRule {
    /// What only rules of one world of tables say, in its own words.
    static var marks: [(String, Regex<Substring>)] {
        [
            ("hierarchy level", /\.(?:top|mid|low)/), ("hierarchy list", /(?:sites|inner)[.)"]/), ("register", /for: title\n/),
            ("register list", /titles[.)"]/), ("observed", /rate1/), ("observed or computed", /["(.]both/), ("group table", /for: cluster\n/),
        ]
    }
}

private extension PlainParity {
    var kinds: [String] {
        ["parity", "parity by \(compare.rawValue)"] + (within.count > 1 ? ["parity within several"] : []) + (leastGroup == nil ? [] : ["parity with min_group"])
    }
}

private extension PlainPeers {
    var kinds: [String] { ["peers"] + (isPooled ? ["peers pooled"] : []) + (among.count > 1 ? ["peers among several"] : []) }
}

private extension PlainComposition {
    var kinds: [String] {
        ["composition"] + (isCumulative ? ["composition at or above"] : []) + (whole == nil ? [] : ["composition with a whole"])
            + (within.isEmpty ? [] : ["composition within"])
    }
}
