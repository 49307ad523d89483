public import Diagnostics

/// One requirement of a plan's text, as the register lists it.
public struct Clause: Sendable {
    /// Why no data can decide a clause.
    public enum UncheckableReason: String, CaseIterable, Hashable, Sendable {
        case masked
        case noThreshold = "no_threshold"
        case normElsewhere = "norm_elsewhere"
        case noDataKept = "no_data_kept"
        case aspiration
        case undefinedTerm = "undefined_term"
    }

    public struct Uncheckable: Sendable {
        public var reason: UncheckableReason
        public var why: Localized?
        public var location: Location
    }

    /// What a plan's text says of a clause's date.
    public struct Due: Sendable {
        public var date: CalendarDate
        /// Whether the clause itself states the date, or only its plan.
        public var isStated: Bool
    }

    /// A figure from which the plan starts.
    public struct Baseline: Sendable {
        public var period: CalendarPeriod
        /// The figure as the plan writes it.
        public var value: String?
    }

    public struct Conflict: Sendable {
        /// The id of the clause that says otherwise.
        public var with: String
        public var why: Localized?
        public var location: Location
    }

    /// A rule that a register names, by its id.
    public struct RuleName: Sendable {
        public var id: String
        public var location: Location
    }

    public var id: String
    public var section: String
    public var term: Localized
    public var subject: String?
    /// What is required, a target's kind with its limit as the register writes it, such as `at_least` and `1 个`.
    public var requires: [(kind: String, limit: String)] = []
    public var per: String?
    public var due: Due?
    public var baseline: Baseline?
    public var binding = Binding.required
    public var hedge: String?
    public var reading: Localized?
    public var rejected: [Localized] = []
    public var responsible: [String] = []
    public var rules: [RuleName] = []
    public var uncheckable: Uncheckable?
    /// The id of the clause that this one only restates, which is then counted once.
    public var restates: String?
    /// Where it is named; nil where there is none.
    public var restatesLocation: Location?
    /// Whether the text ends a list with 等.
    public var isOpenList = false
    public var conflicts: [Conflict] = []
    public var location: Location

    public init(id: String, section: String, term: Localized, location: Location) {
        self.id = id
        self.section = section
        self.term = term
        self.location = location
    }
}
