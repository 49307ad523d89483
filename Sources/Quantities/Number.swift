package import BigInt

/// An exact rational number: the type `number` of the rule language.
///
/// Nothing is ever rounded on the way to a verdict. A value whose reduced numerator and denominator fit
/// 64 bits is held in place and worked on with 128-bit intermediates, without an allocation; all others
/// are held as big integers. Every value has one representation, so equality is by value.
///
/// **Growth is bounded where the caller asks for it.** The operators `+`, `-` and `*` always give the
/// exact answer, whatever its size: they are for values that are known to be small. What comes from an
/// expression goes through ``adding(_:)``, ``subtracting(_:)``, ``multiplied(by:)``, ``divided(by:)``
/// and ``power(_:)``, which give nil once a numerator or denominator needs more than ``bitLimit`` bits.
public struct Number: Sendable {
    /// The most bits that a numerator or denominator has in a result of the bounded operations.
    public static let bitLimit = 16_384

    /// Zero.
    public static let zero = Number(0)
    /// One.
    public static let one = Number(1)

    /// Reduced, with a positive denominator; `.small` whenever both parts fit.
    enum Lane: Sendable {
        case small(Int64, Int64)
        indirect case big(BigInt, BigInt)
    }

    let lane: Lane

    /// The whole number `integer`.
    public init(_ integer: Int64) { lane = .small(integer, 1) }

    /// The whole number `integer`.
    public init(_ integer: Int) { self.init(Int64(integer)) }

    /// The whole number `integer`.
    public init(_ integer: UInt64) { self.init(reduced: Int128(integer), 1) }

    /// The quotient of two whole numbers; nil for a denominator of zero.
    public init?(numerator: Int64, denominator: Int64) {
        guard denominator != 0 else { return nil }
        if denominator > 0 {
            self.init(numerator, over: denominator)
        } else {
            let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
            self.init(reduced: -Int128(numerator) / divisor, -Int128(denominator) / divisor)
        }
    }

    /// The value of a decimal, exactly.
    ///
    /// - Complexity: O(1) where the digits and the power of ten fit 64 bits.
    public init(_ decimal: Decimal) {
        if case .small(let significand) = decimal.significand, decimal.scale <= PowerOfTen.largestSmall {
            self.init(significand, over: PowerOfTen.small(decimal.scale))
        } else {
            self.init(reducing: decimal.bigSignificand, PowerOfTen.big(decimal.scale))
        }
    }

    /// The quotient of two whole numbers of any size; nil for a denominator of zero.
    package init?(bigNumerator numerator: BigInt, denominator: BigInt) {
        guard !denominator.isZero else { return nil }
        self.init(reducing: numerator, denominator)
    }

    /// Takes parts that have no common divisor, with a positive denominator.
    init(reduced numerator: Int128, _ denominator: Int128) {
        if let small = Int64(exactly: numerator), let below = Int64(exactly: denominator) {
            lane = .small(small, below)
        } else {
            lane = .big(BigInt(wide: numerator), BigInt(wide: denominator))
        }
    }

    /// Takes parts that have no common divisor, with a positive denominator.
    init(reducedBig numerator: BigInt, _ denominator: BigInt) {
        if let small = numerator.small, let below = denominator.small {
            lane = .small(small, below)
        } else {
            lane = .big(numerator, denominator)
        }
    }

    /// Takes any parts with a denominator other than zero.
    init(reducing numerator: BigInt, _ denominator: BigInt) {
        let divisor = greatestCommonDivisor(numerator, denominator) * (denominator.sign == .minus ? -1 : 1)
        if divisor == 1 {
            self.init(reducedBig: numerator, denominator)
        } else {
            self.init(reducedBig: numerator / divisor, denominator / divisor)
        }
    }

    /// Takes any parts with a denominator above zero, so that their divisor fits an `Int64`.
    private init(_ numerator: Int64, over denominator: Int64) {
        if denominator == 1 {
            lane = .small(numerator, 1)
        } else {
            let divisor = Int64(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
            lane = .small(numerator / divisor, denominator / divisor)
        }
    }

    /// Both parts as big integers, reduced, the denominator positive.
    package var fraction: (numerator: BigInt, denominator: BigInt) {
        switch lane {
        case .small(let numerator, let denominator): (BigInt(numerator), BigInt(denominator))
        case .big(let numerator, let denominator): (numerator, denominator)
        }
    }
}

extension Number: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self.init(value) }
}

extension Number {
    /// Whether the value is zero.
    public var isZero: Bool {
        if case .small(0, _) = lane { true } else { false }
    }

    /// Whether the value is below zero.
    public var isNegative: Bool { signum < 0 }

    /// -1, 0 or 1, as the value is below, at or above zero.
    public var signum: Int {
        switch lane {
        case .small(let numerator, _): Int(numerator.signum())
        case .big(let numerator, _): numerator.sign == .minus ? -1 : 1
        }
    }

    /// Whether the value is whole, of any size.
    public var isInteger: Bool {
        switch lane {
        case .small(_, let denominator): denominator == 1
        case .big(_, let denominator): denominator == 1
        }
    }

    /// The value where it is whole and fits 64 bits.
    public var integer: Int64? {
        if case .small(let numerator, 1) = lane { numerator } else { nil }
    }

    /// The reduced numerator and (positive) denominator where both fit 64 bits.
    public var small: (numerator: Int64, denominator: Int64)? {
        if case .small(let numerator, let denominator) = lane { (numerator, denominator) } else { nil }
    }

    /// The bits of the longer of numerator and denominator, signs aside.
    public var bitWidth: Int {
        switch lane {
        case .small(let numerator, let denominator):
            Int64.bitWidth - min(numerator.magnitude.leadingZeroBitCount, denominator.leadingZeroBitCount)
        case .big(let numerator, let denominator):
            max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth)
        }
    }
}
