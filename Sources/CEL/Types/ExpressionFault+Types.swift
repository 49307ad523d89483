import Diagnostics

/// The wording of every fault in an expression's names and types.
extension ExpressionFault {
    static func undeclaredName(_ name: String, known: [String], at range: Range<Int>) -> Self {
        let plain = name.hasPrefix(".") ? String(name.dropFirst()) : name
        return Self(
            code: "undeclared-name",
            message: Localized(zh: "没有名为 '\(plain)' 的变量", en: "there is no variable '\(plain)'"),
            help: suggestion(plain, among: known), range: range)
    }

    static func undeclaredFunction(_ name: String, known: [String], at range: Range<Int>) -> Self {
        let instead = ["not": "!", "and": "&&", "or": "||", "AND": "&&", "OR": "||", "NOT": "!"][name]
        return Self(
            code: "undeclared-function",
            message: Localized(zh: "没有名为 '\(name)' 的函数", en: "there is no function '\(name)'"),
            help: instead.map { Localized(zh: "改成 \($0)", en: "write \($0)") } ?? suggestion(name, among: known),
            range: range)
    }

    static func misusedMacro(_ macro: MacroKey, argumentCounts: [Int], at range: Range<Int>) -> Self {
        let call = "\(macro.name)(…)"
        let written = macro.isMember ? Localized(zh: "列表.\(call)", en: "list.\(call)") : Localized(same: call)
        let counts = argumentCounts.map { "\($0)" }
        let (zh, en) = (counts.joined(separator: " 或 "), counts.joined(separator: " or "))
        return Self(
            code: "misused-macro",
            message: Localized(zh: "'\(macro.name)' 不是这样写的", en: "'\(macro.name)' is not written like this"),
            help: counts.isEmpty
                ? Localized(zh: "写成 \(written.zh)", en: "write \(written.en)")
                : Localized(
                    zh: "写成 \(written.zh)，参数 \(zh) 个",
                    en: "write \(written.en) with \(en) \(argumentCounts == [1] ? "argument" : "arguments")"),
            range: range)
    }

    static func unknownField(_ field: String, of record: String, known: [String], at range: Range<Int>) -> Self {
        Self(
            code: "unknown-field",
            message: Localized(zh: "'\(record)' 没有字段 '\(field)'", en: "'\(record)' has no field '\(field)'"),
            help: suggestion(field, among: known), range: range)
    }

    static func unknownRecord(_ name: String, at range: Range<Int>) -> Self {
        Self(
            code: "unknown-record",
            message: Localized(zh: "没有名为 '\(name)' 的记录类型", en: "there is no type '\(name)' whose values could be written out"),
            help: Localized(zh: "映射写作 {'键': 值}", en: "a map is written {'key': value}"), range: range)
    }

    static func fieldMismatch(_ field: String, wanted: Type, found: Type, at range: Range<Int>) -> Self {
        let (wanted, found) = (TypeWords.words(wanted), TypeWords.words(found))
        return Self(
            code: "field-mismatch",
            message: Localized(
                zh: "字段 '\(field)' 应当是\(wanted.zh)，却是\(found.zh)", en: "the field '\(field)' is \(wanted.en), not \(found.en)"),
            range: range)
    }

    static func noOptionals(at range: Range<Int>) -> Self {
        Self(
            code: "no-optionals",
            message: Localized(zh: "这里不能用可选值（'?'）", en: "optional values ('?') are not available here"),
            help: Localized(zh: "用 has(a.b) ? a.b : … 代替", en: "write has(a.b) ? a.b : … instead"), range: range)
    }

