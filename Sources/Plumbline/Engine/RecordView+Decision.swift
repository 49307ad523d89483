import CEL

/// What blank cells leave open, and what they do not: a value stands that is the same whatever they could be.
extension RecordView {
    /// What a condition comes to. Where blank cells of the record itself keep it from being known, everything that they
    /// could be is asked.
    func decision(of condition: FieldProgram) -> Value {
        let value = value(of: condition)
        guard let ranged = ranged(value) else { return value }
        let decided = ranged.value(of: condition)
        switch decided {
        case .bool: return decided
        // What is open besides, behind a blank cell that decides nothing, may come first in the order of reasons.
        case .unknown(let causes) where Verdict.reason(of: causes) < .missing: return decided
        default: return value
        }
    }

    /// The record as a verdict sees it in which these are figures: with ranges for its own blank numbers where they are
    /// not known without.
    func estimating(_ programs: [FieldProgram?]) -> RecordView {
        programs.lazy.compactMap { $0.flatMap { ranged(value(of: $0)) } }.first ?? self
    }

    /// The record with ranges for its own blank numbers; nil where that can tell no more of a value.
    private func ranged(_ value: Value) -> RecordView? {
        circumstances.ranges == .inLists && value.isUnreported ? asOneOfMany : nil
    }
}

extension Value {
    /// Whether nothing but cells that nobody reported keeps the value from being known.
    var isUnreported: Bool {
        if case .unknown(let causes) = self { Verdict.reason(of: causes).isUnreported } else { false }
    }
}

extension Reason {
    /// Whether a record is not measured because of cells that are blank or cannot be read.
    var isUnreported: Bool {
        switch self {
        case .missing, .unreadable, .dateMissing, .missingDecides: true
        default: false
        }
    }
}
