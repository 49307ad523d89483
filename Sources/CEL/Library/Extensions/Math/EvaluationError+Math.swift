import Diagnostics

/// The wording of every error of the library `math`.
extension EvaluationError {
    static func unorderedNumber(_ function: String) -> Self {
        Self(
            code: "unordered-number",
            message: Localized(
                zh: "\(function)() 遇到 NaN，它与任何数都不分大小；先用 math.isNaN() 排除",
                en: "\(function)() met NaN, which has no place among numbers; leave it out with math.isNaN()"))
    }

    static func negativeShift(_ function: String, _ count: Int64) -> Self {
        let other = function.hasSuffix("Left") ? "math.bitShiftRight" : "math.bitShiftLeft"
        return Self(
            code: "negative-shift",
            message: Localized(
                zh: "\(function)() 不能移 \(count) 位；反方向移位用 \(other)()",
                en: "\(function)() cannot shift by \(count) bits; to shift the other way, call \(other)()"))
    }
}
