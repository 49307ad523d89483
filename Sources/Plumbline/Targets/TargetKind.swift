import CEL
public import Diagnostics
public import YAML

/// A kind of limit that a rule can set, such as `at_least`: one of the seams for plugins.
///
/// A kind is pure translation. It reads its limit from the rule's text and lowers it to CEL before
/// any data are seen; what comes out is checked and run like every other expression. The built-in
/// kinds use nothing but this protocol and the public API of its context.
public protocol TargetKind: Sendable {
    /// The key under `target:`.
    var name: String { get }

    /// What the limit looks like, for the schema of rule files; one value where a kind does not say.
    var limitShape: LimitShape { get }

    /// What the kind asks, in a few words.
    var summary: Localized { get }

    /// Lowers a limit onto what is observed.
    ///
    /// - Parameters:
    ///   - limit: What stands under the kind's key.
    ///   - observed: The rule's `observe`, checked, with its unit.
    ///   - context: Reads quantities and values and takes the faults found.
    /// - Returns: The expressions of the verdict; nil where the limit is at fault, which the context was told.
    func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering?
}

extension TargetKind {
    public var limitShape: LimitShape { .value }
}
