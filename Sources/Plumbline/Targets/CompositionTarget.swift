import CEL
public import Diagnostics
import Quantities
public import YAML

/// `composition: {parts: {A: {at_least: 15%}, …}, whole: 100%}`: how the records of the scope are spread over the values
/// observed, each part's share held against its own bounds; or `{at_or_above: {A: 15%, …}}` for an ordered enumeration,
/// the share of those at each grade or a higher one.
///
/// Shares are exact, and of all records of the group. Missing values decide only what no value that they could have
/// changes: all of them are thought of together, so that one of them cannot fill two parts.
public struct CompositionTarget: GroupTargetKind {
    public let name = "composition"
    public let summary = Localized(zh: "各取值所占的比例", en: "How the records are spread over the values")

    public let limitShape = LimitShape.either(
        .mapping([
            LimitShape.Key("parts", .entries(.mapping(ComparedBound.keys(.quantity))), isRequired: true, Localized(
                zh: "各取值占比的限值", en: "The bounds of each value's share")),
            LimitShape.Key("whole", .quantity, Localized(
                zh: "所列各部分合计应占多少", en: "What the parts together have to make")),
            Self.within,
        ]),
        .mapping([
            LimitShape.Key("at_or_above", .entries(.quantity), isRequired: true, Localized(
                zh: "达到或高于各等级的占比下限", en: "The least share at each grade or above it")),
            Self.within,
        ]))

    private static let within = LimitShape.Key("within", .expressions, Localized(
        zh: "在哪些取值相同的记录中分别计算", en: "Reckoned apart among records that agree in these"))

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed?, in context: inout LoweringContext) -> GroupLowering? {
        guard let observed else { return nil }
        guard context.isOfParts(observed.type) else {
            let wanted = Localized(zh: "枚举、文本或条件", en: "an enumeration, a text or a condition")
            context.report(.targetNeeds(name, wanted, not: observed.type, at: limit.location))
            return nil
        }
        return CompositionText(limit, kind: name, of: observed, &context).map {
            CompositionFormulas($0, of: observed, missing: context.missing).lowering(kind: name)
        }
    }
}
