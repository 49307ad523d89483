import OrderedCollections

/// The order in which the cases of a rule are tried on its mutants: first those that are likely to notice the next mistake
/// and take little time over it.
struct CaseOrder {
    /// The places of the cases.
    private(set) var places: [Int]
    /// How much each case has to do, about: how many records it judges, and what it takes to set it up.
    private let costs: [Int]
    /// How often each was tried, and how often it noticed the mistake; what is long ago counts for less, for mistakes of one kind
    /// follow each other.
    private var tried: [Double], noticed: [Double]
    /// What a time counts for at the next one.
    private static let fading = 0.8

    init(_ cases: [RuleCase]) {
        costs = cases.map(\.size)
        (tried, noticed) = (costs.map { _ in 0 }, costs.map { _ in 0 })
        places = Array(costs.indices)
        sort()
    }

    /// Notes what came of a case.
    mutating func note(_ place: Int, isNoticed: Bool) {
        tried[place] = tried[place] * Self.fading + 1
        noticed[place] = noticed[place] * Self.fading + (isNoticed ? 1 : 0)
        // As long as nothing is noticed the rest of the order is as good as before.
        if isNoticed { sort() }
    }

    private mutating func sort() {
        let worth = costs.indices.map { (noticed[$0] + 1) / ((tried[$0] + 2) * Double(costs[$0])) }
        places.sort { worth[$0] == worth[$1] ? $0 < $1 : worth[$0] > worth[$1] }
    }
}

private extension RuleCase {
    /// How many records it stands for, with as much again as a case without any takes.
    var size: Int {
        let listed = (records + roster).reduce(0) { $0 + $1.count }
        // With parameters of its own the rule is compiled anew.
        let settingUp = parameters.isEmpty ? 10 : 40
        return settingUp + periods.count + listed + given.values.reduce(0) { $0 + $1.size }
    }
}

private extension RuleCase.Given {
    /// How many records it stands for, all below it included.
    var size: Int {
        switch content {
        case .text: 0
        case .record(let record): 1 + record.values.reduce(0) { $0 + $1.size }
        case .list(let items): items.reduce(0) { $0 + $1.count }
        }
    }
}
