/// An element of which it is open whether its list has it at all.
///
/// A loop's variable stands for what the element would be, so that a condition may show that it makes no difference. What a
/// loop makes of it is as doubtful as the element is; whoever knows nothing of doubt sees an unknown.
public struct DoubtfulElement: ObjectValue {
    /// What the list would have.
    public let element: Value
    /// Why that is open.
    public let causes: UnknownSet

    /// An element that a list may have or not, for these causes.
    public init(_ element: Value, causes: UnknownSet) { (self.element, self.causes) = (element, causes) }

    public var type: Type { .abstract("doubtful@", []) }
    public func equals(_ other: Value) -> Bool { false }
    public func order(against other: Value) -> Ordering? { nil }
    public func hash(into hasher: inout Hasher) { hasher.combine(element) }
    public var description: String { element.description }

    /// What comes of the element for those who have to know whether it is there: an unknown, for whatever is not known of it.
    public var outcome: Value {
        if case .unknown(let more) = element.released { .unknown(causes.union(more)) } else { .unknown(causes) }
    }
}

extension Value {
    /// The doubtful element that the value is; nil for everything else.
    public var doubtful: DoubtfulElement? {
        // Comparing types is far cheaper than a cast, and this is asked of every element.
        guard case .object(let object) = self, Swift.type(of: object) == DoubtfulElement.self else { return nil }
        return object as? DoubtfulElement
    }

    /// The value, or what it would be where that is open.
    public var undoubted: Value { doubtful?.element ?? self }
}

extension [Value] {
    /// The list where a doubtful element is none that comes to a value by which it makes no difference.
    ///
    /// - Parameter evenAlone: Whether it makes none where no element is certain, either.
    func settled(by value: Value, evenAlone: Bool) -> [Value] {
        guard contains(where: { $0.doubtful != nil }), evenAlone || contains(where: { $0.doubtful == nil }) else { return self }
        return map { element in element.doubtful.map { $0.element == value } ?? false ? value : element }
    }
}
