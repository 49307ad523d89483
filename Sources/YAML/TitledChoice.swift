/// A closed list that people know by words of their own: a text that holds such a word is told the name for it.
public protocol TitledChoice: RawRepresentable<String>, CaseIterable {
    /// What people call it in Chinese.
    var words: [String] { get }
}

extension TitledChoice {
    /// The name that files have for what people call so; nil where nobody does.
    public static func name(of word: String) -> String? { allCases.first { $0.words.contains(word) }?.rawValue }
}
