/// A text in Chinese and in English.
public struct Localized: Hashable, Sendable {
    /// The text in Chinese.
    public var zh: String
    /// The text in English.
    public var en: String

    /// A text that is worded in both languages.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// A text that reads the same in both languages, such as a name that a user chose.
    public init(same text: String) {
        self.init(zh: text, en: text)
    }

    /// The text in the language asked for.
    public subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
