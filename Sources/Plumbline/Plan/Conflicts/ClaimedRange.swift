import Quantities

/// Between what a rule's limit wants a number to be.
struct ClaimedRange {
    /// One end, and whether it is still within.
    struct End {
        var value: Number
        var isInclusive: Bool
    }

    var floor: End?
    var ceiling: End?

    /// Nil where the limit is no range of numbers that is the same for everybody.
    init?(_ limit: Limit) {
        switch (limit.kind, limit.bounds.count) {
        case ("at_least", 1): floor = End(value: limit.bounds[0], isInclusive: true)
        case ("more_than", 1): floor = End(value: limit.bounds[0], isInclusive: false)
        case ("at_most", 1): ceiling = End(value: limit.bounds[0], isInclusive: true)
        case ("less_than", 1): ceiling = End(value: limit.bounds[0], isInclusive: false)
        case ("equals", 1):
            floor = End(value: limit.bounds[0], isInclusive: true)
            ceiling = floor
        case ("between", 2):
            floor = End(value: limit.bounds[0], isInclusive: true)
            ceiling = End(value: limit.bounds[1], isInclusive: true)
        default: return nil
        }
    }

    /// Whether no number is in both.
    func excludes(_ other: ClaimedRange) -> Bool {
        Self.isAbove(floor, other.ceiling) || Self.isAbove(other.floor, ceiling)
    }

    /// Whether whatever is in the other is in this one, so that this one asks for nothing more.
    func contains(_ other: ClaimedRange) -> Bool {
        let isFloorKept = floor.map { own in
            other.floor.map { $0.value > own.value || ($0.value == own.value && (own.isInclusive || !$0.isInclusive)) } ?? false
        }
        let isCeilingKept = ceiling.map { own in
            other.ceiling.map { $0.value < own.value || ($0.value == own.value && (own.isInclusive || !$0.isInclusive)) } ?? false
        }
        return (isFloorKept ?? true) && (isCeilingKept ?? true)
    }

    /// Whether a number is in it.
    func contains(_ number: Number) -> Bool {
        let isAbove = floor.map { number > $0.value || ($0.isInclusive && number == $0.value) } ?? true
        let isBelow = ceiling.map { number < $0.value || ($0.isInclusive && number == $0.value) } ?? true
        return isAbove && isBelow
    }

    private static func isAbove(_ floor: End?, _ ceiling: End?) -> Bool {
        guard let floor, let ceiling else { return false }
        return floor.value > ceiling.value || (floor.value == ceiling.value && !(floor.isInclusive && ceiling.isInclusive))
    }
}

extension ClaimedRange {
    /// By the sign that reports print: a floor, a ceiling or one number, whatever is held against it.
    init?(signed limit: Limit) {
        if let range = ClaimedRange(limit) { self = range; return }
        guard limit.bounds.count == 1 else { return nil }
        switch limit.sign {
        case "≥": floor = End(value: limit.bounds[0], isInclusive: true)
        case ">": floor = End(value: limit.bounds[0], isInclusive: false)
        case "≤": ceiling = End(value: limit.bounds[0], isInclusive: true)
        case "<": ceiling = End(value: limit.bounds[0], isInclusive: false)
        default: return nil
        }
    }
}
