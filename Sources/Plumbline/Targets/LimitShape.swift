public import Diagnostics

/// What the limit of a kind of target looks like in a rule file.
public indirect enum LimitShape: Sendable {
    /// One limit: a quantity or a value such as `85%`, `{value: <CEL>}`, or a list of `{when, limit}`.
    case value
    /// Two of those, the lower first.
    case pair
    /// Any number of values, at least one.
    case list
    /// A quantity or a value, and nothing that is computed.
    case quantity
    /// A text, such as a pattern.
    case text
    /// One of some words.
    case choice([String])
    /// A CEL expression.
    case expression
    /// CEL expressions, at least one; a single one may stand without a list.
    case expressions
    /// Names of fields, at least one.
    case names
    /// A whole number from 1.
    case count
    /// `true` or `false`.
    case truth
    /// A mapping with keys of the author's own, at least one, each with a value of the same shape.
    case entries(LimitShape)
    /// A mapping with known keys; of those in `oneOf`, if any, exactly one.
    case mapping([Key], oneOf: [Key] = [])
    /// Either shape.
    case either(LimitShape, LimitShape)

    /// A key of a mapping.
    public struct Key: Sendable {
        public var name: String
        /// What may stand there.
        public var shape: LimitShape
        /// Whether it may not be left out.
        public var isRequired: Bool
        public var summary: Localized

        public init(_ name: String, _ shape: LimitShape, isRequired: Bool = false, _ summary: Localized) {
            self.name = name
            self.shape = shape
            self.isRequired = isRequired
            self.summary = summary
        }
    }
}
