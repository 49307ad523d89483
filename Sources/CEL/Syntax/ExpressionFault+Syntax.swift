import Diagnostics

/// The wording of every fault in an expression's syntax.
extension ExpressionFault {
    static func tooLong(_ count: Int, limit: Int) -> Self {
        Self(
            code: "expression-too-long",
            message: Localized(
                zh: "表达式有 \(count) 个字符，上限是 \(limit) 个", en: "the expression has \(count) characters; \(limit) are allowed"),
            range: 0..<1)
    }

    static func tooDeep(limit: Int, at range: Range<Int>) -> Self {
        Self(
            code: "nesting-too-deep",
            message: Localized(zh: "表达式嵌套超过 \(limit) 层", en: "the expression nests more than \(limit) levels deep"),
            help: Localized(zh: "把它拆成几个较短的表达式", en: "split it into shorter expressions"), range: range)
    }

    static func strayCharacter(_ scalar: Unicode.Scalar, at range: Range<Int>) -> Self {
        let shown = scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.properties.generalCategory == .format
            ? "U+\(String(scalar.value, radix: 16, uppercase: true))" : "'\(scalar)'"
        let isWord = scalar.properties.isAlphabetic
        return Self(
            code: "stray-character",
            message: Localized(zh: "表达式里不能出现字符 \(shown)", en: "the character \(shown) cannot stand in an expression"),
            help: isWord
                ? Localized(zh: "文字要放在引号里，如 '医院'；名称只用字母、数字和 _", en: "put text in quotes, as in 'text'; names have letters, digits and _")
                : scalar == "#" ? Localized(zh: "注释以 // 开头", en: "a comment begins with //") : nil,
            range: range)
    }

    static func fullWidth(_ scalar: Unicode.Scalar, instead plain: String, at range: Range<Int>) -> Self {
        let isBlank = plain == " "
        return Self(
            code: "full-width-punctuation",
            message: isBlank
                ? Localized(zh: "这里的空格不是普通空格", en: "this blank is not a plain space")
                : Localized(zh: "'\(scalar)' 是全角符号，表达式里不能用", en: "'\(scalar)' is a full-width mark, which expressions do not use"),
            help: isBlank
                ? Localized(zh: "改成半角空格", en: "write a plain space")
                : Localized(zh: "改成半角的 \(plain)", en: "write \(plain)"),
            range: range, mend: Mend(range, replacement: plain))
    }

    static func foreignOperator(_ written: String, instead: String, at range: Range<Int>) -> Self {
        let message =
            switch written {
            case "=": Localized(zh: "'=' 不是比较，表达式里也不能赋值", en: "'=' does not compare, and an expression assigns nothing")
            default: Localized(zh: "没有 '\(written)' 这个运算符", en: "there is no operator '\(written)'")
            }
        return Self(
            code: "foreign-operator", message: message,
            help: Localized(zh: "改成 \(instead)", en: "write \(instead)"), range: range,
            mend: Mend(range, replacement: instead))
    }

    static func unclosedQuote(_ quote: String, at range: Range<Int>) -> Self {
        Self(
            code: "unclosed-quote",
            message: Localized(zh: "引号 \(quote) 没有收尾", en: "the quote \(quote) is never closed"),
            help: Localized(zh: "在文字末尾加上 \(quote)", en: "add \(quote) where the text ends"), range: range)
    }

    static func unclosedBracket(_ bracket: String, closing: String, at range: Range<Int>) -> Self {
        Self(
            code: "unclosed-bracket",
            message: Localized(zh: "括号 '\(bracket)' 没有配对的 '\(closing)'", en: "the bracket '\(bracket)' is never closed"),
            help: Localized(zh: "补上 '\(closing)'", en: "add '\(closing)'"), range: range)
    }

    static func conditionalWithoutElse(at range: Range<Int>) -> Self {
        Self(
            code: "unclosed-conditional",
            message: Localized(zh: "'?' 后面缺少与它配对的 ':'", en: "'?' has no ':' to go with it"),
            help: Localized(zh: "写成 条件 ? 甲 : 乙", en: "write condition ? a : b"), range: range)
    }

    static func unopenedBracket(_ bracket: String, at range: Range<Int>) -> Self {
        Self(
            code: "unopened-bracket",
            message: Localized(zh: "'\(bracket)' 前面没有与它配对的括号", en: "no bracket is open that '\(bracket)' could close"),
            help: Localized(zh: "删去它，或在前面补上左括号", en: "remove it, or open the bracket before it"), range: range)
    }

    static func emptyQuotedName(at range: Range<Int>) -> Self {
        Self(
            code: "empty-name", message: Localized(zh: "反引号里没有字段名", en: "there is no field name between the back quotes"),
            range: range)
    }

    static func badEscape(_ escape: String, at range: Range<Int>) -> Self {
        Self(
            code: "bad-escape",
            message: Localized(zh: "没有 '\(escape)' 这个转义", en: "there is no escape '\(escape)'"),
            help: Localized(zh: "反斜杠本身写作 \\\\，或用 r'…' 写原样文字", en: "write \\\\ for a backslash, or r'…' for a text taken as it is"),
            range: range)
    }

