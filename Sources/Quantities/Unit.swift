/// The unit that a value is read and printed in; the value itself is always kept in base units.
///
/// The base units are 个, 人, 人次, 元, second, month and metre, and 1 for what is pure.
public struct Unit: Hashable, Sendable {
    /// As written, with full-width signs made narrow and without spaces: `元/人次`, `辆/3万人`, `/10万`.
    public let symbol: String

    /// What it measures.
    public let dimension: Dimension

    /// How many base units one of it is: 1/100 for `%`, 10000 for `万元`; above zero.
    public let scale: Number

    /// Whether it is a difference of shares: `pp`, `百分点`, `千分点`.
    public let isShareDifference: Bool

    /// Whether it is `%` or `‰`.
    public let isRatioSign: Bool

    /// Whether it is a quotient over people or visits (`人/万人`, `元/人次`): never a share, even where the
    /// dimensions cancel out.
    public let isPerHead: Bool

    /// Whether it is `万`, `亿` and the like alone: a way of writing a bare number.
    public let isMagnitude: Bool

    init(
        symbol: String, dimension: Dimension, scale: Number, sign: KnownUnit.Sign = .none, isPerHead: Bool = false,
        isMagnitude: Bool = false
    ) {
        self.symbol = symbol
        self.dimension = dimension
        self.scale = scale
        self.isShareDifference = sign == .shareDifference
        self.isRatioSign = sign == .ratio
        self.isPerHead = isPerHead
        self.isMagnitude = isMagnitude
    }

    /// `%`.
    public static let percent = Unit(known: "%")
    /// `pp`, percentage points.
    public static let percentagePoints = Unit(known: "pp")
    /// `天`, for gaps between dates.
    public static let days = Unit(known: "天")
    /// `min`, for times of day held against each other.
    public static let minutes = Unit(known: "min")

    private init(known name: String) {
        let known = KnownUnit.byName[name]
        self.init(
            symbol: name, dimension: known?.dimension ?? .pure, scale: known?.scale ?? .one, sign: known?.sign ?? .none)
    }

    /// The names that units are built from, for suggesting the nearest one.
    public static let knownNames: [String] = KnownUnit.all.map(\.name)

    /// Whether values in both can be compared and added.
    public func isCommensurable(with other: Unit) -> Bool { dimension == other.dimension }

    /// Whether a limit in percent makes sense for what is measured in this unit: it is pure, and not a
    /// quotient over people or visits.
    public var isShareLike: Bool { dimension.isPure && !isPerHead && !isMagnitude }

    /// The unit of a gap between two values: `pp` for `%`, else the unit itself. A gap in `‰` stays in `‰`,
    /// where points of a hundred would read ten times smaller.
    public var difference: Unit { self == .percent ? .percentagePoints : self }
}
