public import Diagnostics
public import Quantities

/// A rule's limit as reports show it.
public struct Limit: Hashable, Sendable {
    /// The target's kind, such as `at_least`.
    public var kind: String
    /// The limit as the rule writes it, such as `85%`.
    public var text: String
    /// The numbers that a printed value must stay on the right side of, in base units.
    public var bounds: [Number]
    /// The unit in which observed values are printed; nil for bare numbers and other values.
    public var unit: Unit?
    /// The sign between the observed value and the limit, such as `≥`; empty where the text has the signs itself.
    public var sign: String
    /// What the observed value is compared with to be held against the limit, with the punctuation that parts the two: ` (previous)`;
    /// nil where it is held against the limit itself.
    public var comparedWith: Localized?
    /// What the limit is in words, behind its sign, where ``text`` would say little of it: the figure that others have; nil where
    /// the text says it.
    public var words: Localized?
    /// What the plan writes in place of the limit, such as 2—3所; nil where that is the limit.
    public var asWritten: String?
    /// Whether the text has the signs of its parts itself, so that ``sign`` is only that of the part whose figure is told.
    public var textHasSigns = false
    /// Whether a gap is closed by all of its closings together, and not by each of them alone.
    public var closingsGoTogether = false
    /// For a list that is held against another: the other, in place of figures; nil for all other limits.
    public var wantedSet: WantedSet?

    /// A list that another has to agree with.
    public struct WantedSet: Hashable, Sendable {
        /// What has to be there, one by one where the rule or a parameter lists it; else the list as the rule writes it.
        public var names: [String]
        /// Whether more than that may be there.
        public var allowsExtra: Bool
    }

    public init(kind: String, text: String, sign: String, bounds: [Number] = [], unit: Unit? = nil) {
        self.kind = kind
        self.text = text
        self.sign = sign
        self.bounds = bounds
        self.unit = unit
    }
}
