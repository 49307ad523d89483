/// One whom sensitive cells are about: a record, whatever periods it has rows of.
struct Person: Hashable {
    private let table: Int
    private let entity: Int

    init(_ record: Int, of table: HeldTable) {
        self.table = table.index
        entity = table.entityOfRecord.isEmpty ? table.repeated[record] ?? record : Int(table.entityOfRecord[record])
    }

    private init() { (table, entity) = (-1, -1) }

    /// Somebody of whom it cannot be said who it is.
    static let someone = Person()
}
