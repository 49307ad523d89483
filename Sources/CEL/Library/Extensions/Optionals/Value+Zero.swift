extension Value {
    /// Whether this is what its type has by default: null, false, zero, an empty text, list or map, the moment that
    /// times are counted from, no time at all, an absent optional value. Types and a host's own values never are.
    var isZero: Bool {
        switch self {
        case .null: true
        case .bool(let flag): !flag
        case .int(let number): number == 0
        case .uint(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.utf8.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .list(let elements): elements.isEmpty
        case .map(let map): map.count == 0
        case .timestamp(let time): time.seconds == 0 && time.nanoseconds == 0
        case .duration(let duration): duration.seconds == 0 && duration.nanoseconds == 0
        case .object: OptionalValue(other: self).map { $0.wrapped == nil } ?? false
        case .type, .unknown, .error: false
        }
    }
}
