import Diagnostics

/// The wording of the faults of macros that give a value a name.
extension ExpressionFault {
    static func boundNameExpected(example: String, at range: Range<Int>) -> Self {
        Self(
            code: "bound-name-expected",
            message: Localized(
                zh: "这里应当是一个简单名称，用来代表一个值", en: "a plain name is expected here, which stands for a value"),
            help: Localized(zh: "写成 \(example) 这样", en: "write it as in \(example)"),
            range: range)
    }
}
