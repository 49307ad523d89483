import Diagnostics

/// The wording of every fault of encoding and decoding.
extension ValueCodingError {
    /// How many values may lie within each other. A type's own coding recurses, and a stack has an end.
    static let depthLimit = 250

    static func tooDeep(at path: [any CodingKey]) -> Self {
        Self(
            code: "nesting-too-deep",
            // The path itself has hundreds of steps: only its beginning is told.
            message: Localized(zh: "值嵌套超过 \(depthLimit) 层", en: "the value nests more than \(depthLimit) levels deep"),
            at: Array(path.prefix(5)))
    }

    static func wrongKind(_ found: Value, expected: Type, at path: [any CodingKey]) -> Self {
        let (found, expected) = (TypeWords.words(found.type), TypeWords.words(expected))
        return Self(
            code: "wrong-kind",
            message: Localized(
                zh: "这里应当是\(expected.zh)，却是\(found.zh)", en: "\(expected.en) is expected here, not \(found.en)"),
            at: path)
    }

    static func recordExpected(_ found: Value, at path: [any CodingKey]) -> Self {
        wrongKind(found, expected: .map(key: .string, value: .dyn), at: path)
    }

    static func outOfRange(_ value: Value, at path: [any CodingKey]) -> Self {
        Self(
            code: "out-of-range",
            message: Localized(
                zh: "\(value) 放不进这里的数字类型", en: "\(value) does not fit into the number type that is asked for here"),
            at: path)
    }

    static func numberTooLarge(_ digits: String, at path: [any CodingKey]) -> Self {
        Self(
            code: "out-of-range",
            message: Localized(zh: "\(digits) 超出 64 位整数的范围", en: "\(digits) does not fit into 64 bits"), at: path)
    }

    static func missingEntry(_ key: String, known: [String], at path: [any CodingKey]) -> Self {
        let nearest = NearestName.to(key, among: known)
        return Self(
            code: "missing-entry",
            message: Localized(
                zh: "没有 '\(key)' 这一项" + (nearest.map { "；'\($0)' 是不是写错了？" } ?? ""),
                en: "there is no entry '\(key)'" + (nearest.map { "; is '\($0)' a misspelling of it?" } ?? "")),
            at: path)
    }

    static func missingElement(_ index: Int, at path: [any CodingKey]) -> Self {
        Self(
            code: "missing-element",
            message: Localized(zh: "列表没有第 \(index + 1) 项", en: "the list has no element \(index + 1)"), at: path)
    }

    static func missingValue(at path: [any CodingKey]) -> Self {
        Self(
            code: "missing-value",
            message: Localized(zh: "这里应当有值，却是 null", en: "a value is expected here, not null"), at: path)
    }

    /// An unknown or an error, which lists and maps do not hold, and an object where another encoder has no form of it.
    static func notEncodable(_ value: Value, at path: [any CodingKey]) -> Self {
        Self(
            code: "not-encodable",
            message: Localized(zh: "\(value) 不能编码", en: "\(value) cannot be encoded"), at: path)
    }

    static func badText(_ text: String, expected: Type, at path: [any CodingKey]) -> Self {
        let (words, shown) = (TypeWords.words(expected), String(text.unicodeScalars.prefix(80)))
        return Self(
            code: "bad-conversion",
            message: Localized(zh: "'\(shown)' 不是\(words.zh)", en: "'\(shown)' is no \(words.en)"), at: path)
    }

    static func badMap(_ error: EvaluationError, at path: [any CodingKey]) -> Self {
        Self(code: error.code, message: error.message, at: path)
    }

    /// What a type's own coding threw.
    static func refused(_ cause: any Error, at path: [any CodingKey]) -> Self {
        Self(
            code: "refused-value",
            message: Localized(zh: "这里的值不合要求", en: "the value is not one that is accepted here"), at: path, cause: cause)
    }
}

// MARK: - The standard library's errors

extension ValueCodingError {
    /// The fault as types expect it that catch errors of decoding.
    func decodingError(_ type: Any.Type, at path: [any CodingKey]) -> DecodingError {
        let context = DecodingError.Context(codingPath: path, debugDescription: message.en, underlyingError: self)
        switch code {
        case "missing-entry": return .keyNotFound(path.last ?? PlaceKey(0), context)
        case "missing-value", "missing-element": return .valueNotFound(type, context)
        case "wrong-kind": return .typeMismatch(type, context)
        default: return .dataCorrupted(context)
        }
    }

    /// What was thrown on the way, as a fault of its own.
    init(_ error: any Error) {
        let context: (path: [any CodingKey], underlying: (any Error)?) =
            switch error {
            case DecodingError.keyNotFound(_, let context), DecodingError.valueNotFound(_, let context),
                DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context):
                (context.codingPath, context.underlyingError)
            case EncodingError.invalidValue(_, let context): (context.codingPath, context.underlyingError)
            default: ([], nil)
            }
        let own = (error as? ValueCodingError) ?? (context.underlying as? ValueCodingError)
        self = own ?? .refused(error, at: context.path)
    }
}
