import CEL
public import Diagnostics
import Quantities
public import YAML

/// `peers: {more_than: 0pp, among: [institution.grade]}`: each record's value against the figure of its peers, or with
/// `benchmark: {area: …, group: …}` against the figure that somebody published for them.
///
/// The bound is on the difference, observed minus figure. Peers are the records of the scope in the same period that
/// agree in all of `among`, the record itself among them, as published averages are made; their figure is the mean of
/// their values, or with `pooled: true` the sum of what stands above the line over the sum of what stands below it.
public struct PeersTarget: RecordTargetKind {
    public let name = "peers"
    public let summary = Localized(zh: "与同类的平均或公布的数据相比", en: "Compared with the average of its peers, or with a published figure")

    public let limitShape = LimitShape.either(
        .mapping(
            [
                LimitShape.Key("among", .expressions, isRequired: true, Localized(
                    zh: "哪些取值相同的记录是同类", en: "Peers are the records that agree in these")),
                LimitShape.Key("pooled", .truth, Localized(
                    zh: "合并计算：分子之和除以分母之和，而不是各自数值的平均",
                    en: "Whether all numerators are put over all denominators, rather than the values averaged")),
                LimitShape.Key("min_group", .count, Localized(
                    zh: "连同自身少于此数则不判定，默认 2", en: "With fewer than this, itself included, nothing is decided; 2 where left out")),
            ],
            oneOf: ComparedBound.keys(.value)),
        .mapping(
            [
                LimitShape.Key(
                    "benchmark",
                    .mapping([
                        LimitShape.Key("area", .expression, isRequired: true, Localized(
                            zh: "哪里的数据：文本或表达式", en: "Whose figure: a text or an expression")),
                        LimitShape.Key("group", .expression, Localized(
                            zh: "其中哪一组的数据，不写即全体", en: "For which group of it; for all where left out")),
                        LimitShape.Key("indicator", .text, Localized(
                            zh: "哪个指标，默认为所观察的指标", en: "Of which indicator; of the one observed where left out")),
                    ]), isRequired: true, Localized(zh: "公布的数据", en: "The published figure"))
            ],
            oneOf: ComparedBound.keys(.value)))

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard context.judgesRecords(name, at: limit) else { return nil }
        guard observed.isNumber else {
            context.report(.targetNeeds(name, Localized(zh: "数字", en: "a number"), not: observed.type, at: limit.location))
            return nil
        }
        guard let text = PeersText(limit, kind: name, of: observed, &context) else { return nil }
        return PeersFormulas(text, of: observed, missing: context.missing).lowering(kind: name)
    }
}
