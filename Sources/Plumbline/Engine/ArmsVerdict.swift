/// What the arms of a rule come to on one record, and which of them decides.
struct ArmsVerdict {
    /// One for each arm; an arm that does not apply neither passes nor fails.
    let verdicts: [Verdict]
    /// The arm that the rule's verdict is that of; nil where none applies.
    let deciding: Int?
    let verdict: Verdict

    /// - Parameter isMember: Whether the record is one of many that are counted, which then takes what was not reported
    ///   as the count does.
    init(of plan: ArmsPlan, on record: RecordView, isMember: Bool) {
        let verdicts = plan.arms.map { Verdict(of: $0.plan, on: record, isMember: isMember) }
        self.verdicts = verdicts
        let decision = Decision(plan.manner, verdicts.map(\.reason))
        switch decision {
        case .none: (deciding, verdict) = (nil, Verdict(.armNotApplicable))
        case .open(let arm): (deciding, verdict) = (arm, Verdict(verdicts[arm].reason, fault: verdicts[arm].fault))
        case .decided(let arms, let isFarthest):
            let distances = arms.count == 1 ? [nil] : arms.map { Distance(of: plan.arms[$0].plan, on: record) }
            let arm = arms[Distance.chosen(of: distances, isFarthest: isFarthest)]
            (deciding, verdict) = (arm, Verdict(verdicts[arm].reason))
        }
    }
}
