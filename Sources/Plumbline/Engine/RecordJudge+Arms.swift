import OrderedCollections
import Quantities

extension RecordJudge {
    /// An arm of the rule as a rule by itself, with what it came to on a record.
    struct JudgedArm {
        let place: Int
        let judge: RecordJudge
        let verdict: Verdict
    }

    /// What each arm of the rule came to, for a verdict that the arms made; empty for all others.
    func arms(_ record: RecordView, _ verdict: Verdict) -> [ArmVerdict] {
        guard let arms = rule.arms, !verdict.isOfScope else { return [] }
        let result = ArmsVerdict(of: arms, rule, on: record, isMember: rule.isOfGroups)
        // What else was decided of the record, such as that its copies contradict each other, was not by its arms.
        guard result.verdict.reason == verdict.reason else { return [] }
        return judged(arms, result).map { arm in
            let evidence = arm.judge.evidence(record, arm.verdict)
            var told = ArmVerdict(
                reason: arm.verdict.reason,
                measurement: arm.judge.measurement(result.views[arm.place], arm.verdict.reason).written(in: evidence), evidence: evidence,
                fault: arm.judge.fault(record, arm.verdict))
            told.measurement.arm = arm.place
            return told
        }
    }

    /// The arm whose verdict is the rule's; nil for a rule without arms, and where none of them applies.
    func decidingArm(on record: RecordView) -> JudgedArm? {
        guard let arms = rule.arms else { return nil }
        let result = ArmsVerdict(of: arms, rule, on: record, isMember: rule.isOfGroups)
        return result.deciding.map { judged(arms, result)[$0] }
    }

    /// The figures of the arm whose verdict is the rule's; none where nobody knows them.
    func measurement(of arms: ArmsPlan, _ record: RecordView) -> Measurement {
        let result = ArmsVerdict(of: arms, rule, on: record, isMember: rule.isOfGroups)
        guard !result.isWithoutFigures, let deciding = result.deciding else { return Measurement() }
        let arm = judged(arms, result)[deciding]
        var measurement = arm.judge.measurement(result.views[deciding], arm.verdict.reason)
        measurement.arm = deciding
        return measurement
    }

    /// How far a member is from what it is held against; in proportion where arms measure different things.
    func shortfall(_ measurement: Measurement) -> Number {
        guard let gap = measurement.gap else { return .zero }
        guard rule.arms != nil else { return gap.magnitude }
        guard case .number(let observed)? = measurement.observed else { return .zero }
        return Distance(gap: gap, observed: observed).ratio ?? .zero
    }

    func judged(_ arms: ArmsPlan, _ record: RecordView) -> [JudgedArm] {
        judged(arms, ArmsVerdict(of: arms, rule, on: record, isMember: rule.isOfGroups))
    }

    /// The cells of all arms, each once.
    func evidence(of arms: ArmsPlan, _ record: RecordView) -> [Evidence] {
        Array(OrderedSet(judged(arms, record).flatMap { $0.judge.evidence(record, $0.verdict) }))
    }

    private func judged(_ arms: ArmsPlan, _ result: ArmsVerdict) -> [JudgedArm] {
        zip(arms.arms, result.verdicts).enumerated().map { place, arm in
            JudgedArm(
                place: place, judge: RecordJudge(rule: arm.0.plan, withholdsSensitive: withholdsSensitive), verdict: arm.1)
        }
    }
}
