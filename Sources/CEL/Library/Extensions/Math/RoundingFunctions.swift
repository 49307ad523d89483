/// Whole numbers near a double, and what kind of floating-point value a double is.
enum RoundingFunctions {
    static var all: [Function] {
        [
            rounded("ceil", .up),
            rounded("floor", .down),
            rounded("round", .toNearestOrAwayFromZero),
            rounded("trunc", .towardZero),
            tested("isNaN") { $0.isNaN },
            tested("isInf") { $0.isInfinite },
            tested("isFinite") { $0.isFinite },
        ]
    }

    private static func rounded(_ name: String, _ rule: FloatingPointRoundingRule) -> Function {
        Function(
            "math.\(name)",
            [Overload("math_\(name)_double", cost: .constant) { (number: Double) -> Double in number.rounded(rule) }])
    }

    private static func tested(_ name: String, _ holds: @escaping @Sendable (Double) -> Bool) -> Function {
        Function(
            "math.\(name)",
            [Overload("math_\(name)_double", cost: .constant) { (number: Double) -> Bool in holds(number) }])
    }
}
