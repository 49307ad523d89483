import OrderedCollections

/// The order in which the cases of a rule are tried on its mutants: first those that are likely to notice the next mistake
/// and take little time over it.
struct CaseOrder {
    /// What each case expects.
    private let outcomes: [Outcome]
    /// How much each case has to do, about: how many records it judges, and what it takes to set it up. To be asked the first time takes
    /// twice that, for its records have to be tied together, and it has to come out as it says.
    private let costs: [Int]
    /// How often each was tried, and how often it noticed the mistake; what is long ago counts for less, for mistakes of one kind
    /// follow each other.
    private var tried: [Double], noticed: [Double]
    /// What a time counts for at the next one.
    private static let fading = 0.8
    /// What asking any case takes beside that.
    private static let asking = 10
    /// The share of mistakes that a case is taken to notice before anything is known of it, after a count over the rules that come
    /// along: where it expects what the mistake mostly turns, where it expects something else, and where no outcome is said.
    private static let (likely, unlikely, unknown) = (0.8, 0.15, 0.4)

    init(_ cases: [RuleCase]) {
        (outcomes, costs) = (cases.map(\.outcome), cases.map(\.size))
        (tried, noticed) = (costs.map { _ in 0 }, costs.map { _ in 0 })
    }

    /// The places of the cases, the most promising first.
    ///
    /// - Parameter outcome: What the cases that notice the next mistake mostly expect.
    func places(noticedBy outcome: Outcome?) -> [Int] {
        let worth = costs.indices.map { place in
            let share = outcome.map { outcomes[place] == $0 ? Self.likely : Self.unlikely } ?? Self.unknown
            let cost = Self.asking + (tried[place] == 0 ? 2 : 1) * costs[place]
            return (noticed[place] + 2 * share) / ((tried[place] + 2) * Double(cost))
        }
        return costs.indices.sorted { worth[$0] == worth[$1] ? $0 < $1 : worth[$0] > worth[$1] }
    }

    /// Notes what came of a case.
    mutating func note(_ place: Int, isNoticed: Bool) {
        tried[place] = tried[place] * Self.fading + 1
        noticed[place] = noticed[place] * Self.fading + (isNoticed ? 1 : 0)
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
