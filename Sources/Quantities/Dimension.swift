/// What a value measures, as exponents over the base dimensions; all zero for a pure number.
///
/// A share and a plain number are both pure. Clock time (seconds to weeks) and calendar time (months,
/// years) are two dimensions, because no number of days makes a month.
public struct Dimension: Hashable, Sendable {
    /// One of the dimensions that others are built from.
    public enum Base: Int, CaseIterable, Sendable {
        /// Things counted: 个 家 所 支 辆 台 间 张 种 例 次 and the like, base unit 个.
        case counter
        /// People, base unit 人.
        case person
        /// Visits, base unit 人次.
        case visit
        /// Money, base unit 元.
        case yuan
        /// Clock time, base unit second.
        case clock
        /// Calendar time and age, base unit month.
        case calendar
        /// Length, base unit metre.
        case length
    }

    /// The largest exponent kept, either way; products beyond it stay there.
    public static let exponentLimit = 100

    private var exponents: SIMD8<Int8> = .zero

    /// A plain number or a share.
    public static let pure = Dimension()

    private init() {}

    /// One base dimension, to a power.
    public init(_ base: Base, exponent: Int = 1) { self[base] = exponent }

    /// The power of one base dimension in this one.
    public private(set) subscript(base: Base) -> Int {
        get { Int(exponents[base.rawValue]) }
        set { exponents[base.rawValue] = Int8(newValue.clamped(to: -Self.exponentLimit...Self.exponentLimit)) }
    }

    /// Whether it is a plain number or a share.
    public var isPure: Bool { self == .pure }

    /// The dimension of a product.
    public static func * (lhs: Dimension, rhs: Dimension) -> Dimension { lhs.combined(with: rhs, times: 1) }

    /// The dimension of a quotient.
    public static func / (lhs: Dimension, rhs: Dimension) -> Dimension { lhs.combined(with: rhs, times: -1) }

    /// The dimension of a whole power.
    public func power(_ exponent: Int) -> Dimension {
        Dimension.pure.combined(with: self, times: exponent.clamped(to: -Self.exponentLimit...Self.exponentLimit))
    }

    private func combined(with other: Dimension, times factor: Int) -> Dimension {
        var result = self
        for base in Base.allCases { result[base] += factor * other[base] }
        return result
    }
}
