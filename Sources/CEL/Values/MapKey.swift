/// A key in the form in which keys are compared; it remembers how it was written.
enum MapKey: Sendable {
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case string(String)

    init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = .uint(value)
        case .string(let text): self = .string(text)
        default: return nil
        }
    }

    init?(looking value: Value) {
        guard case .double(let number) = value else {
            self.init(value)
            return
        }
        if let whole = Int64(exactly: number) {
            self = .int(whole)
        } else if let whole = UInt64(exactly: number) {
            self = .uint(whole)
        } else {
            return nil
        }
    }

    /// The bytes of a text, 1 for all other keys.
    var size: Int {
        if case .string(let text) = self { return max(1, text.utf8.count) }
        return 1
    }

    var value: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .string(let text): .string(text)
        }
    }
}

extension MapKey: Hashable {
    static func == (lhs: MapKey, rhs: MapKey) -> Bool {
        switch (lhs, rhs) {
        case (.string(let a), .string(let b)): CodePoints.same(a, b)
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.int(let a), .uint(let b)), (.uint(let b), .int(let a)): a >= 0 && UInt64(a) == b
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(UInt64(bitPattern: value))
        case .uint(let value): hasher.combine(value)
        case .string(let text): CodePoints.hash(text, into: &hasher)
        }
    }
}
