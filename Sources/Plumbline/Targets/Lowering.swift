public import CEL
public import Diagnostics
import Quantities

/// A target in CEL: what decides, how far off a record is, and what would close the gap.
///
/// All expressions are over the record's fields. `verdict` has type bool; `gap` type number, in base
/// units, observed minus limit and 0 inside a range. A closing is a number, or `null` where it is
/// impossible; it is asked only of records that fail.
public struct Lowering: Sendable {
    /// What would bring a record within the limit.
    public struct Closing: Sendable {
        public var kind: Plumbline.Closing.Kind
        /// How much of it: a number, or null where none is enough.
        public var amount: Expression

        public init(kind: Plumbline.Closing.Kind, amount: Expression) {
            self.kind = kind
            self.amount = amount
        }
    }

    /// A figure that stands beside the record's own in the evidence of a finding.
    public struct Side: Sendable {
        /// What the side is.
        public var title: Localized
        /// Over what the figure was taken: a list, whose elements are counted; nil for a single value.
        public var list: Expression?
        /// The figure itself, a number in base units.
        public var value: Expression

        public init(title: Localized, list: Expression? = nil, value: Expression) {
            self.title = title
            self.list = list
            self.value = value
        }
    }

    /// Values that a finding tells by name, such as those that are missing from a list; told of records that fail and
    /// of those that could not be decided.
    public struct Names: Sendable {
        /// What the values are.
        public var title: Localized
        /// A list; nothing is told where it is empty or unknown.
        public var values: Expression

        public init(title: Localized, values: Expression) {
            self.title = title
            self.values = values
        }
    }

    /// The way from where the observed value stood at the rule's baseline to the limit, in the limit's measure.
    public struct Course: Sendable {
        /// Where the way begins.
        public var start: Expression
        /// The limit to which it leads.
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

    /// A requirement that was met, but too late: of records whose verdict is false.
    public struct Lateness: Sendable {
        /// Whether it is met at all, of type bool.
        public var isReached: Expression
        /// When it was met, a date; `null` where nobody said.
        public var date: Expression
        /// How long after the due date, a number in base units.
        public var delay: Expression

        public init(isReached: Expression, date: Expression, delay: Expression) {
            self.isReached = isReached
            self.date = date
            self.delay = delay
        }
    }

    /// Whether the target has a limit for the record, of type bool, asked before the verdict: false makes the
    /// record not_applicable (`no_limit`), unknown leaves it not_measured; nil where every record has one.
    public var applies: Expression?
    /// Whether the record meets the limit, of type bool.
    public var verdict: Expression
    /// What is held against the limit, where that is not the rule's `observe` itself, such as its change.
    public var observed: Expression?
    /// Observed minus limit, a number in base units; nil where nothing measures it.
    public var gap: Expression?
    /// The number that the record is held against, in base units, where it is not the same for all records.
    public var limitValue: Expression?
    /// Asked only of records that fail.
    public var closings: [Closing]
    /// What reports show that records are held against.
    public var limit: Limit
    /// The share of which the numerator has to be a part of the denominator; nil for everything else.
    public var share: Observed.Ratio?
    /// What the expressions have as variables beside the record's own fields.
    public var figures: [Figure] = []
    /// What the value was compared with, for the evidence.
    public var sides: [Side] = []
    /// Values that findings tell of records that fail.
    public var names: [Names] = []
    /// The way to the limit, where the target knows it better than ``limit`` tells.
    public var course: Course?
    /// How records that meet the requirement too late are told; nil where it does not matter when.
    public var lateness: Lateness?

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
