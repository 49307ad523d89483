package import BigInt

/// A decimal number as it was written: a whole significand and the count of its digits behind the point.
///
/// This is what cells, literals and YAML numbers are kept as. The significand is held in 64 bits where it
/// fits, else in 128, else as a big integer. Equality is by value: `1.5` equals `1.50`, and both hash
/// alike, though ``scale`` and ``description`` keep what was written.
public struct Decimal: Sendable {
    enum Significand: Hashable, Sendable {
        case small(Int64)
        case wide(Int128)
        indirect case big(BigInt)
    }

    /// In the narrowest lane that holds it.
    let significand: Significand

    /// The digits behind the point, as written; never negative.
    public let scale: Int

    /// `significand` divided by ten to the power of `scale`.
    ///
    /// - Precondition: `scale` is not negative.
    public init(_ significand: Int64, scale: Int = 0) {
        precondition(scale >= 0, "a decimal's scale is not negative")
        self.init(lane: .small(significand), scale: scale)
    }

    init(wide significand: Int128, scale: Int) {
        self.init(lane: Int64(exactly: significand).map { .small($0) } ?? .wide(significand), scale: scale)
    }

    package init(big significand: BigInt, scale: Int) {
        if let wide = significand.wide {
            self.init(wide: wide, scale: scale)
        } else {
            self.init(lane: .big(significand), scale: scale)
        }
    }

    private init(lane: Significand, scale: Int) {
        significand = lane
        self.scale = scale
    }

    /// The significand where it fits 64 bits: the value is this divided by ten to the power of ``scale``.
    public var smallSignificand: Int64? {
        if case .small(let significand) = significand { significand } else { nil }
    }

    /// The significand where it fits 128 bits.
    public var wideSignificand: Int128? {
        switch significand {
        case .small(let significand): Int128(significand)
        case .wide(let significand): significand
        case .big: nil
        }
    }

    /// The value where it is whole and fits 64 bits; `5.0` is whole.
    public var integer: Int64? {
        if scale == 0 { return smallSignificand }
        let shortest = normalised
        return shortest.scale == 0 ? shortest.smallSignificand : nil
    }

    /// Whether the value is below zero.
    public var isNegative: Bool {
        switch significand {
        case .small(let significand): significand < 0
        case .wide(let significand): significand < 0
        case .big(let significand): significand.sign == .minus
        }
    }

    package var bigSignificand: BigInt {
        switch significand {
        case .small(let significand): BigInt(significand)
        case .wide(let significand): BigInt(wide: significand)
        case .big(let significand): significand
        }
    }

    /// The same value without zeros at the end of its fraction digits.
    public var normalised: Decimal {
        guard scale > 0 else { return self }
        switch significand {
        case .small(let significand): return Self.stripped(significand, scale)
        case .wide(let significand): return Self.stripped(significand, scale)
        case .big(var significand):
            var scale = scale
            while scale > 0 {
                let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: 10)
                guard remainder.isZero else { break }
                (significand, scale) = (quotient, scale - 1)
            }
            return Decimal(big: significand, scale: scale)
        }
    }

    private static func stripped(_ significand: some FixedWidthInteger, _ scale: Int) -> Decimal {
        var (significand, scale) = (significand, scale)
        while scale > 0, significand % 10 == 0 { (significand, scale) = (significand / 10, scale - 1) }
        return Decimal(wide: Int128(significand), scale: scale)
    }
}

extension Decimal: Hashable {
    public static func == (lhs: Decimal, rhs: Decimal) -> Bool {
        if lhs.scale == rhs.scale { return lhs.significand == rhs.significand }
        let (left, right) = (lhs.normalised, rhs.normalised)
        return left.scale == right.scale && left.significand == right.significand
    }

    /// Feeds the hasher the `Int64` alone for a whole value that fits one, as ``Number`` does.
    public func hash(into hasher: inout Hasher) {
        let shortest = normalised
        if case .small(let significand) = shortest.significand {
            hasher.combine(significand)
        } else {
            hasher.combine(shortest.significand)
        }
        if shortest.scale > 0 { hasher.combine(shortest.scale) }
    }
}

extension Decimal: Comparable {
    public static func < (lhs: Decimal, rhs: Decimal) -> Bool {
        if let left = lhs.smallSignificand, let right = rhs.smallSignificand {
            if lhs.scale == rhs.scale { return left < right }
            let places = max(lhs.scale, rhs.scale)
            if places <= PowerOfTen.largestSmall {
                return Int128(left) * PowerOfTen.wide(places - lhs.scale)
                    < Int128(right) * PowerOfTen.wide(places - rhs.scale)
            }
        }
        return Number(lhs) < Number(rhs)
    }
}

extension Decimal: CustomStringConvertible {
    /// The text written, normalised: no `+`, no exponent, no needless leading zeros, a digit before the
    /// point; the fraction digits stay as they were, so `+01.50` gives `1.50`.
    public var description: String {
        let digits =
            switch significand {
            case .small(let significand): String(significand.magnitude)
            case .wide(let significand): String(significand.magnitude)
            case .big(let significand): String(significand.magnitude)
            }
        return DecimalText.of(digits: digits, scale: scale, isNegative: isNegative)
    }
}
