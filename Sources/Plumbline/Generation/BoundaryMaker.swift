import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Makes the records that show a rule's boundaries.
struct BoundaryMaker {
    let rule: RulePlan
    let table: Table
    let plan: AuditPlan
    let solver: ConditionSolver
    let example: RuleCase.Record
    let scope: Expression?
    /// What the rule observes, or the condition that it asks for.
    let asked: Expression?

    /// nil for a rule whose table is not there.
    init?(_ rule: RulePlan, plan: AuditPlan) {
        guard let table = plan.vocabulary.tables[rule.rule.table] else { return nil }
        (self.rule, self.plan, self.table) = (rule, plan, table)
        let solver = ConditionSolver(
            vocabulary: plan.vocabulary, constants: rule.setting.constants.mapValues(\.value), location: rule.rule.location)
        self.solver = solver
        var faults = Diagnostics()
        example = rule.rule.node?.mapping?["example"].flatMap { GivenLoader().record($0, &faults) } ?? [:]
        scope = rule.rule.scope.flatMap { solver.tree($0) }
        switch rule.rule.requirement {
        case .target(let observe, _): asked = solver.tree(observe)
        case .condition(let condition): asked = solver.tree(condition)
        default: asked = nil
        }
    }

    /// The boundaries that the rule has.
    var boundaries: [Boundary] {
        let scope: [Boundary] = self.scope == nil || rule.comparison != nil ? [] : [.outOfScope]
        return required + undecided + scope
    }

    /// The case that shows a boundary, without its name and what it expects.
    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase { seen(try record(showing: boundary)) }

    private func record(showing boundary: Boundary) throws(Unmakeable) -> RuleCase {
        switch boundary {
        case .outOfScope where rule.coverage == nil: return one(try outside())
        case .absentPeriod: return try absentPeriod()
        default: break
        }
        if rule.coverage != nil { return try CoverageMaker(self).make(boundary) }
        if let arms = ArmsMaker(self) { return one(try arms.record(boundary)) }
        if let peers = PeersMaker(self) { return try peers.make(boundary) }
        if let sets = SetMaker(self) { return try sets.make(boundary) }
        if rule.comparison != nil { return try ComparedGroupsMaker(self).make(boundary) }
        if let growth = GrowthMaker(self) { return try growth.make(boundary) }
        return try recordCase(boundary)
    }
}
