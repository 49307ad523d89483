/// A fraction of small whole numbers, reduced. What does not fit ends the test rather than giving a wrong figure.
struct PlainNumber: Hashable, Comparable, CustomStringConvertible {
    let top: Int
    let bottom: Int

    init(_ top: Int, over bottom: Int = 1) {
        precondition(bottom != 0)
        var (a, b) = (abs(top), abs(bottom))
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = bottom < 0 ? -a : a
        self.top = top / divisor
        self.bottom = bottom / divisor
    }

    /// Reads `-3`, `2.5` and `7/3`.
    init?(_ text: some StringProtocol) {
        let sides = text.split(separator: "/")
        if sides.count == 2, let top = Int(sides[0]), let bottom = Int(sides[1]) {
            self.init(top, over: bottom)
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let digits = Int(parts.joined()) else { return nil }
        let places = parts.count == 2 ? parts[1].count : 0
        self.init(digits, over: (0..<places).reduce(1) { scale, _ in scale * 10 })
    }

    static func + (a: Self, b: Self) -> Self { Self(a.top * b.bottom + b.top * a.bottom, over: a.bottom * b.bottom) }
    static func - (a: Self, b: Self) -> Self { a + Self(-b.top, over: b.bottom) }
    static func * (a: Self, b: Self) -> Self { Self(a.top * b.top, over: a.bottom * b.bottom) }
    static func / (a: Self, b: Self) -> Self { Self(a.top * b.bottom, over: a.bottom * b.top) }
    static func < (a: Self, b: Self) -> Bool { a.top * b.bottom < b.top * a.bottom }

    static let zero = Self(0)
    static let one = Self(1)

    var magnitude: Self { self < .zero ? .zero - self : self }

    var isWhole: Bool { bottom == 1 }

    var description: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }

    /// The number as a decimal, where it has a short one.
    var decimal: String? {
        for (scale, places) in [(1, 0), (10, 1), (100, 2), (1000, 3)] where scale % bottom == 0 {
            let digits = String(abs(top) * (scale / bottom))
            let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
            let sign = top < 0 ? "-" : ""
            return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
        }
        return nil
    }
}
