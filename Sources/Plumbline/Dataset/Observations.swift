import CEL
import OrderedCollections

/// What long tables say of the indicators of records: one cell for each indicator, record and period.
struct Observations: Sendable {
    /// An indicator: a field of a table, by their places in the vocabulary and in the table.
    struct Series: Hashable, Sendable {
        var table: Int32
        var field: Int32
    }

    /// A cell with the row of the long table that it comes from.
    struct Observed: Sendable {
        var cell: Cell
        /// The long table's place in the vocabulary, and its record; nil for what a case gives outright.
        var source: (table: Int, record: Int)?
    }

    /// What is observed of a record in a period.
    enum Found: Sendable {
        case none
        case one(Observed)
        /// Several rows, which say different things.
        case several
    }

    private struct Key: Hashable {
        var series: Series
        /// The record that is observed, which need not be of the indicator's own table.
        var record: Int32
        var moment: Moment
    }

    private struct SeriesOfRecord: Hashable {
        var series: Series
        var record: Int32
    }

    private var cells: [Key: Found] = [:]
    /// The periods in which an indicator of a record was observed.
    private var moments: [SeriesOfRecord: [Moment]] = [:]
    private var observedRecords: Set<SeriesOfRecord> = []

    var isEmpty: Bool { cells.isEmpty }

    func found(_ series: Series, of record: Int, in moment: Moment) -> Found {
        cells[Key(series: series, record: Int32(record), moment: moment.wholePeriod)] ?? .none
    }

    /// Whether anything at all is observed of a record, by the place of the table that its indicators are of.
    func isObserved(_ record: Int, table: Int) -> Bool {
        observedRecords.contains(SeriesOfRecord(series: Series(table: Int32(table), field: -1), record: Int32(record)))
    }

    /// The periods in which some indicators were observed: of one record, or of any.
    func periods(of series: [Series], record: Int?) -> [CalendarPeriod] {
        guard !moments.isEmpty else { return [] }
        guard let record else {
            let wanted = Set(series)
            return Set(moments.lazy.filter { wanted.contains($0.key.series) }.flatMap(\.value)).compactMap(\.period)
        }
        return series.flatMap { moments[SeriesOfRecord(series: $0, record: Int32(record))] ?? [] }.compactMap(\.period)
    }

    /// Notes that a row is about a record, whatever it says of it.
    mutating func noteRow(of record: Int, table: Int) {
        observedRecords.insert(SeriesOfRecord(series: Series(table: Int32(table), field: -1), record: Int32(record)))
    }

    /// Notes what a row says.
    ///
    /// - Returns: The row that says otherwise of the same record in the same period; nil where there is none.
    mutating func note(
        _ observed: Observed, of series: Series, _ record: Int, in period: CalendarPeriod
    ) -> Observed? {
        let moment = Moment(period)
        let key = Key(series: series, record: Int32(record), moment: moment)
        switch cells[key] {
        case nil, .some(.none):
            cells[key] = .one(observed)
            moments[SeriesOfRecord(series: series, record: Int32(record)), default: []].append(moment)
            noteRow(of: record, table: Int(series.table))
            return nil
        case .several: return observed
        case .one(let first):
            // A blank says nothing, and contradicts nobody.
            if case .missing = observed.cell { return nil }
            if case .missing = first.cell {
                cells[key] = .one(observed)
                return nil
            }
            guard !first.cell.saysTheSame(as: observed.cell) else { return nil }
            cells[key] = .several
            return first
        }
    }
}

private extension Cell {
    func saysTheSame(as other: Cell) -> Bool {
        if case .measured(let value) = self, case .measured(let otherValue) = other { return value == otherValue }
        return false
    }
}
