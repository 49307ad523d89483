/// A group's figure against that of another, or of all.
struct PlainParity {
    var test: PlainExpression
    var against: PlainExpression?
    var within: [String]
    var compare: Compare
    var bound: PlainBound
    var leastGroup: Int?

    enum Compare: String, CaseIterable { case mean, median, each }
}

extension PlainParity {
    var text: String {
        var parts = ["test: \"\(test.text)\""]
        if let against { parts.append("against: \"\(against.text)\"") }
        if !within.isEmpty { parts.append("within: [\(within.joined(separator: ", "))]") }
        if compare != .mean { parts.append("compare: \(compare.rawValue)") }
        if let leastGroup { parts.append("min_group: \(leastGroup)") }
        return (parts + [bound.text]).joined(separator: ", ")
    }
}
