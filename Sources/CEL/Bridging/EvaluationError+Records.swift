import Diagnostics

/// The wording of what can be wrong with a record that an expression writes.
extension EvaluationError {
    static func missingField(_ field: String, of record: String) -> Self {
        Self(
            code: "missing-field",
            message: Localized(
                zh: "'\(record)' 要写出字段 '\(field)'", en: "'\(record)' has to be written with the field '\(field)'"))
    }

    static func fieldMismatch(_ field: String, wanted: Type, found: Type) -> Self {
        let fault = ExpressionFault.fieldMismatch(field, wanted: wanted, found: found, at: 0..<0)
        return Self(code: fault.code, message: fault.message)
    }
}
