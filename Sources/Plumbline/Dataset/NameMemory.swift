/// What records are called, as names are compared: every rule that names some asks for it again.
///
/// It belongs to one of those who judge, each on a thread of his own; that is why it may be changed without a lock.
final class NameMemory: @unchecked Sendable {
    private struct Place: Hashable {
        let table: Int32
        let record: Int32
    }

    /// Of how many records it is kept; for others it is found anew, so that memory has an end.
    private static let limit = 200_000

    private var names: [Place: [String]] = [:]

    func names(of record: Int, in table: HeldTable, _ find: () -> [String]) -> [String] {
        let place = Place(table: Int32(table.index), record: Int32(record))
        if let known = names[place] { return known }
        let found = find()
        if names.count < Self.limit { names[place] = found }
        return found
    }
}
