import CEL
public import Diagnostics
import Quantities
public import YAML

/// `same_set: {by: drug, as: <list>}`: the list observed holds just what another holds, in whatever order and however
/// often; with `extra: allowed` at least that.
public struct SameSetTarget: RecordTargetKind {
    enum Extra: String, CaseIterable {
        case allowed
        case refused
    }

    public let name = "same_set"
    public let limitShape = LimitShape.mapping([
        LimitShape.Key("by", .expression, Localized(
            zh: "按什么比对：元素的字段或表达式；元素不是记录时不写", en: "What is compared of each element: a field or an expression; left out where elements are values")),
        LimitShape.Key("as", .expression, isRequired: true, Localized(
            zh: "应与哪个列表一致", en: "The list that it has to agree with")),
        LimitShape.Key("extra", .choice(Extra.allCases.map(\.rawValue)), Localized(
            zh: "可否多出，默认 refused", en: "Whether more than that may be there; refused where left out")),
    ])
    public let summary = Localized(zh: "与另一份清单一致", en: "The same things as another list has")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard context.judgesRecords(name, at: limit) else { return nil }
        guard case .list = observed.type else {
            context.report(.targetNeeds(name, Localized(zh: "列表", en: "a list"), not: observed.type, at: limit.location))
            return nil
        }
        guard let text = SameSetText(limit, kind: name, of: observed, &context) else { return nil }
        return lowering(text)
    }
}

private extension SameSetTarget {
    func lowering(_ text: SameSetText) -> Lowering {
        let (own, wanted, allowsExtra) = (text.own, text.wanted, text.extra == .allowed)
        let missing = SetComparison.missingCount(from: own, of: wanted)
        let extra = SetComparison.missingCount(from: wanted, of: own)
        let count = allowsExtra ? missing : missing + extra
        var lowering = Lowering(
            verdict: SetComparison.agrees(own, with: wanted, allowsExtra: allowsExtra), observed: count, gap: count,
            closings: [Lowering.Closing(kind: .add, amount: missing)]
                + (allowsExtra ? [] : [Lowering.Closing(kind: .remove, amount: extra)]),
            limit: Limit(kind: name, text: "0 (\(text.wantedText))", sign: "=", bounds: [0]))
        lowering.limit.closingsGoTogether = !allowsExtra
        lowering.limit.wantedSet = Limit.WantedSet(names: text.wantedNames, allowsExtra: allowsExtra)
        lowering.names = [
            Lowering.Names(title: Localized(zh: "缺少", en: "missing"), values: SetComparison.missing(from: own, of: wanted))
        ]
        if !allowsExtra {
            lowering.names.append(
                Lowering.Names(title: Localized(zh: "多出", en: "extra"), values: SetComparison.missing(from: wanted, of: own)))
        }
        return lowering
    }
}
