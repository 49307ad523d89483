import Diagnostics

/// The names that expressions can use on each table's records: its fields, its indicators and its lists, which are all
/// of one space.
struct VocabularyNames {
    private var places: [String: [String: Location]] = [:]

    /// Takes a name on a table's records.
    ///
    /// - Returns: Where the name was taken before; nil where it was free.
    mutating func take(_ name: String, of table: String, at location: Location) -> Location? {
        if let first = places[table]?[name] { return first }
        places[table, default: [:]][name] = location
        return nil
    }
}
