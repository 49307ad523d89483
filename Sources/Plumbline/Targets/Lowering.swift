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

    /// The way from where the observed value stood at the rule's baseline to the limit, in the limit's measure.
    public struct Course: Sendable {
        public var start: Expression
        public var goal: Expression
        /// Whether the limit is a floor; nil where that depends on which side it starts from.
        public var isFloor: Bool?
        /// Whether the limit is a rate, which is asked for at any time.
        public var isRate: Bool

        public init(start: Expression, goal: Expression, isFloor: Bool?, isRate: Bool = false) {
            self.start = start
            self.goal = goal
            self.isFloor = isFloor
            self.isRate = isRate
        }
    }

    /// Whether the target has a limit for the record, of type bool, asked before the verdict: false makes the
    /// record not_applicable (`no_limit`), unknown leaves it not_measured; nil where every record has one.
    public var applies: Expression?
    public var verdict: Expression
    /// What is held against the limit, where that is not the rule's `observe` itself, such as its change.
    public var observed: Expression?
    public var gap: Expression?
    /// The number that the record is held against, in base units, where it is not the same for all records.
    public var limitValue: Expression?
    public var closings: [Closing]
    public var limit: Limit
    /// The share of which the numerator has to be a part of the denominator; nil for everything else.
    public var share: Observed.Ratio?
    /// The way to the limit, where the target knows it better than ``limit`` tells.
    public var course: Course?

    public init(
        applies: Expression? = nil, verdict: Expression, observed: Expression? = nil, gap: Expression? = nil,
        limitValue: Expression? = nil, closings: [Closing] = [], limit: Limit, share: Observed.Ratio? = nil
    ) {
        self.applies = applies
        self.verdict = verdict
        self.observed = observed
        self.gap = gap
        self.limitValue = limitValue
        self.closings = closings
        self.limit = limit
        self.share = share
    }
}
