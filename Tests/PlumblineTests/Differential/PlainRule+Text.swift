extension PlainRule {
    var text: String {
        var lines = ["- id: \(id)", "  title: t"] + entries.map { "  \($0.key): \($0.value)" }
        if !readings.isEmpty {
            lines.append("  other_readings: [\(readings.map { $0.text(instead: self) }.joined(separator: ", "))]")
        }
        return lines.map { "  \($0)\n" }.joined()
    }

    /// What the rule says, key by key, but for its names and its other readings.
    var entries: [(key: String, value: String)] {
        var entries = [(key: "for", value: table.name)]
        func add(_ key: String, _ value: String?) { if let value { entries.append((key, value)) } }
        add("where", scope.map { "\"\($0.text)\"" })
        add("subjects", subjects.isEmpty ? nil : "[\(subjects.joined(separator: ", "))]")
        add("except", exceptions.isEmpty ? nil : "[\(exceptions.joined(separator: ", "))]")
        entries += requirement.entries
        add("coverage", coverage?.text)
        add("period", periods?.text)
        add("due", due?.text)
        add("expected_on", expectedOn?.text)
        add("baseline", baseline?.text)
        add("pace", pace?.rawValue)
        add("missing", missing?.text)
        return entries
    }
}

extension PlainRule.Requirement {
    var entries: [(key: String, value: String)] {
        switch self {
        case .condition(let condition): [("require", "\"\(condition.text)\"")]
        case .target(let value, let bound, _): [("observe", "\"\(value.text)\""), ("target", "{\(bound.text)}")]
        case .change(let change): [("observe", "\"\(change.value.text)\""), ("target", change.text)]
        case .arms(let arms): [(arms.key, arms.text)]
        case .unique(let fields): [("target", "{unique: [\(fields.joined(separator: ", "))]}")]
        case .parity(let value, let parity): [("observe", "\"\(value.text)\""), ("target", "{parity: {\(parity.text)}}")]
        case .peers(let value, let peers, _): [("observe", "\"\(value.text)\""), ("target", "{peers: {\(peers.text)}}")]
        case .composition(let value, let composition):
            [("observe", "\"\(value.text)\""), ("target", "{composition: {\(composition.text)}}")]
        case .sameSet(let set): [("observe", "\"\(set.list.text)\""), ("target", "{\(set.text)}")]
        case .published(let indicator, let published, let bound):
            [("observe", indicator.name), ("target", "{peers: {\(published.text), \(bound.text)}}")]
        case .membership: []
        }
    }
}

private extension PlainRule.Coverage {
    var text: String { "{\(per.map { "per: \"\($0.text)\", " } ?? "")\(bound.text)}" }
}

private extension PlainPolicy {
    var text: String {
        switch self {
        case .bounds: "bounds"
        case .against: "against"
        case .skip(nil): "skip"
        case .skip(let least?): "{skip: {min_measured: \(least)%}}"
        }
    }
}
