public import CEL
import Quantities

/// A target in CEL: what decides, how far off a record is, and what would close the gap.
///
/// All expressions are over the record's fields. `verdict` has type bool; `gap` type number, in base
/// units, observed minus limit and 0 inside a range. A closing is a number, or `null` where it is
/// impossible; it is asked only of records that fail.
public struct Lowering: Sendable {
    public struct Closing: Sendable {
        public var kind: Plumbline.Closing.Kind
        public var amount: Expression

        public init(kind: Plumbline.Closing.Kind, amount: Expression) {
            self.kind = kind
            self.amount = amount
        }
    }

    public var verdict: Expression
    public var gap: Expression?
    public var closings: [Closing]
    public var limit: Limit
    /// The share of which the numerator has to be a part of the denominator; nil for everything else.
    public var share: Observed.Ratio?

    public init(
        verdict: Expression, gap: Expression? = nil, closings: [Closing] = [], limit: Limit,
        share: Observed.Ratio? = nil
    ) {
        self.verdict = verdict
        self.gap = gap
        self.closings = closings
        self.limit = limit
        self.share = share
    }
}
