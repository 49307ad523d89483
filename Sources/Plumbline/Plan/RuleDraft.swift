import Diagnostics
import Quantities

/// A rule's plan while it is put together; each part is told of at the plan's own.
struct RuleDraft {
    let rule: Rule
    var limit: Limit?
    var memberLimit: Limit?
    let expression: String
    var counted: CountedThings?
    var schedule: Schedule
    let setting: RuleSetting
    let missing: MissingPolicy
    var scope: FieldProgram?
    var scopeText: String?
    var unsetParameters: [Parameter] = []
    var applies: FieldProgram?
    var verdict: FieldProgram?
    var observed: FieldProgram?
    var telling = Deferred(known: TellingPlan())
    var toldFields: Set<Int> = []
    var figures: [FigurePlan] = []
    var coverage: CoveragePlan?
    var comparison: ComparisonPlan?
    var observedField: Field?
    var baseline: BaselinePlan?
    var course: CoursePlan?
    var lateness: LatenessPlan?
    var asksAbout: [(name: String, location: Location)] = []
    var arms: ArmsPlan?
    var readings: [ReadingPlan] = []

    /// Holds the number of records that pass against a limit; what each is held against is then its members'.
    mutating func cover(_ coverage: CoveragePlan) {
        self.coverage = coverage
        memberLimit = limit
        limit = coverage.limit
        // Where it is the members' it says nothing of the group.
        course = nil
        if let stated = coverage.baseline, let period = setting.baseline {
            baseline = BaselinePlan(period: period, stated: stated, found: nil, unit: stated.unit ?? coverage.limit.unit)
        }
        counted = CountedThings(role: .members)
    }
}
