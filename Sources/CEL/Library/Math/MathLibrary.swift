/// The extension library `math`: `math.greatest` and `math.least`, rounding, signs, square roots, kinds of
/// floating-point values, and operations on bits.
///
/// Overload ids are those of the extension's definition, such as `math_ceil_double`.
public struct MathLibrary: FunctionLibrary {
    public let name = "math"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] {
        Extreme.allCases.map(\.function) + RoundingFunctions.all + SignFunctions.all + BitFunctions.all
    }

    public var macros: [Macro] { Extreme.allCases.map(\.macro) }
}
