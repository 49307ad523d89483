public import CEL

/// One value of an enumeration, or a band of an ordered one where a literal names it.
///
/// A band compares by its lowest rank, so that `grade >= '二级'` means at or above its lowest, and
/// `grade > '二级'` above its highest; a value equals a band when it lies in it.
public struct EnumerationValue: ObjectValue {
    /// The enumeration that it is a value of.
    public let enumeration: Enumeration
    /// Ranks in the enumeration's members; more than one only for a band.
    public let ranks: ClosedRange<Int>

    /// - Precondition: the ranks are places in the enumeration's members.
    public init(_ enumeration: Enumeration, ranks: ClosedRange<Int>) {
        self.enumeration = enumeration
        self.ranks = ranks
    }

    public init(_ enumeration: Enumeration, rank: Int) { self.init(enumeration, ranks: rank...rank) }

    /// The CEL type of an enumeration's values.
    public static func type(of enumeration: Enumeration) -> CEL.`Type` { .abstract(enumeration.name, []) }

    public var type: CEL.`Type` { Self.type(of: enumeration) }

    public func equals(_ other: Value) -> Bool {
        guard let other = peer(other) else { return false }
        return ranks.overlaps(other.ranks)
    }

    public func order(against other: Value) -> Ordering? {
        guard enumeration.isOrdered, let other = peer(other) else { return nil }
        if ranks.upperBound < other.ranks.lowerBound { return .ascending }
        return ranks.lowerBound > other.ranks.upperBound ? .descending : .same
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(enumeration.name) }

    public var description: String {
        guard ranks.count > 1 else { return enumeration.members[ranks.lowerBound].id }
        return enumeration.bands.first { $0.ranks == ranks }?.name ?? ""
    }

    /// How many ranks this value lies above another (below: negative); 0 where the two overlap.
    func steps(from other: EnumerationValue) -> Int {
        if ranks.lowerBound > other.ranks.upperBound { return ranks.lowerBound - other.ranks.upperBound }
        return min(0, ranks.upperBound - other.ranks.lowerBound)
    }

    private func peer(_ other: Value) -> EnumerationValue? {
        guard case .object(let object) = other, let value = object as? EnumerationValue,
              value.enumeration.name == enumeration.name
        else { return nil }
        return value
    }
}
