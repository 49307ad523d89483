import Diagnostics

/// The wording of the errors of functions that search for patterns.
extension EvaluationError {
    static func tooManyGroups(_ count: Int) -> Self {
        Self(
            code: "too-many-groups",
            message: Localized(
                zh: "模式有 \(count) 个括号组，只能有一个；其余的写成 (?:…)",
                en: "the pattern has \(count) groups where one is allowed; write the others as (?:…)"))
    }

    static func noSuchGroup(_ group: Int, count: Int) -> Self {
        Self(
            code: "no-such-group",
            message: Localized(
                zh: "替换文字引用了第 \(group) 组，而模式只有 \(count) 组",
                en: "the replacement refers to group \(group), but the pattern has \(count) of them"))
    }

    static func badReplacement(_ replacement: String) -> Self {
        let text = StringLiteral.quoted(String(replacement.unicodeScalars.prefix(80)))
        return Self(
            code: "bad-replacement",
            message: Localized(
                zh: "替换文字 \(text) 里反斜杠后面应是 0 到 9 的数字；反斜杠本身写成两个",
                en: "in the replacement \(text) a backslash goes before a digit from 0 to 9; write two for "
                    + "a backslash itself"))
    }

    static func replacedTextTooLarge(limit: Int) -> Self {
        Self(
            code: "result-too-large",
            message: Localized(
                zh: "替换后的文字超过 \(limit) 字节；缩短文字或替换文字",
                en: "the text would have more than \(limit) bytes after replacing; shorten it or the replacement"))
    }

    static let searchTooLong = Self(
        code: "search-too-long",
        message: Localized(
            zh: "文字太长、匹配太多；缩短文字，或去掉模式里的 * 和 +，改用有上限的重复，如 {1,20}",
            en: "too many matches in too long a text; shorten the text, or write repetition with a limit, such as "
                + "{1,20}, in place of * and +"))
}
