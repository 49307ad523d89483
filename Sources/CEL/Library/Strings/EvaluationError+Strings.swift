import Diagnostics

/// The wording of the errors of ``StringsLibrary``.
extension EvaluationError {
    static func positionOutOfRange(_ position: Int, count: Int) -> Self {
        Self(
            code: "position-out-of-range",
            message: Localized(
                zh: "文字的位置从 0 到 \(count)，没有位置 \(position)",
                en: "the text has the positions 0 to \(count), and not \(position)"))
    }

    static func substringEndsBeforeStart(start: Int, end: Int) -> Self {
        Self(
            code: "substring-ends-before-start",
            message: Localized(
                zh: "子串的起点 \(start) 在终点 \(end) 之后；先写起点，再写终点",
                en: "the substring starts at \(start), after its end \(end); write the start first, then the end"))
    }

    static func elementIsNoText(_ type: Type, index: Int) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "element-is-no-text",
            message: Localized(
                zh: "列表的第 \(index + 1) 项是\(words.zh)，只有文字可以连接；用 string() 转换",
                en: "element \(index + 1) of the list is of type \(words.en), and only texts can be joined; "
                    + "convert it with string()"))
    }

    static func resultTooLarge(limit: Int) -> Self {
        Self(
            code: "result-too-large",
            message: Localized(
                zh: "结果会超过 \(limit) 字节的上限", en: "the result would have more than \(limit) bytes"))
    }
}

// MARK: - Formats

extension EvaluationError {
    static let unfinishedFormatClause = Self(
        code: "unfinished-format-clause",
        message: Localized(
            zh: "格式在 % 之后没有写完；要写百分号本身，用 %%",
            en: "the format ends in the middle of a clause; write %% for a percent sign"))

    static func unknownFormatClause(_ letter: Unicode.Scalar) -> Self {
        // A line's end or another control character would only spoil the message.
        let clause = letter.value < 0x20 ? "%" : "%\(letter)"
        return Self(
            code: "unknown-format-clause",
            message: Localized(
                zh: "'\(clause)' 不是格式符；可以写 %s %d %f %e %b %o %x %X，百分号本身写 %%",
                en: "'\(clause)' is no clause; write %s %d %f %e %b %o %x %X, or %% for a percent sign"))
    }

    static let badFormatPrecision = Self(
        code: "bad-format-precision",
        message: Localized(
            zh: "格式中 '.' 之后要写小数位数，从 0 到 \(FormatClause.maximumPrecision)，如 '%.2f'",
            en: "a clause's '.' is followed by a number of decimals, 0 to \(FormatClause.maximumPrecision), "
                + "as in '%.2f'"))

    static func missingFormatValue(_ clause: FormatClause, number: Int, of count: Int) -> Self {
        let clause = "%\(clause.conversion.letter)"
        return Self(
            code: "missing-format-value",
            message: Localized(
                zh: "格式的第 \(number) 处 '\(clause)' 没有值：列表只有 \(count) 项",
                en: "there is no value for clause \(number) of the format, '\(clause)': the list has \(count)"))
    }

    static func wrongFormatValue(_ type: Type, _ clause: FormatClause, number: Int) -> Self {
        let (given, taken) = (TypeWords.words(type), TypeWords.joined(clause.conversion.types))
        let clause = "%\(clause.conversion.letter)"
        return Self(
            code: "wrong-format-value",
            message: Localized(
                zh: "'\(clause)' 不能写\(given.zh)（第 \(number) 个值），只能写\(taken.zh)",
                en: "'\(clause)' cannot write a value of type \(given.en) (value \(number)), only \(taken.en)"))
    }
}
