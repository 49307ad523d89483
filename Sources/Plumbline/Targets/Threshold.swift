public import CEL
public import Quantities

/// What a record is held against, read from a rule: the same for all records, or computed for each.
public struct Threshold: Sendable {
    /// Over a record's fields: a number in base units, or a value of the type that is observed.
    public var value: Expression
    /// Whether there is a limit for the record, of type bool; nil where every record has one.
    public var applies: Expression?
    /// As the rule writes it.
    public var text: String
    /// The unit in which the rule writes it; nil for bare numbers, other values and expressions.
    public var unit: Unit?

    public init(value: Expression, applies: Expression? = nil, text: String, unit: Unit? = nil) {
        self.value = value
        self.applies = applies
        self.text = text
        self.unit = unit
    }

    public init(_ quantity: Quantity) {
        self.init(value: .number(quantity.value), text: quantity.source, unit: quantity.unit)
    }

    /// The value where it is the same for all records.
    public var fixed: Value? {
        if case .constant(let value) = value.node { value } else { nil }
    }

    /// The number in base units where it is the same for all records.
    public var number: Number? { fixed?.number }
}

extension Threshold {
    /// One that holds under a condition, tried in this order; text is the condition's.
    struct Case {
        var condition: Expression
        var text: String
        var threshold: Threshold

        var isAlways: Bool { condition.truth == true }
    }

    /// How many cases a limit's text shows; the rest is only hinted at.
    private static let shownCases = 6

    /// The first of some thresholds whose condition holds; there is at least one.
    ///
    /// A condition that is unknown leaves everything behind it unknown, for it could have been the one.
    init(firstOf cases: [Case], last: Case) {
        let all = cases + [last]
        value = cases.reversed().reduce(last.threshold.value) { .conditional($1.condition, $1.threshold.value, $0) }
        applies = all.reversed().reduce(Expression.no) { rest, next in
            let inner = next.threshold.applies ?? .yes
            return next.isAlways ? inner : .conditional(next.condition, inner, rest)
        }
        if applies?.truth == true { applies = nil }
        let texts = all.map { $0.isAlways ? $0.threshold.text : "\($0.threshold.text) (\($0.text))" }
        text = texts.prefix(Self.shownCases).joined(separator: ", ") + (texts.count > Self.shownCases ? ", …" : "")
        unit = all.lazy.compactMap(\.threshold.unit).first
    }
}
