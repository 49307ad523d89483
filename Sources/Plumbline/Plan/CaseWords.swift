import OrderedCollections

/// What cases can give on the records of each table: every case of every rule is held against it.
///
/// Made table by table when somebody first asks; from any thread.
final class CaseWords: Sendable {
    /// What can be given on the records of a table.
    struct OfTable: Sendable {
        let table: Table
        let lists: [String: String]
        let readers: [String: CellReader]

        init(_ table: Table, in vocabulary: Vocabulary) {
            self.table = table
            lists = Dictionary(vocabulary.lists(of: table.name).map { ($0.name, $0.table) }) { first, _ in first }
            readers = table.fields.mapValues { CellReader($0) }.reduce(into: [:]) { $0[$1.key] = $1.value }
        }

        var names: [String] { Array(table.fields.keys) + lists.keys.sorted() }
    }

    let vocabulary: Vocabulary
    private let tables: [String: Deferred<OfTable>]

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        tables = vocabulary.tables.reduce(into: [:]) { tables, entry in
            tables[entry.key] = Deferred { OfTable(entry.value, in: vocabulary) }
        }
    }

    func of(_ table: String) -> OfTable? { tables[table]?.value }
}
