public import Diagnostics
import OrderedCollections

/// Finds the record that a person means by a name: its key, its label, or its address (`institutions.csv:3`).
public struct RecordFinder {
    /// A record that is called by the name.
    public struct Match: Sendable {
        public var selection: RecordSelection
        public var record: RecordReference
    }

    public enum Answer: Sendable {
        case one(Match)
        /// The name fits several records; the first of them.
        case several([Match])
        /// The name fits none; the name that was most likely meant.
        case none(nearest: String?)
    }

    /// How many records are listed where a name fits several.
    static let listed = 10

    private let plan: AuditPlan

    /// - Parameter plan: Only tables that it has rules for are searched.
    public init(_ plan: AuditPlan) { self.plan = plan }

    /// Reads keys and labels of all records, and nothing else.
    ///
    /// - Throws: The first fault of a file that cannot be read.
    public func find(_ name: String, in submission: Submission) throws(Diagnostic) -> Answer {
        var search = RecordSearch(name: name)
        for (index, file) in submission.files.enumerated() where !plan.rules(for: file.table).isEmpty {
            guard let table = plan.vocabulary.tables[file.table] else { continue }
            let names = table.keyFields + (table.label.map { [$0] } ?? [])
            let wanted = Set(names.compactMap { table.fields.index(forKey: $0) })
            let records = FileRecords(of: table, file: file.source.name, wanted: wanted)
            search.begin(records, file: index)
            try file.reader.read(file.source, columns: records.columnFilter, into: &search)
        }
        return search.answer
    }

    /// One record as the rules of the plan see it.
    ///
    /// - Returns: A batch of that record; nil where the file has no such row.
    /// - Throws: A fault of the file.
    public func record(_ selection: RecordSelection, in submission: Submission) throws(Diagnostic) -> RecordBatch? {
        let file = submission.files[selection.file]
        guard let table = plan.vocabulary.tables[file.table] else { return nil }
        let records = FileRecords(of: table, file: file.source.name, wanted: plan.neededFields(of: table))
        var fetch = RecordFetch(records: records, row: selection.row)
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
        guard let records = records?.records(of: batch, problems: &problems) else { return .enough }
        let references = (0..<records.rowCount).map(records.record(ofRow:))
        for (place, record) in references.enumerated() where record.isCalled(name) {
            let selection = RecordSelection(file: file, row: records.rows[place].row)
            matches.append(RecordFinder.Match(selection: selection, record: record))
            if matches.count > RecordFinder.listed { return .enough }
        }
        if matches.isEmpty {
            let names = references.flatMap { [$0.key] + ($0.label.map { [$0] } ?? []) }
            NearestName.to(name, among: names).map { near.append($0) }
        }
        return .more
    }

    var answer: RecordFinder.Answer {
        switch matches.count {
        case 0: .none(nearest: NearestName.to(name, among: near))
        case 1: .one(matches[0])
        default: .several(Array(matches.prefix(RecordFinder.listed)))
        }
    }
}

/// Waits for one row.
private struct RecordFetch: BatchSink {
    var records: FileRecords
    let row: Int
    var found: RecordBatch?

    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
        var problems: [DataProblem] = []
        let kept = records.records(of: batch, problems: &problems).keeping(row: row)
        guard kept.rowCount > 0 else { return .more }
        found = kept
        return .enough
    }
}

private extension RecordReference {
    func isCalled(_ name: String) -> Bool {
        name == key || name == label || address.map { name == "\($0.file):\($0.line)" } ?? false
    }
}
