import Diagnostics

/// The wording of the faults of loops with two variables.
extension ExpressionFault {
    static func repeatedLoopVariable(_ name: String, at range: Range<Int>) -> Self {
        Self(
            code: "repeated-loop-variable",
            message: Localized(
                zh: "'\(name)' 不能既代表下标或键，又代表值",
                en: "'\(name)' cannot stand for the index or key and for the value too"),
            help: Localized(
                zh: "两个名称要不同，如 list.all(i, x, x > i)", en: "use two names, as in list.all(i, x, x > i)"),
            range: range)
    }
}
