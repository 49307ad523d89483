public import Quantities

/// The figures of a finding: what was observed, against what, and how far apart they are.
public struct Measurement: Hashable, Sendable {
    /// The observed value: a number in base units, or another value's text.
    public enum Observed: Hashable, Sendable {
        case number(Number)
        /// What missing cells leave of a number, in base units: anything from one end to the other; nil where there is no end.
        case range(low: Number?, high: Number?)
        case text(String)
    }

    /// What was observed; nil where the rule is a condition.
    public var observed: Observed?
    /// Observed minus limit, in base units; 0 inside a range; nil where the limit is not a number.
    public var gap: Number?
    /// The unit of the gap where it is not the limit's: days, of what was reached too late.
    public var gapUnit: Unit?
    /// When it was reached, of what was reached too late.
    public var reachedOn: CalendarDate?
    /// The number that it was held against, in base units, where the rule does not hold all records against the same.
    public var limit: Number?
    /// Of a range that a count or a share may lie in: of how many records it is not known whether they count; nil where that is not what
    /// leaves it open.
    public var unknownCount: Int?
    /// Whether figures were withheld, because they would give a sensitive cell away.
    public var isMasked: Bool
    /// What would close the gap; empty for a pass and where no kind applies.
    public var closings: [Closing]
    /// The place of the arm whose figures these are; nil where the rule has no arms.
    public var arm: Int?

    public init(
        observed: Observed? = nil, gap: Number? = nil, limit: Number? = nil, closings: [Closing] = [],
        isMasked: Bool = false, gapUnit: Unit? = nil, reachedOn: CalendarDate? = nil
    ) {
        self.observed = observed
        self.gap = gap
        self.limit = limit
        self.closings = closings
        self.gapUnit = gapUnit
        self.reachedOn = reachedOn
        self.isMasked = isMasked
    }
}
