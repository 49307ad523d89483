/// An unknown or an error as an element of a list that a loop gathers, until the function over the list takes it out.
///
/// Only what macros expand to makes such lists, and only functions that no text can name take them.
struct HeldOutcome: ObjectValue {
    let outcome: Value

    var type: Type { .abstract("held@", []) }
    func equals(_ other: Value) -> Bool { false }
    func order(against other: Value) -> Ordering? { nil }
    func hash(into hasher: inout Hasher) { hasher.combine(outcome) }
    var description: String { outcome.description }
}

extension Value {
    /// The value in a form that a list of a host's own can hold, for aggregates to go over: unknowns and errors stay what they are.
    public var held: Value { isKnown ? self : .object(HeldOutcome(outcome: self)) }

    /// What was held; an unknown for a doubtful element.
    public var released: Value {
        // Comparing types is far cheaper than a cast, and this is asked of every element.
        guard case .object(let object) = self else { return self }
        let type = Swift.type(of: object)
        if type == HeldOutcome.self { return (object as? HeldOutcome)?.outcome ?? self }
        return type == DoubtfulElement.self ? (object as? DoubtfulElement)?.outcome ?? self : self
    }
}

extension [Value] {
    /// The elements as they were before a list held them, unknowns among them; the first error instead, if there
    /// is one.
    func released() -> (elements: [Value], error: Value?) {
        var elements: [Value] = []
        elements.reserveCapacity(count)
        for value in self {
            let element = value.released
            if case .error = element { return ([], element) }
            elements.append(element)
        }
        return (elements, nil)
    }
}
