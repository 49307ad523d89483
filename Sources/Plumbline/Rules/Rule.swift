public import Diagnostics
public import YAML

/// A requirement as an analyst wrote it: read and complete, not yet checked against the vocabulary.
public struct Rule: Sendable {
    /// What a record is held against.
    public enum Requirement: Sendable {
        /// A value and its limit.
        case target(observe: YAMLScalar, target: TargetText)
        /// A condition that has to hold.
        case condition(YAMLScalar)
        /// A target that needs no value of its own, such as `unique`.
        case bareTarget(TargetText)
        /// Nothing more than being in scope, which only a coverage can count.
        case membership
        /// Several requirements, of which one is enough or none may be missed.
        case arms(Arms)
    }

    /// A target's kind and its limit, as the rule writes them.
    public struct TargetText: Sendable {
        public var kind: String
        /// Where the rule names the kind.
        public var kindLocation: Location
        /// What the kind makes a limit of.
        public var limit: YAMLNode
        /// Where the kind and its limit stand together.
        public var location: Location
        /// What the plan writes in place of the limit, such as 2—3所.
        public var asWritten: String?
    }

    /// The name of the ruleset that it belongs to.
    public var ruleset: String
    /// What names the fault, in kebab case; unique in its ruleset.
    public var id: String
    /// What people call the fault.
    public var title: Localized
    /// Which clause of the plan it encodes.
    public var source: RuleSource?
    /// How binding the clause is.
    public var binding: Binding
    /// The word that softens the clause, printed only.
    public var hedge: String?
    /// How tools are to show a fail.
    public var severity: Severity
    /// The name of the rule's table, and where the rule says it.
    public var table: String
    /// Where the rule names its table.
    public var tableLocation: Location
    /// The condition under which the rule applies; nil where it applies to every record.
    public var scope: YAMLScalar?
    /// The records that must answer, by name; empty where all of the scope must.
    public var subjects: [NamedRecord] = []
    /// The records that the plan itself exempts.
    public var exceptions: [NamedRecord] = []
    /// The periods that the rule judges, where it says so itself.
    public var period: PeriodChoice?
    /// The rule's own due date.
    public var due: DueDate?
    /// What the rule starts from, where it says so.
    public var baseline: Baseline?
    /// How the way from the baseline to the limit is to be gone, where the rule says so.
    public var pace: StatedPace?
    /// When the figures are published, where the rule says so.
    public var expectedOn: ExpectedDay?
    /// What it asks of a record, or of a group.
    public var requirement: Requirement
    /// How many of the scope's records must pass; nil where each is judged by itself.
    public var coverage: Coverage?
    /// What missing cells do to the verdict; nil where the rule leaves that to its ruleset.
    public var missing: MissingPolicy?
    /// The departments that answer for it.
    public var responsible: [String]
    /// What findings say to people.
    public var message: Localized?
    /// What a fail asks them to do.
    public var fix: Localized?
    /// The ids of clauses and rules that belong with it.
    public var related: [String]
    /// The examples that are its tests.
    public var cases: [RuleCase]
    public var location: Location
    /// What the rule was read from; nil for a rule that code made.
    var node: YAMLNode?
    /// How the rule reads its clause, in words.
    public var reading: Localized?
    /// How else the clause could be read.
    public var otherReadings: [Reading] = []
    /// What the plan writes in place of the rule's limit, such as 2—3所.
    public var asWritten: String?
    /// The template that the rule was made of, with what was filled in; nil for a rule that is written out.
    public var template: TemplateUse?
    /// What a profile lets pass for the time being, whether that time is over or not.
    public var waivers: [Waiver] = []
    /// Why a profile has the rule not judged, and until when; nil where it is judged.
    public var suspension: Suspension?

    /// The name by which everything outside the ruleset calls the rule.
    public var fullName: String { "\(ruleset)/\(id)" }

    /// Whether the rule holds a value against a limit, rather than asking for a condition.
    public var observesValue: Bool {
        if case .target = requirement { true } else { false }
    }
}
