import Diagnostics

/// What YAML takes a value for that was meant as a text.
enum MistakenReading {
    case tag
    case anchor
    case alias
    case mapping
    case colon
    case list
    case braces
    case comma
    /// A bracket that opens inside a text which itself stands in brackets.
    case bracket(Unicode.Scalar)
    case quote
    case block
    /// A character that YAML keeps for itself: `@`, a backtick, `%`.
    case reserved(Unicode.Scalar)

    /// What the first character of a value means to YAML; nil where it means nothing.
    init?(firstOf text: String) {
        switch text.unicodeScalars.first {
        case "!": self = .tag
        case "&": self = .anchor
        case "*": self = .alias
        case "[": self = .list
        case "{": self = .braces
        case "'", "\"": self = .quote
        case "|", ">": self = .block
        case let first? where "@`%".unicodeScalars.contains(first): self = .reserved(first)
        default: return nil
        }
    }

    var words: Localized {
        switch self {
        case .tag: Localized(zh: "YAML 会把开头的“!”读作标签", en: "YAML reads the '!' at its start as a tag")
        case .anchor: Localized(zh: "YAML 会把“&”后的名称读作锚点", en: "YAML reads the '&' as the start of an anchor")
        case .alias: Localized(zh: "YAML 会把开头的“*”读作别名", en: "YAML reads the '*' at its start as an alias")
        case .mapping: Localized(zh: "YAML 会把其中的“: ”读作键与值的分隔", en: "YAML reads the ': ' in it as a key and its value")
        case .colon: Localized(zh: "YAML 会把其中的“:”读作键与值的分隔", en: "YAML reads the ':' in it as a key and its value")
        case .list: Localized(zh: "YAML 会把开头的“[”读作列表", en: "YAML reads the '[' at its start as a list")
        case .braces: Localized(zh: "YAML 会把开头的“{”读作映射", en: "YAML reads the '{' at its start as a mapping")
        case .comma: Localized(zh: "花括号或方括号内的逗号会把它截断", en: "a comma inside braces or brackets breaks it off")
        case .bracket(let bracket):
            Localized(
                zh: "花括号或方括号内的“\(bracket)”会把它截断", en: "a '\(bracket)' inside braces or brackets breaks it off")
        case .quote:
            Localized(zh: "YAML 认为开头的引号一闭合，值就结束了", en: "YAML ends the value where the quote at its start closes")
        case .block:
            Localized(zh: "YAML 会把开头的“|”或“>”读作文本块", en: "YAML reads the '|' or '>' at its start as a block of text")
        case .reserved(let character):
            Localized(zh: "YAML 不允许值以“\(character)”开头", en: "YAML does not let a value begin with '\(character)'")
        }
    }
}
