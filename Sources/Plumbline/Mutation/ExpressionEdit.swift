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
    /// What the cases that notice it mostly expect.
    var noticedBy: Outcome?
    /// The text of a smaller mistake in the same place, which no case notices that does not notice this one.
    var smaller: String?
}
