import Diagnostics

/// What a mutation changes, as reports show it.
struct Mistake {
    var before: String
    /// What stands there instead; empty for what was taken out.
    var after: String
    var location: Location
    /// What a case that notices it would have to show.
    var hint: Localized
    /// What the cases that notice it mostly expect; nil where nothing speaks for one outcome.
    var noticedBy: Outcome?
    /// What stands there after a smaller mistake of the same kind: a case that notices that one notices this one as well.
    var smaller: String?
}
