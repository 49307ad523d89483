import Diagnostics
import Plumbline

extension RowProblem {
    /// A key that stands more than once in an object; the first value holds.
    static func duplicateMember(_ key: String, at address: RowAddress) -> Self {
        Self(
            code: "duplicate-member", at: address, header: key,
            message: Localized(
                zh: "“\(key)”在这一行中出现不止一次，只取第一个值",
                en: "'\(key)' stands more than once in this row; only its first value is read"))
    }
}
