import CEL
public import Diagnostics
import Quantities
public import YAML

/// `parity: {test: …, against: …, within: […], at_least: 100%}`: in each stratum, the figure of those tested is held
/// against a share of the figure of those they are compared with.
///
/// Without `against` everyone in the stratum is compared with, those tested too. With `compare: each` every tested value
/// is held against the mean of the others.
public struct ParityTarget: GroupTargetKind {
    enum Comparison: String, CaseIterable {
        case mean
        case median
        case each
    }

    public let name = "parity"
    public let limitShape = LimitShape.mapping(
        [
            LimitShape.Key("test", .expression, isRequired: true, Localized(zh: "被比较的一方", en: "Who is tested")),
            LimitShape.Key("against", .expression, Localized(
                zh: "与谁相比，不写即全体", en: "Whom they are compared with; everyone where left out")),
            LimitShape.Key("within", .expressions, Localized(
                zh: "在哪些取值相同的记录中比较", en: "Compared among records that agree in these")),
            LimitShape.Key("compare", .choice(Comparison.allCases.map(\.rawValue)), Localized(
                zh: "比均值、中位数，还是逐个与其他人的均值比", en: "By means, by medians, or each one with the mean of the others")),
            LimitShape.Key("min_group", .count, Localized(
                zh: "任何一方少于此数则不判定", en: "With fewer than this on either side nothing is decided")),
        ],
        oneOf: ComparedBound.keys(.quantity))
    public let summary = Localized(zh: "一方与另一方相比", en: "One group compared with another")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed?, in context: inout LoweringContext) -> GroupLowering? {
        guard let observed else { return nil }
        guard observed.isNumber else {
            context.report(.targetNeeds(name, Localized(zh: "数字", en: "a number"), not: observed.type, at: limit.location))
            return nil
        }
        guard let text = ParityText(limit, kind: name, &context) else { return nil }
        return ParityFormulas(text, of: observed, leavesOutMissing: context.missing.leavesOut).lowering(kind: name)
    }
}

private extension MissingPolicy {
    /// Whether aggregates pass over what is missing.
    var leavesOut: Bool {
        if case .skip = self { true } else { false }
    }
}
