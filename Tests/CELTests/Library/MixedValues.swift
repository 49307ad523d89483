import CEL
import Synchronization
import TestSupport

/// Random values of all kinds, many of them equal across kinds, and what is the same and in which order by definition.
struct MixedValues {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private static let kinds: [[Value]] = [
        [.int(0), .int(1), .int(-1), .int(2), .int(.max), .int(.min), .int(1 << 53), .int(1 << 53 + 1)],
        [.uint(0), .uint(1), .uint(2), .uint(.max), .uint(1 << 63)],
        [
            .double(0), .double(-0.0), .double(1), .double(2), .double(0.5), .double(-1), .double(.nan),
            .double(.infinity), .double(-.infinity), .double(0x1p53), .double(0x1p63),
        ],
        [.string(""), .string("a"), .string("é"), .string("e\u{301}"), .string("医院"), .string("1"), .string("\u{0}")],
        [.bool(true), .bool(false)],
        [.bytes([]), .bytes([97]), .bytes([0, 255])],
    ]

    mutating func list(count: Int) -> [Value] { (0..<count).map { _ in value(depth: 2) } }

    /// Values of one kind that has an order.
    mutating func listOfOneKind(count: Int) -> [Value] {
        let kind = Self.kinds[Int.random(in: 0..<Self.kinds.count, using: &generator)]
        return (0..<count).map { _ in kind[Int.random(in: 0..<kind.count, using: &generator)] }
    }

    private mutating func value(depth: Int) -> Value {
        let choice = Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &generator)
        switch choice {
        case 6: return .null
        case 7: return .list((0..<Int.random(in: 0...2, using: &generator)).map { _ in value(depth: depth - 1) })
        case 8:
            let entry = (Value.string("k"), value(depth: depth - 1))
            return (try? MapValue([entry])).map { .map($0) } ?? .null
        default: return Self.kinds[choice][Int.random(in: 0..<Self.kinds[choice].count, using: &generator)]
        }
    }

    /// Equality as the language defines it, part by part.
    static func same(_ lhs: Value, _ rhs: Value) -> Bool {
        switch (lhs, rhs) {
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count && a.allSatisfy { key, value in b[key].map { same(value, $0) } ?? false }
        default: lhs == rhs
        }
    }

    /// Whether one value sorts behind another of its kind.
    static func isAbove(_ lhs: Value, _ rhs: Value) -> Bool {
        if case .double(let a) = lhs, case .double(let b) = rhs { return a > b || a.isNaN && !b.isNaN }
        return lhs.order(against: rhs) == .descending
    }
}

/// Counts how often values were compared.
final class Comparisons: Sendable {
    let count = Atomic(0)
}

/// A host's value that says when it is compared.
struct Tagged: ObjectValue {
    let number: Int
    let comparisons: Comparisons

    var type: Type { .abstract("tagged", []) }
    func equals(_ other: Value) -> Bool {
        comparisons.count.add(1, ordering: .relaxed)
        guard case .object(let object) = other, let tagged = object as? Tagged else { return false }
        return number == tagged.number
    }
    func order(against other: Value) -> Ordering? { nil }
    func hash(into hasher: inout Hasher) { hasher.combine(number) }
    var description: String { "#\(number)" }
}