    static func numberRunsOn(_ text: String, suffix: String, at range: Range<Int>) -> Self {
        Self(
            code: "bad-number",
            message: Localized(zh: "'\(text)' 既不是数也不是名称", en: "'\(text)' is neither a number nor a name"),
            help: Localized(
                zh: "数后面不能直接跟 '\(suffix)'；名称不能以数字开头", en: "a number is not followed by '\(suffix)'; a name does not begin with a digit"),
            range: range)
    }

    static func numberOutOfRange(_ text: String, type: Type, at range: Range<Int>) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "number-out-of-range",
            message: Localized(zh: "\(text) 超出\(words.zh)的范围", en: "\(text) does not fit into \(words.en)"), range: range)
    }

    static func emptyExpression() -> Self {
        Self(code: "empty-expression", message: Localized(zh: "表达式是空的", en: "the expression is empty"), range: 0..<1)
    }

    static func operandExpected(after previous: String?, found: String?, at range: Range<Int>) -> Self {
        let message =
            switch (previous, found) {
            case (let previous?, nil):
                Localized(zh: "'\(previous)' 后面缺少内容", en: "something is missing after '\(previous)'")
            case (let previous?, let found?):
                Localized(zh: "'\(previous)' 后面不能是 '\(found)'", en: "'\(found)' cannot follow '\(previous)'")
            case (nil, let found?):
                Localized(zh: "表达式不能以 '\(found)' 开头", en: "an expression cannot begin with '\(found)'")
            case (nil, nil): Localized(zh: "表达式是空的", en: "the expression is empty")
            }
        let isPercentage = previous == "%"
        return Self(
            code: "operand-expected", message: message,
            help: isPercentage
                ? Localized(zh: "'%' 是求余数；百分之八十五写成 0.85", en: "'%' gives the remainder of a division; 85 percent is 0.85")
                : nil,
            range: range)
    }

    static func wordOperator(_ word: String, instead: String, at range: Range<Int>) -> Self {
        Self(
            code: "foreign-operator",
            message: Localized(zh: "'\(word)' 不是运算符", en: "'\(word)' is not an operator"),
            help: Localized(zh: "改成 \(instead)", en: "write \(instead)"), range: range)
    }

    static func unexpected(_ found: String, expected: [String], at range: Range<Int>) -> Self {
        let zh = expected.map { "'\($0)'" }.joined(separator: " 或 ")
        let en = expected.map { "'\($0)'" }.joined(separator: " or ")
        // A text literal brings its own quotes.
        let shown = found.hasPrefix("'") || found.hasPrefix("\"") ? found : "'\(found)'"
        return Self(
            code: "unexpected-token",
            message: expected.isEmpty
                ? Localized(zh: "这里多出了 \(shown)", en: "\(shown) is out of place here")
                : Localized(zh: "这里应当是 \(zh)，却是 \(shown)", en: "\(en) is expected here, not \(shown)"),
            help: expected.isEmpty ? mend(of: found) : nil, range: range)
    }

    /// What to write in place of a word or a mark that other languages put between two operands.
    private static func mend(of found: String) -> Localized {
        switch found.lowercased() {
        case ",": Localized(zh: "数里不用逗号分隔，如 1000", en: "a number has no commas, as in 1000")
        case "between": Localized(zh: "写成 x >= 1 && x <= 2", en: "write x >= 1 && x <= 2")
        case "like": Localized(zh: "写成 x.contains('…') 或 x.startsWith('…')", en: "write x.contains('…') or x.startsWith('…')")
        case "contains", "startswith", "endswith", "matches":
            Localized(zh: "写成 x.\(found)('…')", en: "write x.\(found)('…')")
        default: Localized(zh: "前面是不是少了一个运算符？", en: "is an operator missing before it?")
        }
    }

    static func fieldNameExpected(found: String?, at range: Range<Int>) -> Self {
        Self(
            code: "field-name-expected",
            message: found.map {
                Localized(zh: "'.' 后面应当是字段名，却是 '\($0)'", en: "a field name is expected after '.', not '\($0)'")
            } ?? Localized(zh: "'.' 后面缺少字段名", en: "a field name is missing after '.'"),
            range: range)
    }

    static func reservedWord(_ word: String, at range: Range<Int>) -> Self {
        Self(
            code: "reserved-word",
            message: Localized(zh: "'\(word)' 是保留字，不能作名称", en: "'\(word)' is a reserved word and no name"),
            help: word == "if" ? Localized(zh: "写成 条件 ? 甲 : 乙", en: "write condition ? a : b") : nil, range: range)
    }

    static func loopVariableExpected(at range: Range<Int>) -> Self {
        Self(
            code: "loop-variable-expected",
            message: Localized(zh: "这里应当是一个简单名称，用来代表列表的每一项", en: "a plain name is expected here, which stands for each element"),
            help: Localized(zh: "写成 list.all(x, x > 0) 这样", en: "write it as in list.all(x, x > 0)"), range: range)
    }

    static func fieldTestExpected(at range: Range<Int>) -> Self {
        Self(
            code: "field-test-expected",
            message: Localized(zh: "has() 里应当是一个字段，如 has(a.b)", en: "has() asks for a field, as in has(a.b)"), range: range)
    }
}
