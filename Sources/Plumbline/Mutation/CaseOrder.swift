import OrderedCollections

/// The order in which the cases of a rule are tried on its mutants: first those that are likely to notice the next mistake
/// and take little time over it.
struct CaseOrder {
    /// The places of the cases.
    private(set) var places: [Int]
    /// How many records each case judges, about.
    private let costs: [Int]
    /// How often each was tried, and how often it noticed the mistake.
    private var tried: [Int], noticed: [Int]

    init(_ cases: [RuleCase]) {
        costs = cases.map(\.size)
        (tried, noticed) = (costs.map { _ in 0 }, costs.map { _ in 0 })
        places = Array(costs.indices)
        sort()
    }

    /// Notes what came of a case.
    mutating func note(_ place: Int, isNoticed: Bool) {
        tried[place] += 1
        if isNoticed { noticed[place] += 1 }
        // As long as nothing is noticed the rest of the order is as good as before.
        if isNoticed { sort() }
    }

    private mutating func sort() {
        let worth = costs.indices.map { Double(noticed[$0] + 1) / Double((tried[$0] + 2) * costs[$0]) }
        places.sort { worth[$0] == worth[$1] ? $0 < $1 : worth[$0] > worth[$1] }
    }
}

private extension RuleCase {
    /// How many records it stands for, with as much again as a case without any takes.
    var size: Int {
        let listed = (records + roster).reduce(0) { $0 + $1.count }
        return 10 + periods.count + listed + given.values.reduce(0) { $0 + $1.size }
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
