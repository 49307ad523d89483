/// Says of which records a child table came, so that a list that was not sent is not taken for an empty one.
protocol SentLists: Sendable {
    func state(of list: Vocabulary.List, for record: Int, of table: HeldTable) -> SentState
}

/// What came of a child table for one record.
enum SentState: Sendable {
    case sent
    /// It came, and says that there is nothing.
    case nilReturn
    case notSent
}
