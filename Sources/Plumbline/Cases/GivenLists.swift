/// The lists that a case gives, empty ones too; one that it leaves out did not come.
struct GivenLists: SentLists {
    private struct Given: Hashable {
        var list: String
        var table: String
        var row: Int
    }

    private var given: Set<Given> = []

    mutating func insert(_ list: String, of table: String, row: Int) { given.insert(Given(list: list, table: table, row: row)) }

    func state(of list: Vocabulary.List, for record: Int, of table: HeldTable) -> SentState {
        // What is written down as empty is a nil return.
        given.contains(Given(list: list.name, table: table.table.name, row: record)) ? .nilReturn : .notSent
    }
}
