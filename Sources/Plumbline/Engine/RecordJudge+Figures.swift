import CEL
import Quantities

/// The figures of a verdict.
extension RecordJudge {
    /// Those of a verdict that is known, whatever could not be read.
    func known(_ observed: FieldProgram, _ own: RecordView, _ reason: Reason) -> Measurement {
        let record = own.estimating([observed, rule.telling.limitValue])
        let value = record.value(of: observed)
        // What is decided whatever is missing has no figure by itself.
        if case .unknown = value { return Measurement() }
        if reason == .late, let lateness = rule.lateness {
            return Measurement(
                observed: .text(value.text), gap: record.value(of: lateness.delay).number, gapUnit: .days, reachedOn: record.value(of: lateness.date).date)
        }
        let isSupposed = record.circumstances.ranges.supposition != nil
        var measurement = Measurement(
            observed: Measurement.Observed(value),
            gap: rule.telling.gap.flatMap { record.value(of: $0).number }, limit: rule.telling.limitValue.flatMap { record.value(of: $0).number },
            closings: reason == .beyondLimit && !isSupposed ? closings(record) : [])
        if value.interval != nil { measurement.unknownCount = unknownCount(own) }
        return measurement
    }

    /// Of how many records of the rule's list it is not known whether they count; nil where the rule counts none.
    private func unknownCount(_ record: RecordView) -> Int? {
        guard let marked = rule.telling.marked, case .list(let marks) = record.value(of: marked.marks) else { return nil }
        return marks.count { if case .unknown = marked.mark($0) { true } else { false } }
    }

    /// Those by which a record fails of which something was not reported: figures that it could have, or none.
    func worst(of observed: FieldProgram, _ record: RecordView) -> Measurement {
        if let peers = rule.peers, let program = rule.verdict, case .bool(let holds) = record.decision(of: program) {
            return worst(of: observed, record, among: peers, program, holds: holds)
        }
        switch WorstCase(of: rule, on: record) {
        case .ends: return end(of: observed, record)
        case .found(let view, let isSure):
            let found = known(observed, view, .beyondLimit)
            if isSure { return found }
            // Beyond a range without an end nobody knows what is worst, but for what the end of all that it could be is.
            let end = end(of: observed, record)
            return end.observed == found.observed ? found : Measurement()
        case .unknown, .none, .unanswered: return Measurement()
        }
    }
}

private extension RecordJudge {
    /// Those of the end of what the value could be that is worst for the record.
    func end(of observed: FieldProgram, _ record: RecordView) -> Measurement {
        let record = record.estimating([observed, rule.telling.limitValue])
        let value = record.value(of: observed)
        let limitValue = rule.telling.limitValue.map(record.value)
        // There is nothing to hold the value against.
        if case .unknown? = limitValue { return Measurement() }
        let limit = limitValue?.number
        guard let interval = value.interval, let sign = rule.limit?.sign else {
            return known(observed, record, .withinLimit)
        }
        return WorstEnd(of: interval, gap: rule.telling.gap.map(record.value), beyond: sign, limit.map { [$0] } ?? rule.limit?.bounds ?? []).measurement(limit)
    }

    /// Those of a record that fails because of others of whom nobody knows whose peers they are: as it is without them where
    /// it fails then, else as it is with some of them.
    func worst(of observed: FieldProgram, _ record: RecordView, among peers: PeersPlan, _ condition: FieldProgram, holds: Bool) -> Measurement {
        // With only some of them, a figure could tell what one of them is.
        if holds, withholdsSensitive, record.looksAtSensitive(observed) { return Measurement(isMasked: true) }
        guard let view = holds ? record.failing(condition, among: peers) : record else { return Measurement() }
        var found = known(observed, view, .beyondLimit)
        found.closings = []
        return found
    }
}
