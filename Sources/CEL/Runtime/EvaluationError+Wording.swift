import Diagnostics

/// The wording of every error of evaluation.
extension EvaluationError {
    static func overflow(_ type: Type) -> Self {
        let words = TypeWords.words(type)
        return Self(
            code: "overflow",
            message: Localized(zh: "结果超出\(words.zh)的范围", en: "the result does not fit into \(words.en)"))
    }

    static let divisionByZero = Self(code: "division-by-zero", message: Localized(zh: "除数是零", en: "division by zero"))

    static func noSuchOverload(_ function: String, isMember: Bool, types: [Type]) -> Self {
        Self(code: "no-such-overload", message: ExpressionFault.misfit(function, isMember: isMember, types: types))
    }

    /// A host gave a value of another kind than it declared.
    static let wrongKind = Self(
        code: "wrong-kind",
        message: Localized(zh: "值的种类与声明的类型不符", en: "a value is not of the kind that its declared type says"))

    /// A value as a message shows it: a long one cut short, and only the kind of a list or a map.
    private static func shown(_ value: Value) -> Localized {
        switch value {
        case .list, .map: return TypeWords.words(value.type)
        default: return Localized(same: value.description(upTo: 80))
        }
    }

    private static func shown(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(80)
        return kept.endIndex == text.unicodeScalars.endIndex ? text : String(kept) + "…"
    }

    static func noSuchKey(_ key: Value) -> Self {
        let key = shown(key)
        return Self(code: "no-such-key", message: Localized(zh: "映射里没有键 \(key.zh)", en: "the map has no key \(key.en)"))
    }

    static func noSuchField(_ field: String, type: Type) -> Self {
        Self(
            code: "no-such-field",
            message: Localized(zh: "\(TypeWords.words(type).zh)没有字段 '\(field)'", en: "\(TypeWords.words(type).en) has no field '\(field)'"))
    }

    static func indexOutOfRange(_ index: Value, count: Int) -> Self {
        let message =
            count == 0
            ? Localized(zh: "列表是空的，没有下标 \(index)", en: "the list is empty and has no index \(index)")
            : Localized(
                zh: "列表有 \(count) 项，下标从 0 到 \(count - 1)，没有 \(index)",
                en: "the list has the indices 0 to \(count - 1), and not \(index)")
        return Self(code: "index-out-of-range", message: message)
    }

    static let tooDeepValue = Self(
        code: "value-too-deep",
        message: Localized(
            zh: "列表、映射和可选值套得太深；最多 \(Value.maximumDepth) 层",
            en: "lists, maps and optional values are nested too deep; at most \(Value.maximumDepth) levels"))

    static func unsupportedKey(_ key: Value) -> Self {
        let fault = ExpressionFault.unsupportedKeyType(key.type, at: 0..<0)
        return Self(code: fault.code, message: fault.message)
    }

    static func repeatedKey(_ key: Value) -> Self {
        let key = shown(key)
        return Self(code: "repeated-key", message: Localized(zh: "键 \(key.zh) 出现两次", en: "the key \(key.en) occurs twice"))
    }

    static func conversion(_ value: Value, to type: Type) -> Self {
        let (value, words) = (shown(value), TypeWords.words(type))
        return Self(
            code: "bad-conversion",
            message: Localized(
                zh: "\(value.zh) 不能转换为\(words.zh)" + (example(of: type).map { "；写成 \($0) 这样" } ?? ""),
                en: "\(value.en) cannot be converted to \(words.en)"
                    + (example(of: type).map { "; write it as in \($0)" } ?? "")))
    }

    /// How a text is written that can be converted to a type; nil where everybody knows.
    private static func example(of type: Type) -> String? {
        switch type {
        case .timestamp: "'2025-02-03T08:30:00+08:00'"
        case .duration: "'1h30m'"
        case .bool: "'true'"
        default: nil
        }
    }

    static func outOfRange(_ value: Value, for type: Type) -> Self {
        let (value, words) = (shown(value), TypeWords.words(type))
        return Self(
            code: "out-of-range",
            message: Localized(
                zh: "\(value.zh) 超出\(words.zh)的范围", en: "\(value.en) is out of range for \(words.en)"))
    }

    static func notConstructible(_ record: String) -> Self {
        Self(
            code: "not-constructible",
            message: Localized(zh: "不能在表达式里写出 '\(record)'", en: "'\(record)' cannot be written out in an expression"))
    }

    static func repeatedField(_ field: String) -> Self {
        Self(code: "repeated-field", message: Localized(zh: "字段 '\(field)' 出现两次", en: "the field '\(field)' occurs twice"))
    }

    static func optionalExpected(_ type: Type) -> Self {
        let fault = ExpressionFault.optionalExpected(type, at: 0..<0)
        return Self(code: fault.code, message: fault.message)
    }

    static let absentOptional = Self(
        code: "absent-optional",
        message: Localized(
            zh: "这个可选值是空的；用 orValue(…) 说明没有时用什么",
            en: "the optional value is absent; orValue(…) says what to take then"))

    static func unbound(_ name: String) -> Self {
        Self(code: "unbound-variable", message: Localized(zh: "变量 '\(name)' 没有值", en: "the variable '\(name)' has no value"))
    }

    static func unboundFunction(_ name: String) -> Self {
        Self(code: "undeclared-function", message: Localized(zh: "没有名为 '\(name)' 的函数", en: "there is no function '\(name)'"))
    }

    static func conditionExpected(_ type: Type) -> Self {
        let fault = ExpressionFault.conditionExpected(type, at: 0..<0)
        return Self(code: fault.code, message: fault.message)
    }

    static func notIterable(_ type: Type) -> Self {
        let fault = ExpressionFault.notIterable(type, at: 0..<0)
        return Self(code: fault.code, message: fault.message)
    }

    static func badPattern(_ pattern: String, reason: String) -> Self {
        let (pattern, reason) = (shown(pattern), PatternFault.words(shown(reason)))
        return Self(
            code: "bad-pattern",
            message: Localized(
                zh: "'\(pattern)' 不是正则表达式：\(reason.zh)", en: "'\(pattern)' is no regular expression: \(reason.en)"))
    }

    static func unknownTimeZone(_ zone: String) -> Self {
        let zone = shown(zone)
        return Self(
            code: "unknown-time-zone",
            message: Localized(zh: "不认识时区 '\(zone)'；写 'Asia/Shanghai'、'UTC' 或 '+08:00'",
                en: "there is no time zone '\(zone)'; write 'Asia/Shanghai', 'UTC' or '+08:00'"))
    }

    /// The evaluation took more steps than ``Limits/cost`` allows.
    public static func costLimit(_ limit: Int) -> Self {
        Self(
            code: "cost-limit",
            message: Localized(
                zh: "求值超过 \(limit) 步的上限；减少循环套循环，或缩小它处理的列表和文字",
                en: "the evaluation takes more than \(limit) steps; nest fewer loops, or give it shorter lists and texts"))
    }

    /// The value of an aggregate over an empty group where numbers are plain.
    static func emptyGroup(_ function: String) -> Self {
        Self(
            code: "empty-group",
            message: Localized(zh: "空列表没有 \(function)", en: "an empty list has no \(function)"))
    }
}
