/// Says of which records a child table came, so that a list that was not sent is not taken for an empty one.
protocol SentLists: Sendable {
    func state(of list: Vocabulary.List, for record: Int, of table: HeldTable) -> SentState

    /// Whether rows of a file may be of a record, by where the file lies.
    func covers(_ file: String, _ record: Int, of table: HeldTable) -> Bool
}

extension SentLists {
    func covers(_ file: String, _ record: Int, of table: HeldTable) -> Bool { true }
}

/// What came of a child table for one record.
enum SentState: Sendable {
    case sent
    /// It came, and says that there is nothing.
    case nilReturn
    case notSent
}
