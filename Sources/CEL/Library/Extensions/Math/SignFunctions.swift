/// Absolute values, signs and square roots.
enum SignFunctions {
    static var all: [Function] { [absolute, sign, squareRoot] }

    /// The least int has no absolute value among the ints, which is an error.
    private static var absolute: Function {
        Function(
            "math.abs",
            [
                Overload("math_abs_double", cost: .constant) { (number: Double) -> Double in number.magnitude },
                Overload("math_abs_int", cost: .constant) { (number: Int64) throws(EvaluationError) -> Int64 in
                    guard let magnitude = Int64(exactly: number.magnitude) else { throw .overflow(.int) }
                    return magnitude
                },
                Overload("math_abs_uint", cost: .constant) { (number: UInt64) -> UInt64 in number },
            ])
    }

    /// -1, 0 or 1 of the argument's type. Of NaN it is NaN; both floating-point zeros give 0.0.
    private static var sign: Function {
        Function(
            "math.sign",
            [
                Overload("math_sign_double", cost: .constant) { (number: Double) -> Double in
                    number.isNaN ? number : number > 0 ? 1 : number < 0 ? -1 : 0
                },
                Overload("math_sign_int", cost: .constant) { (number: Int64) -> Int64 in number.signum() },
                Overload("math_sign_uint", cost: .constant) { (number: UInt64) -> UInt64 in min(number, 1) },
            ])
    }

    /// Always a double; NaN below zero.
    private static var squareRoot: Function {
        Function(
            "math.sqrt",
            [
                Overload("math_sqrt_double", cost: .constant) { (number: Double) -> Double in number.squareRoot() },
                Overload("math_sqrt_int", cost: .constant) { (number: Int64) -> Double in Double(number).squareRoot() },
                Overload("math_sqrt_uint", cost: .constant) { (number: UInt64) -> Double in
                    Double(number).squareRoot()
                },
            ])
    }
}
