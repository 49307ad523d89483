import CEL
import Diagnostics
import Quantities
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

    /// What the observed value was compared with.
    struct Side: Sendable {
        var title: Localized
        var list: FieldProgram?
        var value: FieldProgram
        /// The list, where it is one of peers as it stands, whose numbers are worked out once for a group.
        var peers: FigurePlan?
    }

    /// Values that findings tell by name.
    struct Names: Sendable {
        var title: Localized
        var values: FieldProgram
    }

    struct Closing<Amount: Sendable>: Sendable {
        var kind: Plumbline.Closing.Kind
        var amount: Amount
    }

    /// The rule as it was written.
    public let rule: Rule
    /// The limit as reports show it; nil for a rule that is a condition.
    public let limit: Limit?
    /// What each member of a group is held against, where the rule's own limit is on the group; nil where that is the
    /// limit of both, and where members are held against a condition.
    public let memberLimit: Limit?
    /// The expression as the rule writes it: what is observed, or the condition; empty where it has arms, which have
    /// their own.
    public let expression: String
    /// The condition under which the rule applies, as it writes it; nil where it applies to every record.
    public let scopeExpression: String?
    /// The parameters without a value that the rule rests on.
    public let unsetParameters: [Parameter]
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
    private let deferredTelling: Deferred<TellingPlan>
    private let ownToldFields: Set<Int>
    /// What the target takes from elsewhere in the data.
    let figures: [FigurePlan]
    /// How many of the records have to pass; nil where each is judged by itself.
    let coverage: CoveragePlan?
    /// How groups of records are held against each other; nil for everything else.
    let comparison: ComparisonPlan?
    /// The requirements of which one is enough or none may be missed; nil where there is only one.
    public let arms: ArmsPlan?
    /// How else the rule's clause could be read, compiled.
    public let readings: [ReadingPlan]
    /// The field by which cases may give outright what the rule observes.
    let observedField: Field?
    /// What the rule starts from; nil where it does not say, or observes nothing.
    let baseline: BaselinePlan?
    /// The way from the baseline to the limit; nil where there is none.
    let course: CoursePlan?
    /// How a record is told that meets the requirement too late; nil where it does not matter when.
    let lateness: LatenessPlan?
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
        scopeExpression = draft.scopeText
        unsetParameters = draft.unsetParameters
        applies = draft.applies
        verdict = draft.verdict
        observed = draft.observed
        observedField = draft.observedField
        deferredTelling = draft.telling
        ownToldFields = draft.toldFields
        figures = draft.figures
        coverage = draft.coverage
        comparison = draft.comparison
        baseline = draft.baseline
        course = draft.course
        lateness = draft.lateness
        asksAbout = draft.asksAbout
        arms = draft.arms
        readings = draft.readings
    }

    /// What findings tell beside the verdict.
    var telling: TellingPlan { deferredTelling.value }

    /// Whether the rule judges many records at a time.
    public var isOfGroups: Bool { coverage != nil || comparison != nil }

    /// What puts records into groups; nothing where all are one.
    var groupedBy: [FieldProgram] { comparison?.strata ?? [coverage?.per].compactMap(\.self) }

    /// What puts records into groups, where it is a single value.
    var grouping: FieldProgram? { groupedBy.count == 1 ? groupedBy[0] : nil }

    /// The table of which each group is a record; nil where groups are other values, or the rule judges none.
    var groupTable: String? { coverage?.perTable ?? comparison?.strataTable }

    /// Whether the rule holds some records against others.
    var comparesSides: Bool { comparison?.tested != nil || peers != nil }

    /// The groups of peers with which a record is compared; nil where it is not.
    var peers: PeersPlan? { figures.lazy.compactMap(\.peers).first }

    /// What a finding tells in figures: any of them would tell what it is made from.
    var told: [FieldProgram] { [basis, telling.limitValue, telling.gap].compactMap(\.self) }

    /// What a verdict on one record rests on.
    var basis: FieldProgram? { lateness == nil ? observed ?? verdict : verdict }

    /// The baseline whose figure the rule states; nil where it has none, or the data have to tell.
    public var statedBaseline: BaselineFigure? {
        baseline.flatMap { baseline in
            baseline.stated.map { BaselineFigure(period: baseline.period, value: $0.value, unit: baseline.unit, isStated: true) }
        }
    }

    /// Whether a record's own cells decide, so that records can be judged as they are read.
    var isLocal: Bool {
        !isOfGroups && readings.isEmpty && schedule.choice == nil && baseline == nil && schedule.expectedOn == nil
            && rule.subjects.isEmpty && rule.exceptions.isEmpty && rule.waivers.isEmpty && programs.allSatisfy(\.isLocal)
    }

    /// The record's own fields that findings look at beside the verdict.
    var toldFields: Set<Int> { (arms?.arms ?? []).reduce(into: ownToldFields) { $0.formUnion($1.plan.toldFields) } }

    /// All programs over the rule's table, but for those of its other readings.
    var programs: [FieldProgram] {
        verdictPrograms + telling.programs + (arms?.arms.flatMap(\.plan.telling.programs) ?? [])
    }

    /// Those on which its verdict rests.
    var verdictPrograms: [FieldProgram] {
        [scope, applies, verdict, observed, coverage?.per, baseline?.found, course?.start, course?.goal,
         lateness?.isReached, lateness?.date, lateness?.delay]
            .compactMap(\.self) + (comparison?.recordPrograms ?? []) + (arms?.arms.flatMap(\.plan.verdictPrograms) ?? [])
            + figures.flatMap(\.programs)
    }
}