    static func optionalExpected(_ type: Type, at range: Range<Int>) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "optional-expected",
            message: Localized(zh: "'?' 后面应当是可选值，却是\(words.zh)", en: "an optional value is expected after '?', not \(words.en)"),
            help: Localized(zh: "去掉 '?'，或写成 optional.of(…)", en: "leave the '?' out, or write optional.of(…)"), range: range)
    }

    private static func suggestion(_ name: String, among known: [String]) -> Localized? {
        NearestName.to(name, among: known).map { Localized(zh: "是不是 '\($0)'？", en: "did you mean '\($0)'?") }
    }

    static func noFields(_ type: Type, field: String, at range: Range<Int>) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "no-fields",
            message: Localized(
                zh: "\(words.zh)没有字段，不能取 '.\(field)'", en: "\(words.en) has no fields, so '.\(field)' means nothing"),
            range: range)
    }

    static func conditionExpected(_ type: Type, at range: Range<Int>) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "condition-expected",
            message: Localized(
                zh: "这里应当是一个成立或不成立的条件，却是\(words.zh)",
                en: "a condition that is true or false is expected here, not \(words.en)"),
            range: range)
    }

    static func notIterable(_ type: Type, at range: Range<Int>) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "list-expected",
            message: Localized(zh: "这里应当是列表或映射，却是\(words.zh)", en: "a list or a map is expected here, not \(words.en)"),
            range: range)
    }

    static func unsupportedKeyType(_ type: Type, at range: Range<Int>) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "unsupported-key",
            message: Localized(
                zh: "\(words.zh)不能作映射的键；键是文字、整数或真假值",
                en: "\(words.en) cannot be the key of a map; keys are string, int, uint or bool"),
            range: range)
    }

    static func badLiteral(_ message: Localized, help: Localized?, at range: Range<Int>) -> Self {
        Self(code: "bad-literal", message: message, help: help, range: range)
    }

    static func noOverload(
        _ function: String, isMember: Bool, types: [Type], overloads: [(parameters: [Type], isMember: Bool)],
        at range: Range<Int>
    ) -> Self {
        Self(
            code: "no-such-overload", message: misfit(function, isMember: isMember, types: types),
            help: signatures(function, overloads), range: range)
    }

    /// What an operator or a function cannot do with arguments of these types.
    static func misfit(_ function: String, isMember: Bool, types: [Type]) -> Localized {
        let words = types.map(TypeWords.words)
        let joined = TypeWords.joined(types)
        guard let sign = Operator.spelling(of: function), let first = words.first else {
            return functionMisfit(function, isMember: isMember, types: types)
        }
        switch function {
        case Operator.equals, Operator.notEquals, Operator.less, Operator.lessOrEqual, Operator.greater,
            Operator.greaterOrEqual:
            return Localized(
                zh: "'\(sign)' 不能比较\(joined.zh)", en: "'\(sign)' does not compare \(first.en) with \(words.last?.en ?? "")")
        case Operator.isIn:
            return Localized(
                zh: "不能用 'in' 在\(words.last?.zh ?? "")里找\(first.zh)", en: "'in' does not look for \(first.en) in \(words.last?.en ?? "")")
        case Operator.index:
            return Localized(zh: "\(first.zh)不能用\(words.last?.zh ?? "")作下标", en: "\(first.en) has no element by \(words.last?.en ?? "")")
        case Operator.conditional:
            return Localized(
                zh: "'?:' 的两个结果类型不同：\(TypeWords.joined(Array(types.dropFirst())).zh)",
                en: "the two results of '?:' differ: \(TypeWords.joined(Array(types.dropFirst())).en)")
        default:
            return Localized(zh: "'\(sign)' 不能用于\(joined.zh)", en: "'\(sign)' does not take \(joined.en)")
        }
    }

    private static func functionMisfit(_ function: String, isMember: Bool, types: [Type]) -> Localized {
        // What a macro expands to is named for the macro, with a tail that no text can write.
        let name = Extreme(functionName: function)?.macroName ?? String(function.prefix { $0 != "@" })
        if isMember, let target = types.first {
            let words = TypeWords.words(target)
            let rest = Array(types.dropFirst())
            if rest.isEmpty { return Localized(zh: "\(words.zh)没有 '\(name)()'", en: "\(words.en) has no '\(name)()'") }
            let arguments = TypeWords.joined(rest)
            return Localized(
                zh: "\(words.zh)的 '\(name)()' 不接受\(arguments.zh)", en: "'\(name)()' of \(words.en) does not take \(arguments.en)")
        }
        if types.isEmpty {
            return Localized(zh: "'\(name)()' 要有参数", en: "'\(name)()' needs an argument")
        }
        let joined = TypeWords.joined(types)
        return Localized(zh: "'\(name)()' 不接受\(joined.zh)", en: "'\(name)()' does not take \(joined.en)")
    }

    private static func signatures(_ function: String, _ overloads: [(parameters: [Type], isMember: Bool)]) -> Localized? {
        guard Operator.spelling(of: function) == nil, !function.contains("@"), !overloads.isEmpty else { return nil }
        let shown = overloads.prefix(4).map { parameters, isMember in
            let words = parameters.map(\.description)
            return isMember
                ? "\(words.first ?? "").\(function)(\(words.dropFirst().joined(separator: ", ")))"
                : "\(function)(\(words.joined(separator: ", ")))"
        }
        let list = shown.joined(separator: ", ") + (overloads.count > 4 ? ", …" : "")
        return Localized(zh: "可以写作 \(list)", en: "it is written \(list)")
    }
}
