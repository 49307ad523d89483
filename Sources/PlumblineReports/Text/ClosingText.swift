import Diagnostics
import Plumbline
import Quantities

/// The ways of closing a gap in words.
struct ClosingText {
    /// What the rule counts; nil where the ways are no counts.
    let counted: CountedThings?
    /// In which an amount is printed that is no count.
    let unit: Unit?
    /// Whether what is observed lies below its limit.
    let isBelow: Bool
    /// Whether all of the closings together make one way, and not each by itself.
    var needsAll = false
    /// Whether what is counted are the elements that a list lacks of another, or has beside it.
    var isOfSets = false
    let language: Language

    /// All ways: `3 conversions, or 15 new (Professional posts)`.
    func text(_ closings: [Closing]) -> String {
        guard closings.contains(where: { $0.amount != .impossible }) else {
            return words(zh: "只改变这些数目无法达标", en: "no change of these counts alone is enough")
        }
        let told = told(closings).filter { !needsAll || $0.amount != .smallest(0) }
        let possible = told.filter { $0.amount != .impossible }.map(way)
        let impossible = told.filter { $0.amount == .impossible }.map(way)
        let ways = ([possible.joined(separator: needsAll ? words(zh: "，并", en: ", and ") : words(zh: "，或", en: ", or "))] + impossible)
            .joined(separator: words(zh: "；", en: "; "))
        // In Chinese the things stand within the sentence.
        let title = language == .en ? counted?.title.map { " (\($0.en))" } ?? "" : ""
        return PrintedText.of(ways + title)
    }
}

private extension ClosingText {
    /// Records do not come into being to meet a requirement: of them only how many have to change is told.
    func told(_ closings: [Closing]) -> [Closing] {
        let converted = closings.filter { $0.kind == .convert && $0.amount != .impossible }
        return counted?.role == .members && !converted.isEmpty ? converted : closings
    }

    func way(_ closing: Closing) -> String {
        switch closing.amount {
        case .impossible: impossible(closing.kind)
        case .smallest(let amount) where closing.kind == .raise:
            words(zh: "合计增加 \(text(amount))", en: "\(text(amount)) more in all")
        case .smallest(let amount): way(closing.kind, amount)
        }
    }

    func way(_ kind: Closing.Kind, _ amount: Number) -> String {
        if isOfSets {
            return kind == .add
                ? words(zh: "补上缺少的 \(amount) 项", en: "add the \(amount) missing") : words(zh: "去掉多出的 \(amount) 项", en: "take out the \(amount) extra")
        }
        return switch (counted?.role, kind) {
        case (.members, _):
            isBelow
                ? words(zh: "再有 \(amount) 个达标", en: "\(amount) more that meet it")
                : words(zh: "达标的减少 \(amount) 个", en: "\(amount) fewer that meet it")
        case (.numerator, .convert):
            isBelow
                ? words(zh: "\(numerator)增加 \(pieces(amount))", en: "\(amount) more")
                : words(zh: "\(numerator)减少 \(pieces(amount))", en: "\(amount) fewer")
        case (_, .convert):
            words(
                zh: isBelow ? "将现有 \(pieces(amount))转为\(things)" : "将 \(pieces(amount))\(things)转为其他",
                en: amount == 1 ? "1 conversion" : "\(amount) conversions")
        case (_, .add): words(zh: "新增 \(pieces(amount))\(things)", en: "\(amount) new")
        case (_, .remove), (_, .raise): words(zh: "减少 \(pieces(amount))\(things)", en: "\(amount) fewer")
        }
    }

    func impossible(_ kind: Closing.Kind) -> String {
        switch kind {
        case .convert where counted?.role == .numerator: words(zh: "仅改变分子无法达标", en: "changing them alone is not enough")
        case .convert: words(zh: "仅靠转换无法达标", en: "conversions alone are not enough")
        case .add: words(zh: "仅靠新增无法达标", en: "new ones alone are not enough")
        case .remove: words(zh: "仅靠减少无法达标", en: "fewer alone are not enough")
        case .raise: words(zh: "仅靠增加无法达标", en: "raising them alone is not enough")
        }
    }

    /// `3 人`, `15 个`.
    func pieces(_ amount: Number) -> String { "\(amount) \(counted?.unit?.suffix(.zh) ?? "个")" }

    /// The field's title is a number's name, and here the things themselves are meant: 岗位, not 岗位数.
    var things: String {
        guard let title = counted?.title?.zh else { return counted?.role == .part ? "此类" : "" }
        return Localized.quoted(Self.withoutNumber(title)).zh
    }

    var numerator: String { counted?.title.map { Localized.quoted($0).zh } ?? "分子" }

    static func withoutNumber(_ title: String) -> String {
        let measures = ["分", "指", "次", "系", "基", "天", "参", "总", "函", "人"]
        guard title.hasSuffix("数"), title.count > 2 else { return title }
        let shorter = String(title.dropLast())
        return measures.contains { shorter.hasSuffix($0) } ? title : shorter
    }

    /// Rounded up, for a little less would not be enough.
    func text(_ amount: Number) -> String {
        let scale = (unit?.scale ?? 1) * (Number(numerator: 1, denominator: 100) ?? 1)
        let enough = scale.reciprocal.map { (amount * $0).ceiling * scale } ?? amount
        return unit?.text(enough) ?? enough.shortText(fractionDigits: 2)
    }

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }
}
