public import Quantities

/// What would close a gap: the smallest change of one kind that turns a fail into a pass.
public struct Closing: Hashable, Sendable {
    /// How a gap can be closed.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// That many of the denominator join the numerator (leave it, for a ceiling).
        case convert
        /// That many new ones join the count, or numerator and denominator alike.
        case add
        /// That many leave the count, or numerator and denominator alike.
        case remove
        /// What those tested, or all values of a mean together, would have to be given in all, in base units; the only kind
        /// that is no count.
        case raise
    }

    /// How much it takes.
    public enum Amount: Hashable, Sendable {
        /// The smallest number that is enough, a whole one but for what is raised.
        case smallest(Number)
        /// No number of this kind is enough.
        case impossible
    }

    /// What would have to change.
    public var kind: Kind
    /// How much of that is enough.
    public var amount: Amount

    public init(kind: Kind, amount: Amount) {
        self.kind = kind
        self.amount = amount
    }
}
