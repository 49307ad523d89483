import Diagnostics

/// The wording of the errors of ``EncodersLibrary``.
extension EvaluationError {
    static func notBase64(_ scalar: Unicode.Scalar, position: Int) -> Self {
        let isShown = !scalar.properties.isWhitespace && scalar.value >= 0x20 && scalar.value != 0x7F
        let character = isShown ? "'\(scalar)'" : "U+\(String(scalar.value, radix: 16, uppercase: true))"
        return Self(
            code: "bad-base64",
            message: Localized(
                zh: "位置 \(position)（从 0 数）的 \(character) 不能出现在 base64 文字的这里；"
                    + "base64 只有 A-Z a-z 0-9 + /，末尾可以有 =",
                en: "\(character) at position \(position), counted from 0, cannot stand there in a base64 text, "
                    + "which has A-Z a-z 0-9 + / and = at its end"))
    }

    static let unfinishedBase64 = Self(
        code: "bad-base64",
        message: Localized(
            zh: "base64 文字不完整：末尾缺少字符或 =",
            en: "the base64 text is cut off: letters or = are missing at its end"))
}
