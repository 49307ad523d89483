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
            help: macroExamples[macro.name].map {
                Localized(zh: "例如写成 \($0)", en: "write it as in \($0)")
            } ?? (counts.isEmpty
                ? Localized(zh: "写成 \(written.zh)", en: "write \(written.en)")
                : Localized(
                    zh: "写成 \(written.zh)，参数 \(zh) 个",
                    en: "write \(written.en) with \(en) \(argumentCounts == [1] ? "argument" : "arguments")")),
            range: range)
    }

    /// How the macros of the language definition are written.
    private static let macroExamples = [
        "all": "list.all(x, x > 0)", "exists": "list.exists(x, x > 0)", "exists_one": "list.exists_one(x, x > 0)",
        "existsOne": "list.existsOne(x, x > 0)", "filter": "list.filter(x, x > 0)", "map": "list.map(x, x * 2)",
        "has": "has(a.b)", "cel.bind": "cel.bind(x, 1 + 2, x * x)",
    ]

    static func unknownField(_ field: String, of record: String, known: [String], at range: Range<Int>) -> Self {
        Self(
            code: "unknown-field",
            message: Localized(zh: "'\(record)' 没有字段 '\(field)'", en: "'\(record)' has no field '\(field)'"),
            help: suggestion(field, among: known), range: range)
    }

    static func unknownRecord(_ name: String, at range: Range<Int>) -> Self {
        Self(
            code: "unknown-record",
            message: Localized(zh: "没有名为 '\(name)' 的记录类型", en: "there is no record '\(name)'"),
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
            help: signatures(function, overloads) ?? mend(function, types), range: range)
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
                ? "\(parameters.first?.receiverWord ?? "").\(function)(\(words.dropFirst().joined(separator: ", ")))"
                : "\(function)(\(words.joined(separator: ", ")))"
        }
        let list = shown.joined(separator: ", ") + (overloads.count > 4 ? ", …" : "")
        return Localized(zh: "可以写作 \(list)", en: "it is written \(list)")
    }
}

private extension Type {
    /// What stands for a value of the type before a dot: no name that is one of the language's own.
    var receiverWord: String {
        switch self {
        case .string: "text"
        case .list: "list"
        case .map: "map"
        case .dyn, .parameter: "value"
        default: description
        }
    }
}

// MARK: - Mends

private extension ExpressionFault {
    /// What to write in place of an operator that does not take these types; nil where nobody can tell.
    static func mend(_ function: String, _ types: [Type]) -> Localized? {
        guard Operator.spelling(of: function) != nil else { return nil }
        if types.contains(where: \.isOptional) {
            return Localized(zh: "先取出值：用 .orValue(…) 说明没有时用什么", en: "take the value out with .orValue(…)")
        }
        switch function {
        case Operator.conditional:
            return Localized(
                zh: "让两个结果是同一类型，或把其中一个写进 dyn(…)", en: "make both of one type, or write dyn(…) around one of them")
        case Operator.isIn where types == [.string, .string]:
            return Localized(zh: "写成 文字.contains(部分)", en: "write text.contains(part)")
        case Operator.remainder where types.contains(.double):
            return Localized(zh: "'%' 只用于整数；用 int(…) 转换", en: "'%' is for whole numbers; convert with int(…)")
        case Operator.isIn, Operator.index: return nil
        default: return conversion(types)
        }
    }

    /// Which conversion makes two operands one type.
    private static func conversion(_ types: [Type]) -> Localized? {
        guard types.count == 2, types[0] != types[1] else { return nil }
        let numbers = types.filter(\.isNumber)
        if numbers.count == 2 {
            return Localized(
                zh: "用 int(…)、uint(…) 或 double(…) 转换其中一个", en: "convert one of them with int(…), uint(…) or double(…)")
        }
        guard numbers.count == 1, types.contains(.string) else { return nil }
        return Localized(
            zh: "数不加引号；用 int(…)、double(…) 或 string(…) 转换",
            en: "a number has no quotes; int(…), double(…) and string(…) convert")
    }
}

private extension Type {
    var isNumber: Bool { self == .int || self == .uint || self == .double }

    var isOptional: Bool {
        if case .abstract(Type.optionalName, _) = self { return true }
        return false
    }
}
