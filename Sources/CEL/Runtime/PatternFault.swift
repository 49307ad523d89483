import Diagnostics

/// What RE2 says of a pattern that it does not take, in words.
enum PatternFault {
    /// RE2's own reason, such as `missing ]: [a`, with the part of the pattern that it names after a colon.
    static func words(_ reason: String) -> Localized {
        guard let (_, words) = all.first(where: { reason.hasPrefix($0.reason) }) else { return Localized(same: reason) }
        guard let colon = reason.firstRange(of: ": ") else { return words }
        let part = reason[colon.upperBound...]
        return Localized(zh: "\(words.zh)（\(part)）", en: "\(words.en) (\(part))")
    }

    /// A reason that begins as another one does stands before it.
    private static let all: [(reason: String, words: Localized)] = [
        ("missing closing ]", Localized(zh: "缺少 ]", en: "a ] is missing")),
        ("missing ]", Localized(zh: "缺少 ]", en: "a ] is missing")),
        ("missing closing )", Localized(zh: "缺少 )", en: "a ) is missing")),
        ("missing )", Localized(zh: "缺少 )", en: "a ) is missing")),
        ("unexpected )", Localized(zh: "多了一个 )", en: "there is one ) too many")),
        ("no argument for repetition", Localized(zh: "前面没有可以重复的内容", en: "nothing stands before it to repeat")),
        ("bad repetition operator", Localized(zh: "重复符号不能连写", en: "a repetition is not repeated itself")),
        ("invalid repetition size", Localized(zh: "重复次数过大或写反了", en: "such a number of repetitions is not taken")),
        ("invalid perl operator", Localized(zh: "不支持这种括号组", en: "such a group is not taken")),
        ("invalid escape sequence", Localized(zh: "没有这个反斜杠转义", en: "there is no such escape")),
        ("invalid character class range", Localized(zh: "方括号里的范围不对", en: "such a range of characters is not taken")),
        ("invalid character class", Localized(zh: "方括号里的内容不对", en: "such a set of characters is not taken")),
        ("invalid named capture group", Localized(zh: "括号组的名称不对", en: "such a name of a group is not taken")),
        ("trailing \\", Localized(zh: "末尾多了一个反斜杠", en: "it ends with a lone backslash")),
        ("pattern too large", Localized(zh: "模式太大", en: "it is too large")),
    ]
}
