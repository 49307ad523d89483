public import Diagnostics

/// Another way to read the clause that a rule encodes.
///
/// It is judged and shown beside the rule, never counted, and never a reason to refuse anything.
public struct Reading: Sendable {
    public var name: Localized
    /// The rule as it would be under this reading, without cases and readings of its own.
    public var rule: Rule
    /// In what it differs, in one line: `target.parity.compare: each; due: ~`.
    public var changes: String
    public var location: Location

    /// How many readings a rule may have beside its own: each is the whole rule once more.
    static let mostReadings = 20

    /// Whether a text is the reading's name in either language.
    func isCalled(_ text: String) -> Bool { name.zh == text || name.en == text }
}
