public import Diagnostics
public import Plumbline
public import YAML

/// `sample: 5 个`: say here what the target asks of the observed value.
public struct SampleTarget: RecordTargetKind {
    /// The key under `target:` in rules.
    public let name = "sample"
    public let summary = Localized(zh: "一句话说明这个目标", en: "What the target asks, in a few words")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let threshold = context.threshold(limit, for: observed, kind: name) else { return nil }
        // What a report prints as the limit: its sign, and the number as the rule writes it.
        let shown = context.limit(name, "≥", [threshold], observed)
        // The verdict, the gap and the closings in CEL; ranges of numbers have theirs ready.
        return Bounds.floor(threshold.value).lower(observed, limit: shown, applies: threshold.applies)
    }
}
