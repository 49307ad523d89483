import CEL
public import Diagnostics
import YAML

/// A rule compiled: checked against the vocabulary, its target lowered, its expressions planned.
public struct RulePlan: Sendable {
    /// The parts of a share, where the rule observes one.
    struct Share: Sendable {
        var numerator: FieldProgram
        var denominator: FieldProgram
        var texts: (part: String, whole: String)
    }

    struct Closing<Amount: Sendable>: Sendable {
        var kind: Plumbline.Closing.Kind
        var amount: Amount
    }

    public let rule: Rule
    /// The limit as reports show it; nil for a rule that is a condition.
    public internal(set) var limit: Limit?
    /// What each member of a group is held against, where the rule's own limit is on the group; nil where that is the
    /// limit of both, and where members are held against a condition.
    public internal(set) var memberLimit: Limit?
    /// The expression as the rule writes it: what is observed, or the condition.
    public let expression: String
    /// What the rule's closings count, where it is a single field: the field's title.
    public internal(set) var countedTitle: Localized?
    /// Which periods the rule judges, and until when what it asks has to be met.
    let schedule: Schedule
    /// What its expressions can name beside a record's own fields.
    let setting: RuleSetting
    /// What missing cells do to the verdict.
    public let missing: MissingPolicy
    var scope: FieldProgram?
    /// Whether the target has a limit for a record; nil where every record has one.
    var applies: FieldProgram?
    /// Whether a record passes; nil where being in scope is enough, and where groups are judged.
    var verdict: FieldProgram?
    var observed: FieldProgram?
    var gap: FieldProgram?
    /// The number that a record is held against, where it is not the same for all.
    var limitValue: FieldProgram?
    var closings: [Closing<FieldProgram>] = []
    var share: Share?
    /// How many of the records have to pass; nil where each is judged by itself.
    var coverage: CoveragePlan?
    /// How groups of records are held against each other; nil for everything else.
    var comparison: ComparisonPlan?
    /// The field by which cases may give outright what the rule observes.
    var observedField: Field?
    /// The rules that the expressions ask about, by name, with the place of each.
    var asksAbout: [(name: String, location: Location)] = []

    /// The condition under which the rule applies, as it writes it; nil where it applies to every record.
    public var scopeExpression: String? { rule.scope.map { CellText.trimmed($0.text) } }

    /// Whether the rule judges many records at a time.
    var isOfGroups: Bool { coverage != nil || comparison != nil }

    /// What a verdict on one record rests on.
    var basis: FieldProgram? { observed ?? verdict }

    /// Whether a record's own cells decide, so that records can be judged as they are read.
    var isLocal: Bool {
        !isOfGroups && schedule.choice == nil && rule.subjects.isEmpty && rule.exceptions.isEmpty && programs.allSatisfy(\.isLocal)
    }

    /// All programs over the rule's table.
    var programs: [FieldProgram] {
        [scope, applies, verdict, observed, gap, limitValue, share?.numerator, share?.denominator, coverage?.per]
            .compactMap(\.self) + closings.map(\.amount) + (comparison?.recordPrograms ?? [])
    }

    /// Holds the number of records that pass against a limit; what each is held against is then its members'.
    mutating func cover(_ coverage: CoveragePlan, of table: Table) {
        self.coverage = coverage
        memberLimit = limit
        limit = coverage.limit
        countedTitle = table.title
    }
}
