import Diagnostics
import YAML

/// A word that says how a limit is meant taken for another, or left out: `yearly`, `pooled`, `extra`, `side`, `pace`, and whom
/// a published figure is about.
struct ChoiceMutation: Mutation {
    let kind = MutationKind.choice

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard case .entry? = part.steps.last, let text = part.node.scalar?.text else { return [] }
        let others = (Self.words[part.key] ?? []).filter { $0 != text }.map { word in
            RuleChange(
                root: rule.replacing(part, text: word), before: "\(part.key): \(text)", after: "\(part.key): \(word)",
                location: part.node.location, hint: Self.hint(part.key))
        }
        guard Self.optional.contains(part.key) || part.keys.suffix(2) == ["benchmark", "group"] else { return others }
        return others + [RuleChange(
            root: rule.replacing(part, with: nil), before: "\(part.key): \(text)", after: "", location: part.node.location,
            hint: Self.hint(part.key))]
    }
}

private extension ChoiceMutation {
    /// What may stand under a key.
    static let words: [String: [String]] = [
        "yearly": PeriodComparison.Yearly.allCases.map(\.rawValue), "pace": Pace.allCases.map(\.rawValue),
        "extra": SameSetTarget.Extra.allCases.map(\.rawValue), "side": AboutTarget.Side.allCases.map(\.rawValue),
    ]

    /// What a rule may leave out and then means something else.
    static let optional: Set<String> = ["yearly", "pooled"]

    static func hint(_ key: String) -> Localized {
        switch key {
        case "yearly":
            Localized(zh: "一个跨多年、按复合增长率与按年平分结论不同的用例", en: "a case over several years in which a compound rate and an even share differ")
        case "pooled":
            Localized(zh: "一个各记录规模不同、合并计算与平均值结论不同的用例", en: "a case with records of different size, of which the mean and the pooled figure differ")
        case "extra": Localized(zh: "一个多出一项的用例", en: "a case with one more than is asked for")
        case "side": Localized(zh: "限值两侧各一个用例", en: "a case on either side of the limit")
        case "pace":
            Localized(zh: "一个到期以前、写明 as_of 和 track 的用例", en: "a case before it is due, with as_of and track")
        default: Localized(zh: "一个与此项有关的用例：\(key)", en: "a case that rests on \(key)")
        }
    }
}
