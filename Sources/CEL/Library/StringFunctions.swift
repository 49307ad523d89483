/// What texts and bytes can do. Everything counts and compares code points.
enum StringFunctions {
    static var all: [Function] {
        [
            Function(
                "size",
                Overload.both("size_string", member: "string_size", .string, result: .int, cost: .sizes, size)
                    + Overload.both("size_bytes", member: "bytes_size", .bytes, result: .int, size)),
            Function(
                "contains",
                [.finding("contains_string", result: .bool) { part, text, _ in .bool(part.occurs(in: text)) }]),
            Function("startsWith", [.string(member: "starts_with_string") { .bool($0.utf8.starts(with: $1.utf8)) }]),
            Function("endsWith", [.string(member: "ends_with_string") { .bool(endsWith($0, $1)) }]),
            Function("matches", [matches(id: "matches", isMember: false), matches(id: "matches_string", isMember: true)]),
            Function(Operator.add, [addStrings, addBytes]),
        ]
    }

    @Sendable private static func size(_ value: Value) -> Value {
        switch value {
        case .string(let text): .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): .int(Int64(bytes.count))
        default: .error(.wrongKind)
        }
    }

    private static func endsWith(_ text: String, _ end: String) -> Bool {
        let skipped = text.utf8.count - end.utf8.count
        return skipped >= 0 && text.utf8.dropFirst(skipped).elementsEqual(end.utf8)
    }

    private static func matches(id: String, isMember: Bool) -> Overload {
        .matching(id, isMember: isMember, result: .bool) { pattern, text in .bool(pattern.occurs(in: text)) }
    }

    private static var addStrings: Overload {
        Overload(id: "add_string", .string, .string, result: .string, cost: .sizes) {
            guard case .string(let a) = $0, case .string(let b) = $1 else { return .error(.wrongKind) }
            return .string(a + b)
        }
    }

    private static var addBytes: Overload {
        Overload(id: "add_bytes", .bytes, .bytes, result: .bytes, cost: .sizes) {
            guard case .bytes(let a) = $0, case .bytes(let b) = $1 else { return .error(.wrongKind) }
            return .bytes(a + b)
        }
    }
}
