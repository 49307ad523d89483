/// The smallest changes that turn a miss into a hit, found by trying one number after the other.
enum PlainClosings {
    /// What a whole number of things lacks or has too many; nil stands for impossible.
    static func count(_ value: PlainNumber, _ bound: PlainBound, _ figures: [PlainNumber]) -> [String: Int?] {
        let isBelow = bound.isBelow(value, figures)
        let change = isBelow
            ? first { bound.holds(value + PlainNumber($0), figures) }
            : first { PlainNumber($0) <= value && bound.holds(value - PlainNumber($0), figures) }
        var closings: [String: Int?] = [isBelow ? "add" : "remove": change]
        if bound.hasTwoSides { closings.updateValue(nil, forKey: isBelow ? "remove" : "add") }
        return closings
    }

    static func share(_ part: PlainNumber, of whole: PlainNumber, _ bound: PlainBound, _ figures: [PlainNumber]) -> [String: Int?] {
        let isBelow = bound.isBelow(part / whole, figures)
        func holds(_ part: PlainNumber, _ whole: PlainNumber) -> Bool { bound.holds(part / whole, figures) }
        let convert = first { step in
            let k = PlainNumber(step)
            return isBelow ? part + k <= whole && holds(part + k, whole) : k <= part && holds(part - k, whole)
        }
        let both = first { step in
            let k = PlainNumber(step)
            return isBelow ? holds(part + k, whole + k) : k <= part && k < whole && holds(part - k, whole - k)
        }
        var closings: [String: Int?] = ["convert": convert, isBelow ? "add" : "remove": both]
        if bound.hasTwoSides { closings.updateValue(nil, forKey: isBelow ? "remove" : "add") }
        return closings
    }

    static func text(_ closings: [String: Int?]) -> String {
        closings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.map(String.init) ?? "impossible")" }.joined(separator: ", ")
    }

    private static func first(where isEnough: (Int) -> Bool) -> Int? { (1...600).first(where: isEnough) }
}
