/// The state of one evaluation.
struct Frame {
    /// The variables' values, in the order of the program's names; nil for one not asked for yet.
    var slots: [Value?]
    /// The values of loop variables and accumulators.
    var locals: [Value]
    let names: [String]
    let activation: any Activation
    /// How many steps are left; below zero, the evaluation is over.
    private(set) var remainingCost: Int

    init(slots: [Value?], localCount: Int, names: [String], activation: any Activation, cost: Int) {
        self.slots = slots
        self.names = names
        self.activation = activation
        locals = localCount == 0 ? [] : Array(repeating: .null, count: localCount)
        remainingCost = cost
    }

    var isExhausted: Bool { remainingCost < 0 }

    mutating func charge(_ steps: Int) {
        let (rest, overflow) = remainingCost.subtractingReportingOverflow(steps)
        remainingCost = overflow ? -1 : rest
    }

    /// Charges for a value that becomes an element. A list or a map counts with all that it holds, also
    /// where it is shared: so a value that was built is never larger than the steps it took.
    mutating func charge(holding element: Value) {
        switch element {
        case .list, .map: charge(element.size(upTo: remainingCost))
        default: break
        }
    }

    /// The value of a variable; nil where it is not bound.
    mutating func variable(_ slot: Int) -> Value? {
        if let value = slots[slot] { return value }
        guard let value = activation.value(of: names[slot]) else { return nil }
        slots[slot] = value
        return value
    }
}

/// A node of a program: gives the node's value.
typealias Step = @Sendable (inout Frame) -> Value
