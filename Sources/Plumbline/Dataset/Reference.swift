/// Where a record's reference leads.
enum Reference: Sendable, Equatable {
    case record(Int32)
    /// There is none, and the vocabulary says that there may be none.
    case none
    case missing
    case unreadable
    /// No record has the key.
    case nothing
    /// Several records have the key.
    case several
}
