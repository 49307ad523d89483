import CEL

/// The only record that a run is to judge, among what it holds.
struct ChosenRecord: Equatable {
    /// The place of its table in the vocabulary.
    let table: Int
    let record: Int

    /// Whether a value that groups others is the record.
    func isMeant(by value: Value) -> Bool {
        guard case .object(let object) = value, let other = object as? RecordObject else { return false }
        return other.table?.index == table && other.record == record
    }
}
