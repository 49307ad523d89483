public import Diagnostics
public import Quantities

/// What one rule says of one record, and what every part of its expressions comes to on the way there.
public struct RuleExplanation: Sendable {
    /// An expression of the rule, taken apart.
    public struct Expression: Sendable {
        /// What the expression is for.
        public enum Role: Sendable {
            /// `where`: whether the rule applies.
            case scope
            /// `observe`: the value that is held against the limit.
            case observed
            /// `require`: the condition that has to hold.
            case condition
        }

        /// What the expression is for.
        public var role: Role
        /// The parts, each before those it is made of; the whole first.
        public var steps: [Step]
    }

    /// A part of an expression with its value on the record.
    public struct Step: Sendable {
        /// The part as the rule writes it.
        public var text: String
        /// How many parts it is nested in.
        public var depth: Int
        /// What the part comes to.
        public var value: Value
    }

    /// What a part comes to.
    public enum Value: Sendable {
        /// A number in base units, with the unit of what it was made from.
        case number(Number, Unit?)
        /// What missing cells leave of a number; nil where there is no end.
        case range(low: Number?, high: Number?, Unit?)
        case boolean(Bool)
        /// Anything else, as the rule language writes it.
        case text(String)
        /// It cannot be known: why, and because of which fields.
        case unknown([(reason: Reason, field: String)])
        case error(Localized)
        /// So many records, or values.
        case list(Int)
        /// It would give a sensitive cell away.
        case withheld
    }

    /// What an arm or another reading adds to the rule's own expressions.
    public struct Part: Sendable {
        /// Whose expressions they are.
        public enum Kind: Hashable, Sendable {
            /// The arm's place in the rule.
            case arm(Int)
            /// The reading's place in the rule.
            case reading(Int)
            /// An arm of a reading.
            case armOfReading(Int, arm: Int)
        }

        /// Whose expressions they are.
        public var kind: Kind
        /// In the order in which they are asked.
        public var expressions: [Expression]
    }

    /// The rule's place in the plan's `rules`.
    public var rule: Int
    /// What the rule says of the record.
    public var finding: Finding
    /// In the order in which they are asked: the scope, where there is one, then the requirement.
    public var expressions: [Expression]
    /// The arms in order, then each other reading of the same records with those expressions that the rule does not have.
    public var parts: [Part] = []
}
