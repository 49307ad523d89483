import Diagnostics

/// A mistake in the text of an expression.
struct ExpressionEdit {
    /// What is replaced, in code points.
    var range: Range<Int>
    var text: String
    /// What a report shows as changed, where that is more than what is replaced.
    var shown: (before: String, after: String)?
    /// Where a report points, where that is less than what is replaced.
    var place: Range<Int>?
    var hint: Localized
}
