public import Diagnostics

extension Diagnostic {
    /// A value that YAML does not read as the text that it was meant as.
    static func expressionNeedsQuotes(_ value: RawValue, readAs reading: MistakenReading) -> Diagnostic {
        let words = reading.words
        let help = value.quoted.map { Localized(zh: "写成 \($0)", en: "write \($0)") } ?? Localized(
            zh: "在键后写 >-，把整个表达式放到下一行并缩进",
            en: "write >- after the key, and the whole expression indented on the next line")
        return Diagnostic(
            code: "expression-needs-quotes", at: value.location,
            message: Localized(zh: "这个值要加引号：\(words.zh)", en: "this value needs quotes: \(words.en)"), help: help,
            mend: value.mend(readAs: reading))
    }

    /// An expression that does not parse because YAML took its rest for a comment.
    ///
    /// - Parameter comment: The comment, as ``YAMLScalar/comment`` gives it.
    public static func expressionCutByComment(_ expression: YAMLScalar, comment: Location) -> Diagnostic {
        let isOneLine = expression.location.start.line == comment.start.line
        let form = isOneLine ? RawValue(expression, with: comment).quoted : nil
        return Diagnostic(
            code: "expression-cut-by-comment", at: comment,
            message: Localized(
                zh: "表达式在这里被截断：YAML 会把“ #”之后的内容读作注释",
                en: "the expression is cut off here: YAML reads what follows ' #' as a comment"),
            help: Localized(
                zh: "如果“#”属于表达式，\(form.map { "写成 \($0)" } ?? "给整个表达式加引号")；如果是注释，移到单独一行",
                en: "\(form.map { "write \($0)" } ?? "quote the whole expression") if the '#' is part of it; "
                    + "move the comment to its own line if not"))
    }
}

private extension RawValue {
    /// The quotes that make the value what it was meant as; nil where it may be what YAML takes it for after all, such
    /// as a whole list or a mapping where a text should stand.
    func mend(readAs reading: MistakenReading) -> Mend? {
        guard let quoted else { return nil }
        let isMeant = switch reading {
        case .block: false
        case .list: text.last != "]"
        case .braces: text.last != "}"
        case .mapping, .colon: text.contains(" ? ") && text.contains(" : ")
        case .tag, .anchor, .alias, .comma, .bracket, .quote, .reserved: true
        }
        return isMeant ? Mend(replacing: text, at: location, with: quoted) : nil
    }
}
