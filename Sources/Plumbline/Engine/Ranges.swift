/// Which of the numbers that are missing are seen as the ranges that they could be in; the others are unknown.
enum Ranges: UInt8, Comparable, Sendable {
    case none
    /// Those of the records of lists, which are put together with others'.
    case inLists
    /// All, a record's own and those of what it refers to among them.
    case everywhere

    /// The ranges that a verdict by a policy rests on at first.
    init(_ policy: MissingPolicy) { self = policy.isBounded ? .inLists : .none }

    static func < (lhs: Ranges, rhs: Ranges) -> Bool { lhs.rawValue < rhs.rawValue }

    /// Those that are seen of a list's records.
    var ofElements: Ranges { self == .none ? .none : .everywhere }
}
