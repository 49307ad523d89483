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

    /// That no data can decide a clause.
    public struct Uncheckable: Sendable {
        /// Why none can.
        public var reason: UncheckableReason
        /// The same in the register's own words.
        public var why: Localized?
        public var location: Location
    }

    /// What a plan's text says of a clause's date.
    public struct Due: Sendable {
        /// The day until when the clause is to be met.
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

    /// That the plan says otherwise elsewhere.
    public struct Conflict: Sendable {
        /// The id of the clause that says otherwise.
        public var with: String
        /// In what the two differ.
        public var why: Localized?
        public var location: Location
    }

    /// A rule that a register names, by its id.
    public struct RuleName: Sendable {
        /// The rule's id, without its ruleset.
        public var id: String
        public var location: Location
    }

    /// What rules call the clause.
    public var id: String
    /// Where the plan's text has it.
    public var section: String
    /// What the clause is about.
    public var term: Localized
    /// What has to meet it, such as a table's records.
    public var subject: String?
    /// What is required, a target's kind with its limit as the register writes it, such as `at_least` and `1 个`.
    public var requires: [(kind: String, limit: String)] = []
    /// For what each it has to be met, where not in all.
    public var per: String?
    /// Until when it has to be met.
    public var due: Due?
    /// From where the plan starts.
    public var baseline: Baseline?
    /// How binding the clause is.
    public var binding = Binding.required
    /// The word that softens it; printed only.
    public var hedge: String?
    /// How the clause is read, where it can be read in several ways.
    public var reading: Localized?
    /// The readings that were decided against.
    public var rejected: [Localized] = []
    /// The departments that answer for it.
    public var responsible: [String] = []
    /// The rules that encode it, as far as the register names them.
    public var rules: [RuleName] = []
    /// Why no data can decide it; nil where rules can.
    public var uncheckable: Uncheckable?
    /// The id of the clause that this one only restates, which is then counted once.
    public var restates: String?
    /// Where it is named; nil where there is none.
    public var restatesLocation: Location?
    /// Whether the text ends a list with 等.
    public var isOpenList = false
    /// Where the plan says otherwise.
    public var conflicts: [Conflict] = []
    public var location: Location

    public init(id: String, section: String, term: Localized, location: Location) {
        self.id = id
        self.section = section
        self.term = term
        self.location = location
    }
}
