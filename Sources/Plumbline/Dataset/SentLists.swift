/// Says of which records a child table came, so that a list that was not sent is not taken for an empty one.
protocol SentLists: Sendable {
    func state(of list: Vocabulary.List, for record: Int, of table: HeldTable) -> SentState

    /// Whether rows of a file may be of a record, by where the file lies.
    func covers(_ file: String, _ record: Int, of table: HeldTable) -> Bool

    /// Whether rows of a list may lie in a file that was not read.
    func mayLackRows(_ list: Vocabulary.List, of record: Int, in table: HeldTable) -> Bool

    /// The files that were not read and may hold a table's rows, as reports call them.
    func unreadFiles(of table: String) -> [String]
}

extension SentLists {
    func covers(_ file: String, _ record: Int, of table: HeldTable) -> Bool { true }

    func mayLackRows(_ list: Vocabulary.List, of record: Int, in table: HeldTable) -> Bool { false }

    func unreadFiles(of table: String) -> [String] { [] }
}

/// What came of a child table for one record.
enum SentState: Sendable {
    case sent
    /// It came, and says that there is nothing.
    case nilReturn
    case notSent
    /// Whoever says which tables he sends does not say this one.
    case notListed
}
