public import Diagnostics
import YAML

/// Makes small mistakes in rules, one at a time, and finds those that no case notices.
public struct MutationTest: Sendable {
    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// A mistake that every case of its rule lets pass.
    public struct Survivor: Sendable {
        /// What kind of mistake it is.
        public var kind: MutationKind
        /// What the rule says, and what the mutant says there; empty where that is nothing.
        public var before: String
        /// What the mutant says there; empty where that is nothing.
        public var after: String
        public var location: Location
        /// What a case that notices it would have to show.
        public var hint: Localized
    }

    /// How many mutants of a kind there were, and what became of them.
    public struct Count: Sendable {
        /// Those that a case notices.
        public var killed = 0
        /// Those that no case notices.
        public var survived = 0
        /// Those that do not load or compile, which everybody notices, and those that say what the rule says.
        public var dropped = 0

        /// Those that a case could have noticed.
        public var tried: Int { killed + survived }
    }

    /// What a text decides, and whose cases are to notice mistakes in it.
    public enum Subject: String, Sendable {
        /// One rule.
        case rule
        /// What a template says for every rule that it makes.
        case template
        /// How a field or an indicator comes from others: for all rules that use it.
        case definition
        /// What a ruleset says for all of its rules.
        case ruleset
    }

    /// What came of one text.
    public struct Result: Sendable {
        /// What the text decides.
        public var subject: Subject
        /// A rule's full name, a template's, `TABLE.FIELD`, or a ruleset's name.
        public var name: String
        /// What people call it.
        public var title: Localized
        /// The cases of the rules that the text decides, without those that were found not to come out as they say: these can
        /// notice nothing. Those were asked that were needed: all where a mistake went unnoticed; until one comes out
        /// where there was none to notice.
        public var caseCount: Int
        /// The mistakes that no case notices.
        public var survivors: [Survivor] = []
        /// How many mistakes of each kind were made.
        public var counts: [MutationKind: Count] = [:]

        /// How many mistakes of a kind were made in the rule, by what became of them.
        public func count(_ kind: MutationKind) -> Count { counts[kind] ?? Count() }

        /// All kinds together.
        public var total: Count { Count(adding: counts.values) }
    }

    /// One result for each rule of the plan that was read from a file, in its order, then for each text that rules share. Of a plan that
    /// was narrowed to some rules the templates are held against these alone, and there are none for definitions and rulesets: the
    /// cases of the other rules might notice what these let pass.
    ///
    /// - Complexity: Every mutant is compiled, and held against cases until one notices it. The rules are shared out among
    ///   the cores.
    public func run() -> [Result] {
        let rules = RuleMutants(plan)
        let trials = rules.trials
        let results = rules.results + TemplateMutants(plan, trials: trials).results
        guard !plan.isNarrowed else { return results }
        let shared = trials.map(\.withoutRecords)
        return results + DefinitionMutants(plan, trials: shared).results + RulesetMutants(plan, trials: shared).results
    }
}

extension MutationTest.Count {
    public init(adding counts: some Sequence<Self>) {
        for count in counts {
            killed += count.killed
            survived += count.survived
            dropped += count.dropped
        }
    }
}
