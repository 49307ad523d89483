import Diagnostics
import Plumbline
import Quantities

/// A way of closing a gap in words.
enum ClosingText {
    /// All ways, and what they count: `3 conversions, or 15 new (Professional posts)`.
    ///
    /// - Parameter unit: In which an amount is printed that is no count.
    static func of(_ closings: [Closing], counting subject: Localized?, unit: Unit?, in language: Language) -> String {
        guard closings.contains(where: { $0.amount != .impossible }) else {
            return Localized(zh: "只改变这些数目无法达标", en: "no change of these counts alone is enough")[language]
        }
        let possible = closings.filter { $0.amount != .impossible }.map { way($0, unit)[language] }
        let impossible = closings.filter { $0.amount == .impossible }.map { way($0, unit)[language] }
        let ways = ([possible.joined(separator: Localized(zh: "，或", en: ", or ")[language])] + impossible)
            .joined(separator: Localized(zh: "；", en: "; ")[language])
        let counted = subject.map { Localized(zh: "（\($0.zh)）", en: " (\($0.en))")[language] } ?? ""
        return ways + PrintedText.of(counted)
    }

    private static func way(_ closing: Closing, _ unit: Unit?) -> Localized {
        switch (closing.kind, closing.amount) {
        case (.convert, .smallest(let amount)):
            Localized(zh: "现有转换 \(amount)", en: amount == 1 ? "1 conversion" : "\(amount) conversions")
        case (.add, .smallest(let amount)): Localized(zh: "新增 \(amount)", en: "\(amount) new")
        case (.remove, .smallest(let amount)): Localized(zh: "减少 \(amount)", en: "\(amount) fewer")
        case (.raise, .smallest(let amount)): 
            Localized(zh: "合计增加 \(text(amount, unit))", en: "\(text(amount, unit)) more in all")
        case (.convert, .impossible): Localized(zh: "仅靠转换无法达标", en: "conversions alone are not enough")
        case (.add, .impossible): Localized(zh: "仅靠新增无法达标", en: "new ones alone are not enough")
        case (.remove, .impossible): Localized(zh: "仅靠减少无法达标", en: "fewer alone are not enough")
        case (.raise, .impossible): Localized(zh: "仅靠增加无法达标", en: "raising them alone is not enough")
        }
    }

    /// Rounded up, for a little less would not be enough.
    private static func text(_ amount: Number, _ unit: Unit?) -> String {
        let scale = (unit?.scale ?? 1) * (Number(numerator: 1, denominator: 100) ?? 1)
        let enough = scale.reciprocal.map { (amount * $0).ceiling * scale } ?? amount
        return unit?.text(enough) ?? enough.shortText(fractionDigits: 2)
    }
}
