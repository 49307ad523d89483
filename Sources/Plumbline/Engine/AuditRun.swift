import Diagnostics
import OrderedCollections

/// A run on its way: reads file after file, hands batches to the engine, counts what comes out.
struct AuditRun<Sink: FindingCollector> {
    let audit: Audit
    var sink: Sink
    var totals: RunTotals
    /// Where each key of the table at hand was first seen.
    private var keys: [[String]: RecordAddress] = [:]
    private var keyTable = ""
    private var records: FileRecords?

    init(audit: Audit, sink: Sink) {
        self.audit = audit
        self.sink = sink
        totals = RunTotals(ruleCount: audit.plan.rules.count)
    }

    mutating func read(_ file: Submission.File) throws(Diagnostic) {
        guard let table = audit.plan.vocabulary.tables[file.table] else { return }
        let rules = audit.plan.rules(for: table.name)
        for rule in rules { totals.summaries[rule].tableWasSupplied = true }
        totals.files.append(ReadFile(file: file.source.name, table: table.name, records: 0))
        if keyTable != table.name { (keyTable, keys) = (table.name, [:]) }
        let records = FileRecords(of: table, file: file.source.name, wanted: audit.plan.neededFields(of: table))
        self.records = records
        try file.reader.read(file.source, columns: records.columnFilter, into: &self)
        var problems: [DataProblem] = []
        self.records?.finish(problems: &problems)
        problems.forEach { totals.add($0) }
    }
}

extension AuditRun: BatchSink {
    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
        var problems: [DataProblem] = []
        guard var records = records?.records(of: batch, problems: &problems) else { return .enough }
        totals.files[totals.files.count - 1].setAside = self.records?.setAside ?? []
        noteKeys(of: records, &problems)
        if let row = audit.selection?.row {
            records = records.keeping(row: row)
            problems.removeAll { $0.address.map { $0.row != row } ?? false }
        }
        problems.forEach { totals.add($0) }
        totals.files[totals.files.count - 1].records += records.rowCount
        totals.files[totals.files.count - 1].form = batch.form
        audit.engine.evaluate(records, with: audit.plan, asOf: audit.asOf, into: &self)
        return .more
    }

    /// Two records with one key are both judged, and reported.
    private mutating func noteKeys(of records: RecordBatch, _ problems: inout [DataProblem]) {
        // A file without the key's columns is told so once, at its end.
        guard case .fields(let fields) = records.table.key, self.records?.hasKeyColumns == true else { return }
        let isSensitive = fields.contains { records.table.fields[$0]?.isSensitive ?? false }
        for row in 0..<records.rowCount {
            // A key that cannot be read is told as a cell already.
            guard records.hasReadableKey(row) else { continue }
            let address = records.address(ofRow: row)
            if let key = records.keyParts(ofRow: row) {
                if let first = keys[key] {
                    if let chosen = audit.selection?.row, chosen != address.row { continue }
                    for rule in audit.plan.rules(for: records.table.name) { totals.summaries[rule].addDuplicate() }
                    let name = isSensitive ? nil : records.record(ofRow: row).key
                    problems.append(.duplicateKey(name, table: records.table.name, at: address, first: first))
                } else {
                    keys[key] = address
                }
            } else {
                problems.append(.missingKey(table: records.table.name, at: address, fields: fields))
            }
        }
    }
}

extension AuditRun: FindingSink {
    mutating func count(rule: Int, reason: Reason) { totals.summaries[rule].add(reason) }

    func wants(_ outcome: Outcome) -> Bool { sink.wants(outcome) }

    mutating func receive(_ finding: Finding) { sink.receive(finding) }

    mutating func report(_ problem: DataProblem) { totals.add(problem) }
}
