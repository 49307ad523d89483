import CEL
import Quantities

/// What the rule's policy for missing data makes of elements that are not known.
extension ExactArithmetic {
    func selection(of elements: [Value], for use: ElementUse) -> ElementSelection {
        let group = MeasuredGroup(elements, for: use, keepingIntervals: missing.isBounded)
        if group.open == 0 { return group.isEmpty && use == .all ? .answered(emptyGroup) : .taken(group.known) }
        switch missing {
        // What is held against a record is what stays open in the end, and no single element.
        case .bounds, .against: return bounded(group, use)
        case .skip(let share): return group.isMeasured(atLeast: share) ? .taken(group.known) : .answered(tooFew(group, share))
        }
    }
}

private extension ExactArithmetic {
    var emptyGroup: Value { .noAnswer(.emptyGroup) }

    /// Nothing measured stands for nothing, even where no share is asked for.
    ///
    /// - Parameter share: What the rule asks for. Where too few are measured for that, this is the reason, whatever each
    ///   of them lacks, but for what a profile or a publisher has to supply.
    func tooFew(_ group: MeasuredGroup, _ share: Number?) -> Value {
        guard share != nil else { return .noAnswer(.tooFewMeasured, group.causes) }
        let supplied = group.causes?.causes.filter { Reason(rawValue: $0.code).map { $0 < .scopeUnknown } ?? false } ?? []
        return .noAnswer(.tooFewMeasured, UnknownSet(joining: supplied.map { UnknownSet($0) }))
    }

    /// What stands whatever the open elements are.
    func bounded(_ group: MeasuredGroup, _ use: ElementUse) -> ElementSelection {
        guard case .aggregate(let aggregate, let type) = use else { return .answered(unknown(group)) }
        if aggregate == .ratio { return measuredPairs(group) }
        guard let causes = group.causes, let range = group.range(of: aggregate, over: type) else {
            return .answered(unknown(group))
        }
        return .answered(range.value(causes))
    }

    func measuredPairs(_ group: MeasuredGroup) -> ElementSelection {
        group.known.isEmpty ? .answered(.noAnswer(.emptyGroup, group.causes)) : .taken(group.known)
    }

    func unknown(_ group: MeasuredGroup) -> Value { group.causes.map { .unknown($0) } ?? emptyGroup }
}
