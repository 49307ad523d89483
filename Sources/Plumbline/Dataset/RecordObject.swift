import CEL
import OrderedCollections

/// A held record as a CEL value: its fields and lists are looked up when they are asked for.
struct RecordObject: RecordValue {
    private let dataset: Dataset
    private let place: Int32
    private let row: Int32
    /// Which of its missing numbers are ranges.
    private let ranges: Ranges
    /// In which period the record is seen; one that is of a period itself is seen in that.
    private let moment: Moment

    init(_ dataset: Dataset, _ table: HeldTable, _ record: Int, ranges: Ranges = .none, in moment: Moment) {
        self.init(dataset, table: table.index, record, ranges: ranges, in: moment)
    }

    /// - Parameter table: The place in the vocabulary of a table that is held.
    init(_ dataset: Dataset, table: Int, _ record: Int, ranges: Ranges, in moment: Moment) {
        self.dataset = dataset
        place = Int32(table)
        row = Int32(record)
        self.ranges = ranges
        self.moment = moment
    }

    var type: CEL.`Type` { .record(table?.table.name ?? "") }

    /// The table; it is held as long as the dataset is.
    var table: HeldTable? { dataset.tables[Int(place)] }
    var record: Int { Int(row) }

    var period: CalendarPeriod? { table.flatMap { $0.periods.isEmpty ? nil : $0.periods[record] } }

    var undated: UnknownCause {
        guard let table, let name = table.table.periodField, let field = table.table.fields.index(forKey: name)
        else { return UnknownCause(code: Reason.missing.rawValue, subject: "period") }
        let reason: Reason = if case .unreadable = table.cell(field, of: record) { .unreadable } else { .missing }
        return table.doubt(reason, name, of: record)
    }

    func select(_ field: String) -> Value? {
        table.flatMap { dataset.value(of: field, record, of: $0, ranges: ranges, in: moment) }
    }

    func value(of aggregate: LiftedAggregate, ranges: Ranges) -> Value {
        table.map { dataset.value(of: aggregate, record, of: $0, ranges: ranges, in: moment) } ?? .noAnswer(.noSuchRecord)
    }

    func at(_ period: CalendarPeriod) -> Value {
        table.map { dataset.record(record, of: $0, at: period, ranges) } ?? .noAnswer(.noSuchRecord)
    }

    func meets(_ rule: String) -> Value {
        table.map { RuleMeeting(dataset).value(of: rule, on: record, of: $0, in: moment) } ?? .noAnswer(.noSuchRecord)
    }

    /// The text by which references name the record; nil where its key is not one field with a text.
    var keyText: String? {
        guard let table, let name = table.table.keyFields.first, table.table.keyFields.count == 1,
              let field = table.table.fields.index(forKey: name)
        else { return nil }
        let (batch, place) = table.source(field, of: record)
        return batch.wholeText(field: field, row: place)
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
