import Diagnostics

/// What a mutation changes, as reports show it.
struct Mistake {
    var before: String
    /// What stands there instead; empty for what was taken out.
    var after: String
    var location: Location
    /// What a case that notices it would have to show.
    var hint: Localized
}
