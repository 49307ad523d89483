public import YAML

/// A kind of target that holds the value observed on each record against a limit.
public protocol RecordTargetKind: TargetKind {
    /// Lowers a limit onto what is observed.
    ///
    /// - Parameters:
    ///   - limit: What stands under the kind's key.
    ///   - observed: The rule's `observe`, checked, with its unit.
    ///   - context: Reads quantities and values and takes the faults found.
    /// - Returns: The expressions of the verdict; nil where the limit is at fault, which the context was told.
    func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering?
}
