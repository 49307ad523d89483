/// A rule as this side knows it, and as the product reads it.
struct PlainRule {
    enum Requirement {
        case condition(PlainExpression)
        case target(PlainExpression, PlainBound, PlainShape)
        case change(PlainChange)
        case arms(PlainArms)
        case unique([String])
        case parity(PlainExpression, PlainParity)
        case peers(PlainExpression, PlainPeers, PlainShape)
        case composition(PlainExpression, PlainComposition)
        case sameSet(PlainSameSet)
        case published(PlainObserved, PlainPublished, PlainBound)
        case membership
    }

    enum Periods {
        case one(Int), each(ClosedRange<Int>), all(ClosedRange<Int>), any(ClosedRange<Int>), latestSince(Int)

        var text: String {
            switch self {
            case .one(let year): "\(year)"
            case .each(let years): "{each: \(years.lowerBound)..\(years.upperBound)}"
            case .all(let years): "{all: \(years.lowerBound)..\(years.upperBound)}"
            case .any(let years): "{any: \(years.lowerBound)..\(years.upperBound)}"
            case .latestSince(let year): "{latest_since: \(year)}"
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
    var expectedOn: PlainDay?
    var baseline: PlainBaseline?
    var pace: PlainPace?
    var missing: PlainPolicy?
    var readings: [PlainReading] = []
    /// Records that a profile lets pass, each until a day.
    var waived: [(record: String, until: PlainDay)] = []
    /// Until when a profile has the rule disabled.
    var disabledUntil: PlainDay?
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

/// A day as texts compare it.
struct PlainDay: Comparable, Hashable {
    var text: String
    var year: Int { Int(text.prefix(4))! }
    static func < (a: Self, b: Self) -> Bool { a.text < b.text }

    /// How many days it is after another.
    func days(since other: Self) -> Int { number - other.number }

    /// The days since the first of March of the year 0.
    private var number: Int {
        let parts = text.split(separator: "-").map { Int($0)! }
        let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
    }

    /// The last day of a year.
    static func end(of year: Int) -> Self { Self(text: "\(year)-12-31") }
}

extension PlainRule {
    /// Whether the rule may name who must answer: not where records are held against each other.
    var namesSubjects: Bool {
        switch requirement {
        case .unique, .parity, .composition: false
        default: true
        }
    }
}

extension PlainRule.Requirement {
    /// Whether a record is judged by itself and what it leads to, and by no arms.
    var isOfOneRecord: Bool {
        switch self {
        case .condition, .target, .change: true
        default: false
        }
    }
}
