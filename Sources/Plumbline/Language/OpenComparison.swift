import CEL

/// Comparison of values of which some are intervals: true or false where it comes out the same whatever the missing
/// cells hold, else unknown.
enum OpenComparison {
    /// How a number or an interval compares with another; nil where either is neither, or both are numbers.
    static func compare(_ lhs: Value, _ rhs: Value, _ holds: (Ordering) -> Bool) -> Value? {
        guard let causes = UnknownSet(open: [lhs, rhs]), let first = NumberRange(lhs), let second = NumberRange(rhs)
        else { return nil }
        let answers = Set(first.orders(against: second).map(holds))
        return answers.count == 1 ? .bool(answers.contains(true)) : .missingDecides(causes)
    }

    /// Whether two values are equal, turned by `holds` into what was asked.
    static func equal(_ lhs: Value, _ rhs: Value, _ holds: (Bool) -> Bool) -> Value {
        if lhs.interval != nil || rhs.interval != nil {
            // An interval equals nothing that is no number.
            return compare(lhs, rhs) { holds($0 == .same) } ?? .bool(holds(false))
        }
        switch (lhs, rhs) {
        // A list with an interval in it may be any of many lists.
        case (.list, .list), (.map, .map):
            let inner = [lhs, rhs].lazy.compactMap(\.innerCauses)
            if let causes = UnknownSet(joining: inner) { return .missingDecides(causes) }
        default: break
        }
        return .bool(holds(lhs == rhs))
    }

    static func contains(_ value: Value, in elements: [Value]) -> Value {
        var open: [UnknownSet] = []
        for element in elements {
            switch equal(value, element.released, { $0 }) {
            case .bool(true): return .bool(true)
            case .unknown(let causes): open.append(causes)
            default: break
            }
        }
        return UnknownSet(joining: open).map { .unknown($0) } ?? .bool(false)
    }
}

extension Value {
    /// The causes of the intervals inside a list or a map; nil where there are none, and for all other values.
    var innerCauses: UnknownSet? {
        switch self {
        case .list(let elements): UnknownSet(joining: elements.lazy.compactMap { $0.interval?.causes ?? $0.doubtful?.causes ?? $0.innerCauses })
        case .map(let map):
            UnknownSet(joining: map.lazy.compactMap { $0.value.interval?.causes ?? $0.value.innerCauses })
        default: nil
        }
    }
}
