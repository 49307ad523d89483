public import Diagnostics
public import Plumbline

/// A reason code in words: the outcome that it explains, when it is given, and what to do about it.
public struct ReasonText {
    private let reason: Reason
    private let style: TextStyle

    public init(_ reason: Reason, in language: Language, usesColor: Bool = false) {
        self.reason = reason
        style = TextStyle(language: language, usesColor: usesColor)
    }

    /// A heading, and the explanation below it.
    public var text: String {
        let outcome = style.words(zh: "\(reason.outcome.title.zh)：\(reason.text.zh)", en: "\(reason.outcome.title.en): \(reason.text.en)")
        return "\(style.bold(reason.rawValue))  \(outcome)\n\n\(reason.explanation[style.language])\n"
    }
}
