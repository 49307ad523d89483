public import CEL
public import YAML

/// What a rule observes, checked, before its target is lowered onto it.
public struct Observed: Sendable {
    /// A quotient of two whole counts, which a percent limit takes for a share.
    public struct Ratio: Sendable {
        /// What stands above the line.
        public var numerator: Expression
        /// What stands below it.
        public var denominator: Expression
        /// Whether both are counted in one unit, so that the numerator can be a part of the denominator.
        public var isOfOneKind: Bool
    }

    /// A quotient of any two numbers, whose parts can be put together with those of others.
    public struct Quotient: Sendable {
        /// What stands above the line.
        public var numerator: Expression
        /// What stands below it.
        public var denominator: Expression

        public init(numerator: Expression, denominator: Expression) {
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// A mean of a list's values, whose sum can be raised.
    public struct Mean: Sendable {
        public var sum: Expression
        /// How many values it is of.
        public var count: Expression
    }

    /// The value, over a record's fields.
    public var expression: Expression
    public var type: CEL.`Type`
    /// What the value measures, and in which unit.
    public var measure: Measure
    /// Nil where the value is no quotient of whole counts.
    public var ratio: Ratio?
    /// Whether the value itself counts things, a field or a sum of fields, so that one more is one more.
    public var isCount: Bool
    /// The rule's text, for faults.
    public var scalar: YAMLScalar
    /// Nil where the value is no quotient; there wherever ``ratio`` is.
    public var quotient: Quotient?
    /// The indicator that the value is by itself; nil for everything else.
    public var indicator: Field?
    /// Nil where the value is no mean of a list.
    public var mean: Mean?
}
