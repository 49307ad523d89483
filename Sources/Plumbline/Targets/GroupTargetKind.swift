public import YAML

/// A kind of target that holds groups of records against each other or against a condition, such as `parity`.
public protocol GroupTargetKind: TargetKind {
    /// Lowers a limit onto groups of records.
    ///
    /// - Parameters:
    ///   - limit: What stands under the kind's key.
    ///   - observed: The rule's `observe`, checked, with its unit; nil where the rule has none, which only
    ///     a kind that needs no value is handed.
    ///   - context: Reads quantities, values and expressions and takes the faults found.
    /// - Returns: How groups are made and judged; nil where the limit is at fault, which the context was told.
    func lower(_ limit: YAMLNode, onto observed: Observed?, in context: inout LoweringContext) -> GroupLowering?
}
