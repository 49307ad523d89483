import CEL
import OrderedCollections

/// A held record as a CEL value: its fields and lists are looked up when they are asked for.
struct RecordObject: RecordValue {
    private let dataset: Dataset
    private let place: Int32
    private let row: Int32
    /// Whether a number that is missing is the range that it could be in.
    private let isBounded: Bool

    init(_ dataset: Dataset, _ table: HeldTable, _ record: Int, isBounded: Bool) {
        self.dataset = dataset
        place = Int32(table.index)
        row = Int32(record)
        self.isBounded = isBounded
    }

    var type: CEL.`Type` { .record(table?.table.name ?? "") }

    /// The table; it is held as long as the dataset is.
    var table: HeldTable? { dataset.tables[Int(place)] }
    var record: Int { Int(row) }

    var period: CalendarPeriod? { table.flatMap { $0.periods.isEmpty ? nil : $0.periods[record] } }

    func select(_ field: String) -> Value? {
        table.flatMap { dataset.value(of: field, record, of: $0, isBounded: isBounded) }
    }

    func value(of aggregate: LiftedAggregate, isBounded: Bool) -> Value {
        table.map { dataset.value(of: aggregate, record, in: $0, isBounded: isBounded) } ?? .noAnswer(.noSuchRecord)
    }

    func at(_ period: CalendarPeriod) -> Value {
        table.map { dataset.record(record, of: $0, at: period) } ?? .noAnswer(.noSuchRecord)
    }

    func meets(_ rule: String) -> Value {
        table.map { RuleMeeting(dataset).value(of: rule, on: record, of: $0) } ?? .noAnswer(.noSuchRecord)
    }

    func equals(_ other: Value) -> Bool {
        guard case .object(let object) = other, let other = object as? RecordObject else { return false }
        return place == other.place && row == other.row
    }

    func order(against other: Value) -> Ordering? { nil }

    func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(row)
    }

    var description: String { table?.reference(to: record).name ?? "" }
}
