import CEL

/// Values that were worked out for a record and are asked for again: what others define, and aggregates that many
/// records share.
///
/// It belongs to one of those who judge, each on a thread of his own; that is why it may be changed without a lock.
final class ValueMemory: @unchecked Sendable {
    struct Key: Hashable {
        /// Who works the value out: a definition by its table and field, or a lifted aggregate.
        enum Maker: Hashable {
            case field(Int32, table: Int32)
            case aggregate(ObjectIdentifier)
        }

        var maker: Maker
        var record: Int32
        var ranges: Ranges
        /// In which period the record is seen; none where the value is the same in all of them.
        var moment: Moment
    }

    /// How many values are kept; later ones are worked out anew, so that memory has an end.
    private static let limit = 2_000_000

    private var values: [Key: Value] = [:]
    /// Of each maker, whether what it makes is another in another period.
    private var areTimed: [Key.Maker: Bool] = [:]

    /// Whether what somebody makes may be another in another period; asked once of each.
    func dependsOnTime(_ maker: Key.Maker, _ ask: () -> Bool) -> Bool {
        if let isTimed = areTimed[maker] { return isTimed }
        let isTimed = ask()
        areTimed[maker] = isTimed
        return isTimed
    }

    func value(_ key: Key, _ make: () -> Value) -> Value {
        if let value = values[key] { return value }
        let value = make()
        if values.count < Self.limit { values[key] = value }
        return value
    }
}
