/// Equality as the language's `==` has it: int, uint and double compare by their numeric value,
/// values of different kinds differ, texts are equal code point by code point, and NaN equals nothing.
///
/// Both go over lists, maps and optional values within each other on a stack that does not grow.
extension Value: Hashable {
    public static func == (lhs: Value, rhs: Value) -> Bool {
        switch (lhs, rhs) {
        case (.int(let a), .int(let b)): a == b
        case (.string(let a), .string(let b)): CodePoints.same(a, b)
        case (.bool(let a), .bool(let b)): a == b
        case (.double(let a), .double(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.object(let a), _):
            Swift.type(of: a) == OptionalValue.self ? PartComparison.areEqual(lhs, rhs) : a.equals(rhs)
        case (_, .object(let b)): b.equals(lhs)
        case (.null, .null): true
        case (.bytes(let a), .bytes(let b)): a == b
        case (.list, .list), (.map, .map): PartComparison.areEqual(lhs, rhs)
        case (.type(let a), .type(let b)): a.runtimeName == b.runtimeName
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.unknown(let a), .unknown(let b)): a == b
        case (.error(let a), .error(let b)): a == b
        default: lhs.isNumber && rhs.isNumber && lhs.order(against: rhs) == .same
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): Value.hash(number: Double(value), into: &hasher)
        case .uint(let value): Value.hash(number: Double(value), into: &hasher)
        case .double(let value): Value.hash(number: value, into: &hasher)
        case .string(let text): CodePoints.hash(text, into: &hasher)
        case .bytes(let bytes): hasher.combine(bytes)
        case .list, .map: hasher.combine(PartHash.of(self))
        case .type(let type): hasher.combine(type.runtimeName)
        case .timestamp(let time): hasher.combine(time)
        case .duration(let duration): hasher.combine(duration)
        case .object(let object):
            if Swift.type(of: object) == OptionalValue.self {
                hasher.combine(PartHash.of(self))
            } else {
                object.hash(into: &hasher)
            }
        case .unknown(let set): hasher.combine(set)
        case .error(let error): hasher.combine(error)
        }
    }

    /// The hash of every number with this value, whatever its kind: the nearest double decides.
    public static func hash(number: Double, into hasher: inout Hasher) {
        hasher.combine(1)
        hasher.combine(number)
    }

    var isNumber: Bool {
        switch self {
        case .int, .uint, .double: true
        default: false
        }
    }
}
