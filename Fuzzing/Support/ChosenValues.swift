public import CEL

/// The variables' values, picked by the first bytes of an input: a byte for a variable.
public struct ChosenValues: Sendable {
    /// How many bytes pick values; the rest of an input is the expression.
    public static let byteCount = 14

    public let values: [String: Value]

    /// - Precondition: There are ``byteCount`` bytes.
    public init(_ bytes: some Collection<UInt8>) {
        precondition(bytes.count == ChosenValues.byteCount, "a byte for each variable")
        var values: [String: Value] = [:]
        for (choice, byte) in zip(ChosenValues.choices, bytes) {
            values[choice.name] = choice.values[Int(byte) % choice.values.count]
        }
        self.values = values
    }
}

private extension ChosenValues {
    static let choices: [(name: String, values: [Value])] = [
        ("i", integers), ("u", [.uint(0), .uint(1), .uint(.max), .uint(1 << 63)]), ("x", doubles),
        ("p", [.bool(false), .bool(true)]), ("s", texts),
        ("b", [.bytes([]), .bytes(Array("abc".utf8)), .bytes([0xff, 0, 0xc3])]),
        ("l", [.list([]), .list([.int(1), .int(2), .int(3)]), .list(integers), .list(repeated(.int(7)))]),
        ("n", [.list([]), .list(assorted), .list([.list(assorted), .list([])]), .list(repeated(.double(0.5)))]),
        ("m", [.map(MapValue()), map([("a", .int(1)), ("b", .int(2))]), map([("", .int(.max)), ("é", .int(0))])]),
        ("d", assorted + [.list(assorted), map([("a", .list(assorted))]), unknown]),
        ("ts", [time("1970-01-01T00:00:00Z"), time("0001-01-01T00:00:00Z"), time("9999-12-31T23:59:59.999999999Z")]),
        ("dt", [span("0s"), span("315576000000s"), span("-315576000000s"), span("1.5s")]),
        ("o", [.optional(nil), .optional(.int(1))]),
        ("a.b", [map([("a", .list([.string("x")])), ("b", .list([]))]), map([])]),
    ]

    static let integers: [Value] = [.int(0), .int(1), .int(-1), .int(.max), .int(.min), .int(85)]
    static let doubles: [Value] = [
        .double(0), .double(-0.0), .double(1.5), .double(.nan), .double(.infinity), .double(-.infinity), .double(1e308),
        .double(9_223_372_036_854_775_808), .double(.leastNonzeroMagnitude),
    ]
    static let texts: [Value] = [
        .string(""), .string("abc"), .string("准绳"), .string("e\u{301}"), .string("\u{e9}"), .string("👨‍👩‍👧"),
        .string("\0\n\r\n"), .string("2024-02-29T12:00:00Z"), .string("1h30m"), .string(String(repeating: "a", count: 5000)),
    ]
    static let assorted: [Value] = [
        .null, .bool(true), .int(1), .uint(1), .double(1), .string("1"), .bytes([0x31]), .type(.int),
        time("2024-02-29T12:00:00Z"), span("90s"), .optional(.string("x")), .map(MapValue()),
    ]
    static let unknown = Value.unknown(UnknownSet(UnknownCause(code: "missing", subject: "d")))

    static func repeated(_ value: Value) -> [Value] { Array(repeating: value, count: 1000) }

    static func map(_ entries: [(String, Value)]) -> Value {
        (try? MapValue(entries.map { (.string($0.0), $0.1) })).map { .map($0) } ?? .null
    }

    static func time(_ text: String) -> Value { Timestamp(text).map { .timestamp($0) } ?? .null }

    static func span(_ text: String) -> Value { Duration(text).map { .duration($0) } ?? .null }
}
