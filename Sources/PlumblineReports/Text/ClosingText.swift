import Diagnostics
import Plumbline

/// A way of closing a gap in words.
enum ClosingText {
    static func of(_ closing: Closing, in language: Language) -> String {
        let verb = verb(closing.kind)[language]
        switch closing.amount {
        case .smallest(let amount): return "\(verb) \(amount)"
        case .impossible: return verb + Localized(zh: "（做不到）", en: " (impossible)")[language]
        }
    }

    private static func verb(_ kind: Closing.Kind) -> Localized {
        switch kind {
        case .convert: Localized(zh: "现有转化", en: "convert")
        case .add: Localized(zh: "新增", en: "add")
        case .remove: Localized(zh: "减少", en: "remove")
        }
    }
}
