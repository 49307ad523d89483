import Diagnostics

/// What the parser of the command line finds wrong, which it says in English only, in both languages.
enum CommandLineFault {
    static func words(_ message: String) -> Localized {
        let zh = forms.lazy.compactMap { beginning, words in
            message.hasPrefix(beginning) ? words(quoted(message.dropFirst(beginning.count))) : nil
        }.first
        return Localized(zh: zh ?? "命令行有误：\(message)", en: message)
    }

    private static let forms: [(String, @Sendable (String) -> String)] = [
        ("Unknown option ", { "没有选项“\($0)”" }),
        ("Missing value for ", { "选项“\($0)”后面缺少取值" }),
        ("Unexpected argument ", { "多余的参数“\($0)”" }),
        ("Missing expected argument ", { "缺少参数“\($0)”" }),
        ("The value ", { "取值不合要求：“\($0)”" }),
        ("Value to be set with flag ", { "选项重复：“\($0)”" }),
    ]

    /// What the message quotes first.
    private static func quoted(_ rest: Substring) -> String {
        let parts = rest.split(separator: "'", omittingEmptySubsequences: false)
        return parts.count > 1 ? String(parts[1]) : String(rest)
    }
}
