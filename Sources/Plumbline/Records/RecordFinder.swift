public import Diagnostics
import OrderedCollections

/// Finds the record that a person means by a name: its key, its label, or its address (`institutions.csv:3`).
public struct RecordFinder {
    /// A record that is called by the name.
    public struct Match: Sendable {
        public var selection: RecordSelection
        public var record: RecordReference
        /// The record of a table with a row a period, as its key names it without the period; nil elsewhere.
        var entity: String?
        /// The period that the row is of.
        var period: CalendarPeriod?
    }

    public enum Answer: Sendable {
        case one(Match)
        /// The name fits several records; the first of them.
        case several([Match])
        /// The name fits a record of a roster, and nothing came of it.
        case unsent(RecordReference)
        /// The name fits none; the name that was most likely meant.
        case none(nearest: String?)
    }

    /// How many records are listed where a name fits several.
    static let listed = 10

    private let plan: AuditPlan

    /// - Parameter plan: Only tables that it has rules for are searched.
    public init(_ plan: AuditPlan) { self.plan = plan }

    /// Reads keys and labels of all records, and nothing else. Of a record with a row a period, called by its key
    /// without the period, the row of the period is meant that the plan's rules judge.
    ///
    /// - Throws: The first fault of a file that cannot be read.
    public func find(_ name: String, in submission: Submission) throws(Diagnostic) -> Answer {
        var search = RecordSearch(name: name)
        for (index, file) in submission.files.enumerated() { try read(file, index, into: &search) }
        if search.isEmpty {
            var roster = RecordSearch(name: name)
            for data in submission.references where data.isRoster { try read(data.file, 0, into: &roster) }
            if let record = roster.first { return .unsent(record) }
        }
        return search.answer { judgedPeriod(of: $0, kind: $1) }
    }

    private func read(_ file: Submission.File, _ index: Int, into search: inout RecordSearch) throws(Diagnostic) {
        guard !plan.rules(for: file.table).isEmpty, let table = plan.vocabulary.tables[file.table] else { return }
        let names = table.keyFields + (table.label.map { [$0] } ?? [])
        let wanted = Set(names.compactMap { table.fields.index(forKey: $0) })
        let records = FileRecords(of: table, file: file.source.name, wanted: wanted, mapping: file.mapping)
        search.begin(records, file: index)
        try file.reader.read(file.source, columns: records.columnFilter, into: &search)
    }

    /// The period that all of a table's rules judge; nil where they judge several.
    private func judgedPeriod(of table: String, kind: CalendarPeriod.Kind) -> CalendarPeriod? {
        let periods = plan.rules(for: table).map { index -> CalendarPeriod? in
            let schedule = plan.rules[index].schedule
            guard let choice = schedule.choice else { return schedule.date.map { CalendarPeriod(containing: $0, kind: kind) } }
            return choice.periods.count == 1 && choice.manner != .latestSince ? choice.periods[0] : nil
        }
        return Set(periods).count == 1 ? periods[0] : nil
    }

    /// One record as the rules of the plan see it.
    ///
    /// - Returns: A batch of that record; nil where the file has no such row.
    /// - Throws: A fault of the file.
    public func record(_ selection: RecordSelection, in submission: Submission) throws(Diagnostic) -> RecordBatch? {
        let file = submission.files[selection.file]
        guard let table = plan.vocabulary.tables[file.table] else { return nil }
        let records = FileRecords(
            of: table, file: file.source.name, wanted: plan.neededFields(of: table), mapping: file.mapping)
        var fetch = RecordFetch(records: records, selection: selection)
        try file.reader.read(file.source, columns: records.columnFilter, into: &fetch)
        return fetch.found
    }
}

/// Looks at every record's name.
private struct RecordSearch: BatchSink {
    let name: String
    private var records: FileRecords?
    private var file = 0
    private var matches: [RecordFinder.Match] = []
    /// Of each batch the name nearest to the one that is sought.
    private var near: [String] = []

    init(name: String) { self.name = name }

    mutating func begin(_ records: FileRecords, file: Int) { (self.records, self.file) = (records, file) }

    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
        var problems: [DataProblem] = []
        guard let pieces = records?.pieces(of: batch, problems: &problems) else { return .enough }
        for piece in pieces {
            guard let records = records?.records(of: piece, problems: &problems), search(records) == .more else { return .enough }
        }
        return .more
    }

    private mutating func search(_ records: RecordBatch) -> ReadControl {
        let references = (0..<records.rowCount).map(records.record(ofRow:))
        for (place, record) in references.enumerated() {
            let entity = records.entityKey(ofRow: place)
            guard record.isCalled(name) || entity == name else { continue }
            let selection = RecordSelection(file: file, row: records.rows[place].row, column: records.rows[place].column)
            matches.append(
                RecordFinder.Match(selection: selection, record: record, entity: entity, period: records.period(ofRow: place)))
            if matches.count > RecordFinder.listed { return .enough }
        }
        if matches.isEmpty {
            let names = references.flatMap { [$0.key] + ($0.label.map { [$0] } ?? []) }
            NearestName.toKey(name, among: names).map { near.append($0) }
        }
        return .more
    }

    var isEmpty: Bool { matches.isEmpty }

    var first: RecordReference? { matches.first?.record }

    /// - Parameter judged: The period that a table's rules judge, of a kind.
    func answer(_ judged: (_ table: String, _ kind: CalendarPeriod.Kind) -> CalendarPeriod?) -> RecordFinder.Answer {
        if matches.count > 1, matches[0].entity != nil, Set(matches.map(\.entity)).count == 1, let period = matches[0].period {
            let meant = judged(matches[0].record.table, period.kind)
            let rows = matches.filter { $0.period == meant }
            if meant != nil, rows.count == 1 { return .one(rows[0]) }
        }
        return switch matches.count {
        case 0: .none(nearest: NearestName.toKey(name, among: near))
        case 1: .one(matches[0])
        default: .several(Array(matches.prefix(RecordFinder.listed)))
        }
    }
}

/// Waits for one row.
private struct RecordFetch: BatchSink {
    var records: FileRecords
    let selection: RecordSelection
    var found: RecordBatch?

    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
        var problems: [DataProblem] = []
        for piece in records.pieces(of: batch, problems: &problems) {
            let kept = records.records(of: piece, problems: &problems).keeping(selection)
            guard kept.rowCount == 0 else {
                found = kept
                return .enough
            }
        }
        return .more
    }
}

private extension RecordBatch {
    /// The key of a row without the period; nil where the key has none, and where it is sensitive or blank.
    func entityKey(ofRow row: Int) -> String? {
        guard table.keyNamesPeriod, hasReadableKey(row) else { return nil }
        let parts = table.entityFields.compactMap { name -> String? in
            guard let field = table.fields.index(forKey: name), !table.fields.values[field].isSensitive else { return nil }
            return text(field: field, row: row)
        }
        return parts.count == table.entityFields.count && !parts.contains("") ? parts.joined(separator: "/") : nil
    }

    func period(ofRow row: Int) -> CalendarPeriod? {
        guard let field = table.periodField.flatMap({ table.fields.index(forKey: $0) }),
              case .measured(let value)? = columns[field]?.cells[row]
        else { return nil }
        return value.asPeriod
    }
}

private extension RecordReference {
    func isCalled(_ name: String) -> Bool {
        name == key || name == label || address.map { name == "\($0.file):\($0.line)" } ?? false
    }
}
