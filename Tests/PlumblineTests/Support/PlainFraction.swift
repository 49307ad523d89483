/// A fraction by the book, unreduced, to hold the engine's arithmetic against.
struct PlainFraction {
    let numerator: Int128
    let denominator: Int128

    init(_ numerator: Int128, over denominator: Int128 = 1) {
        self.numerator = denominator < 0 ? -numerator : numerator
        self.denominator = denominator.magnitude > 0 ? Int128(denominator.magnitude) : 1
    }

    /// Reads decimal digits with at most one point.
    init(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let digits = Int128(parts[0] + fraction) ?? 0
        self.init(digits, over: fraction.reduce(1) { scale, _ in scale * 10 })
    }

    static func * (lhs: PlainFraction, rhs: PlainFraction) -> PlainFraction {
        PlainFraction(lhs.numerator * rhs.numerator, over: lhs.denominator * rhs.denominator)
    }

    static func / (lhs: PlainFraction, rhs: PlainFraction) -> PlainFraction {
        PlainFraction(lhs.numerator * rhs.denominator, over: lhs.denominator * rhs.numerator)
    }

    static func + (lhs: PlainFraction, rhs: PlainFraction) -> PlainFraction {
        PlainFraction(
            lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator, over: lhs.denominator * rhs.denominator)
    }

    static func < (lhs: PlainFraction, rhs: PlainFraction) -> Bool {
        lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
    }

    static func == (lhs: PlainFraction, rhs: PlainFraction) -> Bool {
        lhs.numerator * rhs.denominator == rhs.numerator * lhs.denominator
    }
}
