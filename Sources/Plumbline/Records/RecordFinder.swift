public import Diagnostics
import OrderedCollections

/// Finds the record that a person means by a name: its key, its label, or its address (`institutions.csv:3`).
public struct RecordFinder {
    /// A record that is called by the name.
    public struct Match: Sendable {
        /// Where the record stands.
        public var selection: RecordSelection
        /// The record as findings call it.
        public var record: RecordReference
        /// The record of a table with a row a period, as its key names it without the period; nil elsewhere.
        var entity: String?
        /// The period that the row is of.
        var period: CalendarPeriod?
    }

    /// Whom a name fits.
    public enum Answer: Sendable {
        case one(Match)
        /// The name fits several records; the first of them.
        case several([Match])
        /// The name fits a record of a roster, and nothing came of it.
        case unsent(RecordReference)
        /// The name fits a record of a table that no rule of the plan judges.
        case unjudged(RecordReference)
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
        var search = try search([name], in: submission)
        if search.isEmpty { search.add(try searchByReference(name, in: submission)) }
        if search.isEmpty {
            var roster = RecordSearch(names: [name])
            for data in submission.references where data.isRoster && isJudged(data.file.table) { try read(data.file, 0, into: &roster) }
            if let record = roster.first { return .unsent(record) }
            search.add(roster)
            let others = try self.search([name], in: submission, judged: false)
            if let record = others.first { return .unjudged(record) }
        }
        return search.answer { judgedPeriod(of: $0, kind: $1) }
    }

    private func isJudged(_ table: String) -> Bool { !plan.rules(for: table).isEmpty || !plan.rules(forOneOf: table).isEmpty }

    /// - Parameter judged: Whether the tables are searched that rules judge; the others otherwise.
    private func search(_ names: Set<String>, in submission: Submission, judged: Bool = true) throws(Diagnostic) -> RecordSearch {
        var search = RecordSearch(names: names)
        for (index, file) in submission.files.enumerated() where isJudged(file.table) == judged {
            try read(file, index, into: &search)
        }
        return search
    }

    /// A row for a county in a year has no name of its own: it is called as its county is.
    private func searchByReference(_ name: String, in submission: Submission) throws(Diagnostic) -> RecordSearch {
        let tables = plan.vocabulary.tables
        let referred = Set(tables.values.filter { isJudged($0.name) }.flatMap { table in
            table.entityFields.compactMap { name -> String? in
                if case .reference(let target)? = table.fields[name]?.type { target } else { nil }
            }
        })
        var search = RecordSearch(names: [name])
        for (index, file) in submission.files.enumerated() where referred.contains(file.table) { try read(file, index, into: &search) }
        for data in submission.references where referred.contains(data.file.table) { try read(data.file, 0, into: &search) }
        let keys = search.keys
        return keys.isEmpty ? search.nothing : try self.search(keys, in: submission)
    }

    private func read(_ file: Submission.File, _ index: Int, into search: inout RecordSearch) throws(Diagnostic) {
        guard let table = plan.vocabulary.tables[file.table] else { return }
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
    /// What the record may be called; all of them mean the same one.
    let names: Set<String>
    private var records: FileRecords?
    private var file = 0
    private var matches: [RecordFinder.Match] = []
    /// Of each batch the name nearest to the one that is sought.
    private var near: [String] = []
    /// The first names that have the one that is sought in them.
    private var containing: Set<String> = []

    init(names: Set<String>) { self.names = names }

    /// The keys of all that were found.
    var keys: Set<String> { Set(matches.map(\.record.key)) }

    /// The search as if it had found nothing, with what is near.
    var nothing: RecordSearch {
        var search = self
        search.matches = []
        return search
    }

    /// Takes what another search found, and what is near in either.
    mutating func add(_ other: RecordSearch) {
        matches += other.matches
        near += other.near
        containing.formUnion(other.containing)
    }

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
            guard names.contains(where: { record.isCalled($0) || entity.map(CellText.comparable) == CellText.comparable($0) }) else { continue }
            let selection = RecordSelection(file: file, row: records.rows[place].row, column: records.rows[place].column)
            matches.append(
                RecordFinder.Match(selection: selection, record: record, entity: entity, period: records.period(ofRow: place)))
            if matches.count > RecordFinder.listed { return .enough }
        }
        if matches.isEmpty {
            let all = references.flatMap { [$0.key] + ($0.label.map { [$0] } ?? []) }
            for name in names {
                NearestName.toKey(name, among: all).map { near.append($0) }
                // Of two there is no telling which is meant, however many more there are.
                guard name.count > 2, containing.count < 2 else { continue }
                containing.formUnion(all.filter { $0.contains(name) }.prefix(2))
            }
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
        case 0: .none(nearest: names.lazy.compactMap { NearestName.toKey($0, among: near) }.first ?? (containing.count == 1 ? containing.first : nil))
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
            guard let field = table.fields.index(forKey: name), !table.fields.values[field].hidesText else { return nil }
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
        comparableNames.contains(CellText.comparable(name)) || address.map { $0.isMeant(by: name) } ?? false
    }
}

private extension RecordAddress {
    /// Whether somebody means it by `FILE:LINE`, from whatever folder the path is.
    func isMeant(by text: String) -> Bool {
        let own = "\(file):\(line)"
        return text == own || text.hasSuffix("/\(own)") || own.hasSuffix("/\(text)")
    }
}
