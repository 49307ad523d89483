import CEL
import OrderedCollections

/// The records of a scope in one period, put into the groups that are compared.
struct Strata {
    /// A record of which nobody knows which group it belongs to.
    struct Stranger {
        let member: GroupJudge.Member
        /// What would tell its group; at least one of these is unknown.
        let place: [Value]
        /// What it would contribute; nil where that cannot be told.
        let values: [Value?]?
    }

    /// A record of which nobody knows which group it belongs to, as it was found.
    fileprivate struct Unplaced {
        let member: GroupJudge.Member
        let place: [Value]
        /// Nil where nobody has asked yet.
        let contribution: Stratum.Contribution?
    }

    /// In the order in which they come first, ``RecordGroup/unknown`` among them.
    private(set) var groups: OrderedDictionary<RecordGroup, Stratum> = [:]
    /// The groups to which anybody belongs, in the scope or not; noted only where that matters.
    private(set) var seen: Set<RecordGroup> = []
    /// Those of whom it cannot be told to which group they belong, in order.
    var strangers: some Collection<GroupJudge.Member> { unplaced.lazy.map(\.member) }
    private let unplaced: [Unplaced]
    /// What is known of them, which nobody asks where no group is known.
    private let crowds: Crowds

    /// Looks at what is known of the strangers when somebody first asks.
    private final class Crowds {
        private let unplaced: [Unplaced]
        private let comparison: ComparisonPlan

        init(_ unplaced: [Unplaced], _ comparison: ComparisonPlan) { (self.unplaced, self.comparison) = (unplaced, comparison) }

        lazy var found = Strangers(unplaced.map { Stranger($0, comparison) }, comparison.joining)
    }

    /// More ways than this are tried for no group.
    static let mostWays = 4096

    /// - Parameter notesOutside: Whether it matters to which groups those belong who are out of scope.
    init(of members: [GroupJudge.Member], by grouping: Grouping, _ comparison: ComparisonPlan, notesOutside: Bool) {
        let sensitive = comparison.columns.map { members.first?.view.looksAtSensitive($0.value) ?? false }
        var unplaced: [Unplaced] = []
        for member in members {
            let isOut = member.verdict.reason.outcome == .notApplicable
            guard !isOut || notesOutside else { continue }
            let place = grouping.place(of: member.view)
            guard let group = grouping.group(of: member.view, at: place) else { continue }
            if notesOutside { seen.insert(group) }
            if isOut { continue }
            let contribution = member.verdict.reason == .conditionTrue ? Stratum.Contribution(of: member, to: comparison) : nil
            groups[group, default: Stratum(columns: comparison.columns.count)]
                .add(member, contribution, to: comparison, sensitive: sensitive)
            if group.isUnknown { unplaced.append(Unplaced(member: member, place: place, contribution: contribution)) }
        }
        self.unplaced = unplaced
        crowds = Crowds(unplaced, comparison)
    }

    /// Those strangers who may belong to a group.
    func crowd(into group: RecordGroup) -> Strangers.Crowd { crowds.found.crowd(into: group) }

    /// In which ways they may; nil where there are too many to try, or where it cannot be told what one of them would
    /// contribute.
    func ways(of crowd: Strangers.Crowd, into group: RecordGroup) -> StrangerWays? {
        let size = crowds.found.count(of: crowd) + (groups[group]?.columns.map(\.count).max() ?? 0)
        return crowds.found.ways(of: crowd, atMost: limit(forSize: size))
    }

    /// How many ways of a group are tried, so that all groups together stay cheap however large they are.
    private func limit(forSize size: Int) -> Int {
        min(Self.mostWays, max(16, 4_000_000 / (groups.count * max(1, size) + 1)))
    }
}

private extension Strata.Stranger {
    init(_ unplaced: Strata.Unplaced, _ comparison: ComparisonPlan) {
        (member, place) = (unplaced.member, unplaced.place)
        let contribution = unplaced.contribution ?? Stratum.Contribution(of: member, to: comparison)
        // Copies that contradict each other have no values; what goes wrong is told of the record itself.
        let isTold = member.verdict.reason != .ambiguousRecord && contribution.cause == nil && contribution.error == nil
        values = isTold ? contribution.values : nil
    }
}
