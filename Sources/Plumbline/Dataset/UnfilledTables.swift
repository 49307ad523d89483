import OrderedCollections

/// The held tables of which nothing came: without a record they are the same in every dataset of a data model, and a case
/// fills one or two of many.
///
/// Made when somebody first asks; from any thread.
final class UnfilledTables: Sendable {
    private let tables: [Deferred<HeldTable>]

    init(_ model: VocabularyPlan) {
        tables = model.vocabulary.tables.values.enumerated().map { index, table in
            Deferred {
                HeldTable(
                    HeldTableDraft(table, index: index), definitions: model.definitions[table.name] ?? [:], references: [:], lists: [:],
                    days: nil
                ) { _ in nil }
            }
        }
    }

    /// - Parameter index: The table's place in the vocabulary.
    func table(at index: Int) -> HeldTable { tables[index].value }
}
