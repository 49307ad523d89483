import Quantities

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

extension ArmsVerdict {
    /// What arms decide together, in three-valued logic.
    enum Decision: Equatable {
        /// No arm applies.
        case none
        /// An arm that is needed could not be decided, or went wrong.
        case open(Int)
        /// These have the outcome of all; of them the one farthest beyond its limit stands for all, else the nearest to it.
        case decided([Int], isFarthest: Bool)

        init(_ manner: Arms.Manner, _ reasons: [Reason]) {
            let applicable = reasons.indices.filter { reasons[$0].outcome != .notApplicable }
            func all(_ outcome: Outcome) -> [Int] { applicable.filter { reasons[$0].outcome == outcome } }
            let decisive = all(manner == .anyOf ? .pass : .fail)
            let undecided = applicable.filter { !reasons[$0].isDecided }
            if applicable.isEmpty {
                self = .none
            } else if !decisive.isEmpty {
                self = .decided(decisive, isFarthest: manner == .allOf)
            } else if let arm = all(.error).first ?? undecided.min(by: { reasons[$0] < reasons[$1] }) {
                self = .open(arm)
            } else {
                self = .decided(applicable, isFarthest: false)
            }
        }
    }
}

/// How far a record is from an arm's limit, in proportion to the limit: what makes arms of different units comparable.
struct Distance {
    /// Gap over limit; nil where the limit is zero or no number.
    let ratio: Number?

    /// - Returns: nil where nothing measures how far it is, as for a condition; and for a figure that would tell a sensitive
    ///   cell, which the choice of an arm would tell too.
    init?(of arm: RulePlan, on record: RecordView) {
        if let basis = arm.basis, record.tellsSensitive(basis) { return nil }
        guard let gap = arm.gap.flatMap({ record.value(of: $0).number }) else { return nil }
        self.init(gap: gap, observed: arm.observed.flatMap { record.value(of: $0).number })
    }

    /// - Parameter observed: nil where it is no number.
    init(gap: Number, observed: Number?) {
        // The gap is observed minus limit, so this is the limit that the value is beyond, or nearest to.
        ratio = gap.isZero ? .zero : observed.flatMap { gap.magnitude.divided(by: ($0 - gap).magnitude) }
    }

    /// The place of the nearest, or the farthest; the first of several, and where they cannot be compared. What has no
    /// distance stands behind all that have one.
    ///
    /// - Precondition: There is at least one.
    static func chosen(of distances: [Distance?], isFarthest: Bool) -> Int {
        var chosen: (place: Int, distance: Distance)?
        for (place, distance) in distances.enumerated() {
            guard let distance else { continue }
            guard let best = chosen else {
                chosen = (place, distance)
                continue
            }
            guard let ratio = distance.ratio, let least = best.distance.ratio else { continue }
            if isFarthest ? ratio > least : ratio < least { chosen = (place, distance) }
        }
        return chosen?.place ?? 0
    }
}
