public import Diagnostics
public import OrderedCollections
public import Quantities

/// A plan's rules, with what the plan says of itself.
public struct Ruleset: Sendable {
    /// The plan whose clauses the rules encode.
    public struct Plan: Sendable {
        /// What the plan is called.
        public var title: Localized
        /// Where its text is found.
        public var document: String?
        /// Its first day.
        public var from: CalendarDate?
        /// Its last day.
        public var to: CalendarDate?
    }

    public var name: String
    /// The plan whose clauses the rules encode.
    public var plan: Plan?
    /// The due date of rules whose clause names none.
    public var due: DueDate?
    /// What `about` allows on either side where a rule does not say, as a share of the value.
    public var aboutTolerance: Number?
    /// Where the ruleset says so; nil where it does not.
    var aboutToleranceLocation: Location?
    /// What missing cells do where a rule does not say.
    public var missing = MissingPolicy.bounds
    /// Where the ruleset says so; nil where it does not.
    var missingLocation: Location?
    /// What profiles can set, by name.
    public var parameters: OrderedDictionary<String, Parameter> = [:]
    /// The files that the ruleset brings along.
    public var data: [RulesetData] = []
    /// In the order of the files.
    public var rules: [Rule] = []
    /// The clauses of the plan; nil where nobody listed them.
    public var register: Register?
    /// The files beside the rules that say how data files become tables.
    public var mappings: [String] = []
    /// What this run takes differently; nil where no profile was asked for.
    public var profile: Profile?
    public var location: Location
    /// Whether all of its files and rules could be read.
    var isWhole = true

    public init(name: String, plan: Plan? = nil, location: Location) {
        self.name = name
        self.plan = plan
        self.location = location
    }
}
