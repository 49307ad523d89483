import CEL
import Diagnostics
import YAML

/// A rule compiled: checked against the vocabulary, its target lowered, its expressions planned.
///
/// It never changes, and is a reference because every verdict on every record is made by one: nothing is copied.
public final class RulePlan: Sendable {
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
    public let limit: Limit?
    /// What each member of a group is held against, where the rule's own limit is on the group; nil where that is the
    /// limit of both, and where members are held against a condition.
    public let memberLimit: Limit?
    /// The expression as the rule writes it: what is observed, or the condition.
    public let expression: String
    /// What the rule's closings count; nil where they count nothing.
    public let counted: CountedThings?
    /// Which periods the rule judges, and until when what it asks has to be met.
    let schedule: Schedule
    /// What its expressions can name beside a record's own fields.
    let setting: RuleSetting
    /// What missing cells do to the verdict.
    public let missing: MissingPolicy
    let scope: FieldProgram?
    /// Whether the target has a limit for a record; nil where every record has one.
    let applies: FieldProgram?
    /// Whether a record passes; nil where being in scope is enough, and where groups are judged.
    let verdict: FieldProgram?
    let observed: FieldProgram?
    let gap: FieldProgram?
    /// The number that a record is held against, where it is not the same for all.
    let limitValue: FieldProgram?
    let closings: [Closing<FieldProgram>]
    let share: Share?
    /// The list whose records a finding names; nil where the rule looks over none.
    let marked: MarkedList?
    /// How many of the records have to pass; nil where each is judged by itself.
    let coverage: CoveragePlan?
    /// How groups of records are held against each other; nil for everything else.
    let comparison: ComparisonPlan?
    /// The field by which cases may give outright what the rule observes.
    let observedField: Field?
    /// What the rule starts from; nil where it does not say, or observes nothing.
    let baseline: BaselinePlan?
    /// The way from the baseline to the limit; nil where there is none.
    let course: CoursePlan?
    /// The rules that the expressions ask about, by name, with the place of each.
    let asksAbout: [(name: String, location: Location)]

    init(_ draft: RuleDraft) {
        rule = draft.rule
        limit = draft.limit
        memberLimit = draft.memberLimit
        expression = draft.expression
        counted = draft.counted
        schedule = draft.schedule
        setting = draft.setting
        missing = draft.missing
        scope = draft.scope
        applies = draft.applies
        verdict = draft.verdict
        observed = draft.observed
        gap = draft.gap
        limitValue = draft.limitValue
        observedField = draft.observedField
        closings = draft.closings
        share = draft.share
        marked = draft.marked
        coverage = draft.coverage
        comparison = draft.comparison
        baseline = draft.baseline
        course = draft.course
        asksAbout = draft.asksAbout
    }

    /// The condition under which the rule applies, as it writes it; nil where it applies to every record.
    public var scopeExpression: String? { rule.scope.map { CellText.trimmed($0.text) } }

    /// Whether the rule judges many records at a time.
    public var isOfGroups: Bool { coverage != nil || comparison != nil }

    /// What puts records into groups, where it is a single value.
    var grouping: FieldProgram? { coverage?.per ?? comparison.flatMap { $0.strata.count == 1 ? $0.strata[0] : nil } }

    /// The table of which each group is a record; nil where groups are other values, or the rule judges none.
    var groupTable: String? { coverage?.perTable ?? comparison?.strataTable }

    /// Whether the rule holds some of a group's records against others of it.
    var comparesSides: Bool { comparison?.tested != nil }

    /// What a verdict on one record rests on.
    var basis: FieldProgram? { observed ?? verdict }

    /// Whether a record's own cells decide, so that records can be judged as they are read.
    var isLocal: Bool {
        !isOfGroups && schedule.choice == nil && baseline == nil && schedule.expectedOn == nil && rule.subjects.isEmpty && rule.exceptions.isEmpty && programs.allSatisfy(\.isLocal)
    }

    /// All programs over the rule's table.
    var programs: [FieldProgram] {
        [scope, applies, verdict, observed, gap, limitValue, share?.numerator, share?.denominator, coverage?.per, baseline?.found, course?.start, course?.goal]
            .compactMap(\.self) + closings.map(\.amount) + (comparison?.recordPrograms ?? [])
    }
}
