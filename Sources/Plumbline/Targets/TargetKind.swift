public import Diagnostics

/// A kind of limit that a rule can set, such as `at_least`: one of the seams for plugins.
///
/// A kind is pure translation. It reads its limit from the rule's text and lowers it to CEL before
/// any data are seen; what comes out is checked and run like every other expression. The built-in
/// kinds use nothing but this seam and the public API of its context. A kind is a
/// ``RecordTargetKind``, which judges record by record, or a ``GroupTargetKind``, which judges groups.
public protocol TargetKind: Sendable {
    /// The key under `target:`.
    var name: String { get }

    /// What the limit looks like, for the schema of rule files; one value where a kind does not say.
    var limitShape: LimitShape { get }

    /// What the kind asks, in a few words.
    var summary: Localized { get }

    /// Whether a rule has to say with `observe` what the target is about.
    var needsValue: Bool { get }
}

extension TargetKind {
    public var limitShape: LimitShape { .value }
    public var needsValue: Bool { true }
}
