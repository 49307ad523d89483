/// A set of values by the language's own equality: `1`, `1u` and `1.0` are one member, and NaN is none.
///
/// A value that holds NaN equals nothing, itself included. It is never put into the table, where all such values would
/// share one place and make every later one look at all of them.
struct ValueSet {
    private var members: Set<Value> = []

    init() {}

    /// - Complexity: O(*n*) in the sizes of the values.
    init(_ values: [Value]) {
        members.reserveCapacity(values.count)
        for value in values { insert(value) }
    }

    func contains(_ value: Value) -> Bool { members.contains(value) }

    /// Puts a value in; false where one that equals it is in already.
    @discardableResult
    mutating func insert(_ value: Value) -> Bool { value.holdsNaN || members.insert(value).inserted }
}

extension [Value] {
    /// The values without those that equal an earlier one.
    ///
    /// - Complexity: O(*n*) in the sizes of the values.
    func distinct() -> [Value] {
        var seen = ValueSet()
        return filter { seen.insert($0) }
    }
}

private extension Value {
    /// Whether this is NaN, or a list, a map or an optional value with NaN somewhere inside.
    var holdsNaN: Bool {
        holds { part in
            if case .double(let number) = part { number.isNaN } else { false }
        }
    }
}
