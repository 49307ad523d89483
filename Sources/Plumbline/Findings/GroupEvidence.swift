public import Diagnostics

/// What a verdict over many records rests on.
public struct GroupEvidence: Hashable, Sendable {
    /// One member of the group.
    public struct Member: Hashable, Sendable {
        /// The member as findings call it.
        public var record: RecordReference
        /// Why the member came out as it did.
        public var reason: Reason
        /// The member's own figures.
        public var measurement: Measurement
        /// For a rule with arms: what each of them came to.
        public var arms: [ArmVerdict]
        /// The cells that cannot be read, of a member that is not measured because of them.
        public var unreadable: [Evidence] = []
        /// The cells that leave open whether a row is in a list, of a member that is not measured because of them.
        public var doubtful: [Evidence] = []
        /// The elements by which a member fails: of which a condition on all of a list does not hold, or that one list lacks of
        /// another; the first few.
        public var names: [Names] = []

        public init(
            record: RecordReference, reason: Reason, measurement: Measurement = Measurement(), arms: [ArmVerdict] = []
        ) {
            self.record = record
            self.reason = reason
            self.measurement = measurement
            self.arms = arms
        }

        /// The member with those of some cells that make it unreadable, where it is.
        func naming(_ cells: @autoclosure () -> [Evidence]) -> Member {
            guard reason == .unreadable else { return self }
            var member = self
            member.unreadable = cells().filter { $0.state == .unreadable }
            return member
        }
    }

    /// One side of a comparison, such as those tested and those they are held against; never a single person's figure.
    public struct Side: Hashable, Sendable {
        /// What the side is.
        public var title: Localized
        /// How many were counted, and how many of them had no figure.
        public var counted: Int
        /// How many of those counted have no figure.
        public var missing: Int
        /// Of those without a figure, how many have a cell that cannot be read and none that is blank.
        public var unreadable = 0
        /// How many rows came beside those counted whose key one of them has, and that say the same.
        public var duplicates = 0
        /// The side's figure, in base units; nil where it has none.
        public var value: Measurement.Observed?

        public init(title: Localized, counted: Int, missing: Int, value: Measurement.Observed?) {
            self.title = title
            self.counted = counted
            self.missing = missing
            self.value = value
        }
    }

    /// Values told by name, such as those that are missing from a list, at most ``memberLimit`` of them.
    public struct Names: Hashable, Sendable {
        /// What the values are.
        public var title: Localized
        /// The values, as they are written.
        public var names: [String]
        /// How many more there are.
        public var leftOut: Int

        public init(title: Localized, names: [String], leftOut: Int = 0) {
            self.title = title
            self.names = names
            self.leftOut = leftOut
        }
    }

    /// How the group's records were accounted for.
    public var ledger: Ledger
    /// Those that fall short first, then those that could not be decided, worst first; at most ``memberLimit``.
    public var members: [Member]
    /// How many more there are of those.
    public var membersLeftOut: Int
    /// How many pass, fail, and could not be decided, of those in scope.
    public var passed: Int
    /// How many of those in scope fail.
    public var failed: Int
    /// How many of those in scope could not be decided.
    public var undecided: Int
    /// Where the missing members decide: how many of them would have to pass for the group to pass.
    public var neededOfUndecided: Int?
    /// What was held against each other; none where nothing was.
    public var sides: [Side] = []
    /// Values that a target tells, such as those that one list lacks of another.
    public var names: [Names] = []
    /// What missing members do to the verdict.
    public var missing: MissingPolicy

    /// How many members a finding names.
    public static let memberLimit = 20
    /// How many elements of a list it names of each member.
    public static let lackingLimit = 5

    public init(
        ledger: Ledger = Ledger(), members: [Member] = [], membersLeftOut: Int = 0, passed: Int = 0, failed: Int = 0,
        undecided: Int = 0, missing: MissingPolicy = .bounds
    ) {
        self.ledger = ledger
        self.members = members
        self.membersLeftOut = membersLeftOut
        self.passed = passed
        self.failed = failed
        self.undecided = undecided
        self.missing = missing
    }
}
