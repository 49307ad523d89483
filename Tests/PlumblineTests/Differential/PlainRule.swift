/// A rule as this side knows it, and as the product reads it.
struct PlainRule {
    enum Requirement {
        case condition(PlainExpression)
        case target(PlainExpression, PlainBound, PlainShape)
        /// The value against what it was in another year: the difference, or that as a share of what it was.
        case change(PlainExpression, PlainBound, against: PlainExpression.Earlier, isGrowth: Bool, PlainShape)
        case unique([String])
        case parity(PlainExpression, PlainParity)
        case peers(PlainExpression, PlainPeers, PlainShape)
        case composition(PlainExpression, PlainComposition)
        case sameSet(PlainSameSet)
        case published(PlainObserved, PlainPublished, PlainBound)
        case membership
    }

    enum Periods {
        case one(Int), each(ClosedRange<Int>), all(ClosedRange<Int>), any(ClosedRange<Int>)

        var text: String {
            switch self {
            case .one(let year): "\(year)"
            case .each(let years): "{each: \(years.lowerBound)..\(years.upperBound)}"
            case .all(let years): "{all: \(years.lowerBound)..\(years.upperBound)}"
            case .any(let years): "{any: \(years.lowerBound)..\(years.upperBound)}"
            }
        }
    }

    struct Coverage {
        var per: PlainExpression?
        var bound: PlainBound
    }

    var id: String
    var table: PlainTable
    var scope: PlainExpression?
    var subjects: [String] = []
    var exceptions: [String] = []
    var requirement: Requirement
    var coverage: Coverage?
    var periods: Periods?
    var due: PlainDay?
    var missing: PlainPolicy?
}

/// What closes a gap of an observed value: things that can be counted, a share of such, or nothing that anybody can count.
enum PlainShape {
    case count
    case share(PlainExpression, of: PlainExpression)
    /// A share over a list: how many there are follows from the list.
    case other
    /// Not held against the product.
    case unsaid
}

struct PlainParity {
    var test: PlainExpression
    var against: PlainExpression?
    var within: [String]
    var compare: Compare
    var bound: PlainBound
    var leastGroup: Int?

    enum Compare: String, CaseIterable { case mean, median, each }
}

/// A day as texts compare it.
struct PlainDay: Comparable {
    var text: String
    var year: Int { Int(text.prefix(4))! }
    static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

extension PlainRule {
    /// Whether the rule may name who must answer: not where records are held against each other.
    var namesSubjects: Bool {
        switch requirement {
        case .unique, .parity, .composition: false
        default: true
        }
    }

    var text: String {
        var lines = ["- id: \(id)", "  title: t", "  for: \(table.name)"]
        if let scope { lines.append("  where: \"\(scope.text)\"") }
        if !subjects.isEmpty { lines.append("  subjects: [\(subjects.joined(separator: ", "))]") }
        if !exceptions.isEmpty { lines.append("  except: [\(exceptions.joined(separator: ", "))]") }
        switch requirement {
        case .condition(let condition): lines.append("  require: \"\(condition.text)\"")
        case .target(let value, let bound, _): lines += ["  observe: \"\(value.text)\"", "  target: {\(bound.text)}"]
        case .change(let value, let bound, let earlier, let isGrowth, _):
            lines += ["  observe: \"\(value.text)\"", "  target: {\(isGrowth ? "growth" : "change"): {\(bound.text), against: \(earlier.text)}}"]
        case .unique(let fields): lines.append("  target: {unique: [\(fields.joined(separator: ", "))]}")
        case .parity(let value, let parity): lines += ["  observe: \"\(value.text)\"", "  target: {parity: {\(parity.text)}}"]
        case .peers(let value, let peers, _): lines += ["  observe: \"\(value.text)\"", "  target: {peers: {\(peers.text)}}"]
        case .sameSet(let set): lines += set.lines
        case .published(let indicator, let published, let bound):
            lines += ["  observe: \(indicator.name)", "  target: {peers: {\(published.text), \(bound.text)}}"]
        case .composition(let value, let composition):
            lines += ["  observe: \"\(value.text)\"", "  target: {composition: {\(composition.text)}}"]
        case .membership: break
        }
        if let coverage {
            let per = coverage.per.map { "per: \"\($0.text)\", " } ?? ""
            lines.append("  coverage: {\(per)\(coverage.bound.text)}")
        }
        if let periods { lines.append("  period: \(periods.text)") }
        if let due { lines.append("  due: \(due.text)") }
        switch missing {
        case nil: break
        case .bounds: lines.append("  missing: bounds")
        case .against: lines.append("  missing: against")
        case .skip(nil): lines.append("  missing: skip")
        case .skip(let least?): lines.append("  missing: {skip: {min_measured: \(least)%}}")
        }
        return lines.map { "  \($0)\n" }.joined()
    }
}

private extension PlainParity {
    var text: String {
        var parts = ["test: \"\(test.text)\""]
        if let against { parts.append("against: \"\(against.text)\"") }
        if !within.isEmpty { parts.append("within: [\(within.joined(separator: ", "))]") }
        if compare != .mean { parts.append("compare: \(compare.rawValue)") }
        if let leastGroup { parts.append("min_group: \(leastGroup)") }
        return (parts + [bound.text]).joined(separator: ", ")
    }
}
