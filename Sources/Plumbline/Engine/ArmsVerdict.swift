/// What the arms of a rule come to on one record, and which of them decides.
struct ArmsVerdict {
    /// One for each arm; an arm that does not apply neither passes nor fails.
    let verdicts: [Verdict]
    /// The arm that the rule's verdict is that of; nil where none applies.
    let deciding: Int?
    let verdict: Verdict
    /// The record as each arm is told of it: for one that blank cells leave open that may be one way in which it could be.
    let views: [RecordView]
    /// Whether the arm that decides is one that blank cells leave open, and nobody knows by how much it can fail.
    let isWithoutFigures: Bool

    /// The arms are put together as far as they are known, and what they leave open together is held against the record once,
    /// where that is what the rule does with what was not reported.
    ///
    /// - Parameter isMember: Whether the record is one of many that are counted, which then takes what was not reported
    ///   as the count does.
    init(of plan: ArmsPlan, _ rule: RulePlan, on record: RecordView, isMember: Bool) {
        let known = ArmsVerdict(plan, on: record, plan.arms.map { Verdict(of: $0.plan, on: record, isMember: true) })
        guard !isMember, rule.missing == .against else {
            self = known
            return
        }
        let settled = plan.arms.map { Verdict(of: $0.plan, on: record, isMember: false) }
        // An arm of which it is not known whether it applies decides nothing where another is held against the record.
        guard known.verdict.isHeldAgainst(rule.missing) else {
            self.init(plan, on: record, settled)
            return
        }
        switch WorstCase(of: rule, on: record) {
        case .none:
            self.init(known.verdicts, nil, Verdict(plan.arms.contains { $0.plan.observed != nil } ? .withinLimit : .conditionTrue), known.views)
        case .found(let view, let isSure):
            let found = ArmsVerdict(plan, on: view, plan.arms.map { Verdict(of: $0.plan, on: view, isMember: true) })
            // What is known of an arm whatever the cells hold is told as it is.
            let views = known.verdicts.map { $0.reason.isDecided ? record : view }
            self.init(found.verdicts, found.deciding, found.verdict, views, isWithoutFigures: !isSure)
        case .ends: self.init(plan, on: record, settled)
        case .unanswered(let reason): self.init(known.verdicts, known.deciding, Verdict(reason), known.views)
        case .unknown:
            let told = ArmsVerdict(plan, on: record, settled)
            let isOpen = told.deciding.map { known.verdicts[$0].isHeldAgainst(rule.missing) } ?? false
            self.init(settled, told.deciding, told.verdict, told.views, isWithoutFigures: isOpen)
        }
    }

    private init(_ verdicts: [Verdict], _ deciding: Int?, _ verdict: Verdict, _ views: [RecordView], isWithoutFigures: Bool = false) {
        (self.verdicts, self.deciding, self.verdict, self.views) = (verdicts, deciding, verdict, views)
        self.isWithoutFigures = isWithoutFigures
    }

    private init(_ plan: ArmsPlan, on record: RecordView, _ verdicts: [Verdict]) {
        let views = verdicts.map { _ in record }
        switch Decision(plan.manner, verdicts.map(\.reason)) {
        case .none: self.init(verdicts, nil, Verdict(.armNotApplicable), views)
        case .open(let arm): self.init(verdicts, arm, Verdict(verdicts[arm].reason, fault: verdicts[arm].fault), views)
        case .decided(let arms, let isFarthest):
            let distances = arms.count == 1 ? [nil] : arms.map { Distance(of: plan.arms[$0].plan, on: record) }
            let arm = arms[Distance.chosen(of: distances, isFarthest: isFarthest)]
            self.init(verdicts, arm, Verdict(verdicts[arm].reason), views)
        }
    }
}
