import Diagnostics

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
    var applies: FieldProgram?
    var verdict: FieldProgram?
    var observed: FieldProgram?
    var gap: FieldProgram?
    var limitValue: FieldProgram?
    var closings: [RulePlan.Closing<FieldProgram>] = []
    var share: RulePlan.Share?
    var marked: MarkedList?
    var coverage: CoveragePlan?
    var comparison: ComparisonPlan?
    var observedField: Field?
    var asksAbout: [(name: String, location: Location)] = []

    /// Holds the number of records that pass against a limit; what each is held against is then its members'.
    mutating func cover(_ coverage: CoveragePlan) {
        self.coverage = coverage
        memberLimit = limit
        limit = coverage.limit
        counted = CountedThings(role: .members)
    }
}
