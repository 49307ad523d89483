public import Diagnostics

/// A fault that shows only when an expression is evaluated, such as a division by zero.
///
/// It is a result, not a throw: `true || 1 / 0 == 1` is true.
public struct EvaluationError: Error, Hashable, Sendable {
    /// The fault's stable name, such as `division-by-zero`.
    public var code: DiagnosticCode
    /// What is wrong, in words.
    public var message: Localized
    /// The code points of the expression that failed; nil where the host made the error itself.
    public var range: Range<Int>?

    /// An error that evaluation gives a range where the host gives none.
    public init(code: DiagnosticCode, message: Localized, range: Range<Int>? = nil) {
        self.code = code
        self.message = message
        self.range = range
    }
}
