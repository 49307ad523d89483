import Diagnostics
import Plumbline
import Quantities

/// A way of closing a gap in words.
enum ClosingText {
    /// All ways, and what they count: `3 conversions, or 15 new (Professional posts)`.
    static func of(_ closings: [Closing], counting subject: Localized?, in language: Language) -> String {
        let ways = closings.map { way($0)[language] }.joined(separator: Localized(zh: "，或", en: ", or ")[language])
        let counted = subject.map { Localized(zh: "（\($0.zh)）", en: " (\($0.en))")[language] } ?? ""
        return ways + PrintedText.of(counted)
    }

    private static func way(_ closing: Closing) -> Localized {
        switch (closing.kind, closing.amount) {
        case (.convert, .smallest(let amount)):
            Localized(zh: "现有转换 \(amount)", en: amount == 1 ? "1 conversion" : "\(amount) conversions")
        case (.add, .smallest(let amount)): Localized(zh: "新增 \(amount)", en: "\(amount) new")
        case (.remove, .smallest(let amount)): Localized(zh: "减少 \(amount)", en: "\(amount) fewer")
        case (.convert, .impossible): Localized(zh: "仅靠转换无法达标", en: "conversions alone are not enough")
        case (.add, .impossible): Localized(zh: "仅靠新增无法达标", en: "new ones alone are not enough")
        case (.remove, .impossible): Localized(zh: "仅靠减少无法达标", en: "fewer alone are not enough")
        }
    }
}
