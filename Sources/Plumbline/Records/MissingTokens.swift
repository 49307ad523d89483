/// The texts by which people say that they have no figure.
///
/// They count in cells of numbers, dates and enumerations only, and there only where the vocabulary
/// does not declare them as values; a text field is missing only when it is blank.
enum MissingTokens {
    private static let all: Set<String> = [
        "-", "--", "—", "——", "－", "/", "n/a", "na", "null", "not available", "无", "暂无数据", "暂无",
    ]

    static func contains(_ text: String) -> Bool { all.contains(text.lowercased()) }
}
