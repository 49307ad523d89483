public import Diagnostics

/// Faults of texts that are not YAML.
extension Diagnostic {
    static func yamlFullWidthColon(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-full-width-colon", at: location,
            message: Localized(
                zh: "键后面是全角冒号“：”，YAML 不认得", en: "a full-width colon '：' stands after the key, which YAML does not know"),
            help: Localized(zh: "改成半角冒号“:”加一个空格", en: "write ':' and a space"),
            mend: Mend(replacing: "：", at: location, with: location.isFollowedByBlank ? ":" : ": "))
    }

    /// The fault of a key that has swallowed its value because a Chinese colon parts them; nil for other keys.
    public static func yamlFullWidthColon(in key: YAMLScalar) -> Diagnostic? {
        FullWidthColon.place(in: key).map { yamlFullWidthColon(at: $0) }
    }

    static func yamlFullWidthComma(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-full-width-comma", at: location,
            message: Localized(
                zh: "括号内的两项之间是全角逗号“，”，YAML 不认得", en: "a full-width comma '，' stands between two entries, which YAML does not know"),
            help: Localized(zh: "改成半角逗号“,”加一个空格", en: "write ',' and a space"),
            mend: Mend(replacing: "，", at: location, with: location.isFollowedByBlank ? "," : ", "))
    }

    static func yamlFullWidthBracket(_ bracket: String, plain: String, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-full-width-bracket", at: location,
            message: Localized(
                zh: "这里是全角括号“\(bracket)”，YAML 不认得", en: "a full-width bracket '\(bracket)' stands here, which YAML does not know"),
            help: Localized(zh: "改成半角括号“\(plain)”", en: "write '\(plain)'"),
            mend: Mend(replacing: bracket, at: location, with: plain))
    }

    static func yamlTabIndentation(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-tab-indentation", at: location,
            message: Localized(zh: "缩进里有制表符", en: "a tab stands in the indentation"),
            help: Localized(zh: "改用空格缩进", en: "indent with spaces"))
    }

    static func yamlUnclosedQuote(_ quote: String, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-unclosed-quote", at: location,
            message: Localized(zh: "这里的引号 \(quote) 没有闭合", en: "the quote \(quote) that opens here is never closed"),
            help: Localized(zh: "在值的末尾加上 \(quote)", en: "add \(quote) at the end of the value"))
    }

    static func yamlUnclosedBracket(_ bracket: String, closing: String, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-unclosed-bracket", at: location,
            message: Localized(
                zh: "这里的“\(bracket)”没有闭合，或者各项之间缺逗号",
                en: "the '\(bracket)' that opens here is not closed, or a comma is missing between its items"),
            help: Localized(zh: "加上“\(closing)”或“,”", en: "add '\(closing)' or ','"))
    }

    static func yamlUnknownEscape(_ escape: String, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-unknown-escape", at: location,
            message: Localized(zh: "双引号内没有“\(escape)”这个转义", en: "'\(escape)' is no escape in double quotes"),
            help: Localized(
                zh: "改用单引号，里面的反斜杠不作转义；或者写两个反斜杠",
                en: "use single quotes, in which a backslash is only a backslash, or write it twice"))
    }

    static func yamlIndentation(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-indentation", at: location,
            message: Localized(
                zh: "这一行的缩进与上文任何一层都对不上", en: "the indentation of this line fits none of the lines above it"),
            help: Localized(zh: "与同一层的键或“-”对齐", en: "align it with the keys or dashes of its level"))
    }

    static func yamlNestedUnderValue(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-indentation", at: location,
            message: Localized(
                zh: "上一行的键已经有值，这里不能再缩进写下一层的键",
                en: "the key above already has a value, so no keys can be indented under it"),
            help: Localized(
                zh: "与上面的键对齐，或删去上面的值", en: "align it with the key above, or remove the value above"))
    }

    static func yamlMissingColon(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-missing-colon", at: location,
            message: Localized(zh: "这里应是“键: 值”，却没有冒号和空格", en: "'key: value' should stand here, but there is no colon with a space"),
            help: Localized(zh: "在键后加“: ”", en: "add ': ' after the key"))
    }

    static func yamlDirective(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-directive", at: location,
            message: Localized(zh: "这个“%”指令无效", en: "this '%' directive is not valid"),
            help: Localized(
                zh: "删去它；如果是文本，加引号", en: "remove it, or quote the line if it is meant as text"))
    }

    static func yamlListBesideKey(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-syntax", at: location,
            message: Localized(zh: "列表项“-”不能从这里开始", en: "a list item '-' cannot start here"),
            help: Localized(
                zh: "另起一行写“- ”；如果是文本，加引号", en: "start the '- ' on a line of its own, or quote the value if it is a text"))
    }

    static func yamlBlockHeader(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-syntax", at: location,
            message: Localized(
                zh: "“|”或“>”后面只能是缩进数字、“+”“-”和注释",
                en: "only a digit from 1 to 9, '+', '-' and a comment may follow '|' or '>'"),
            help: Localized(zh: "把文本放到下一行并缩进", en: "write the text indented on the next line"))
    }

    static func yamlMissingValue(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-syntax", at: location,
            message: Localized(zh: "这里应有一个值", en: "a value is missing here"))
    }

    static func yamlSyntax(at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-syntax", at: location,
            message: Localized(zh: "从这里起不是有效的 YAML", en: "the text is not valid YAML from here on"),
            help: Localized(
                zh: "检查缩进、引号和括号；带特殊符号的文本要加引号",
                en: "check the indentation, quotes and brackets; text with signs of YAML's own needs quotes"))
    }
}

private extension Location {
    /// Whether a blank or the line's end follows; unknown for a line too long to be kept, where a blank more does no harm.
    var isFollowedByBlank: Bool {
        guard !lineText.isEmpty else { return false }
        let next = lineText.unicodeScalars.dropFirst(start.column - 1 + length).first
        return next.map { $0 == " " || $0 == "\t" } ?? true
    }
}
