import CEL
import Diagnostics
import OrderedCollections

/// A run on its way: reads file after file, holds what belongs together, hands the rest to the engine as it comes, and
/// counts what comes out.
struct AuditRun<Sink: FindingCollector> {
    let audit: Audit
    var sink: Sink
    var totals: RunTotals
    /// Where each key of the table at hand was first seen.
    private var keys = KeyLedger()
    private var keyTable = ""
    private var records: FileRecords?
    private var builder: DatasetBuilder
    /// What the submission says of its files.
    private var manifests: [SubmissionManifest] = []
    /// What was held, once all of it is read.
    private(set) var dataset: Dataset?
    /// What the file at hand is: somebody's submission, or a ruleset's own data.
    private var isRoster = false
    private var isHeld = false
    /// The only record of the file at hand that is judged; nil where all are.
    private var selected: RecordSelection?

    init(audit: Audit, sink: Sink) {
        self.audit = audit
        self.sink = sink
        totals = RunTotals(ruleCount: audit.plan.rules.count)
        if audit.timesRules { totals.times = Array(repeating: .zero, count: audit.plan.rules.count) }
        for place in audit.plan.suspended { totals.summaries[place].isDisabled = true }
        builder = DatasetBuilder(plan: audit.plan, asOf: audit.asOf)
    }

    /// Reads what is held, then judges table by table, in the order of the vocabulary.
    mutating func run(_ submission: Submission) throws(Fault) {
        totals.skippedFiles = submission.skipped
        manifests = submission.manifests
        submission.problems.forEach { totals.add($0) }
        for data in submission.references { try read(data.file, isOfRuleset: true, isRoster: data.isRoster) }
        for (index, file) in submission.files.enumerated() where holds(file) {
            try read(file, selected: audit.selection?.file == index ? audit.selection : nil)
        }
        let dataset = dataset(of: submission)
        self.dataset = dataset
        let crew = Crew(dataset, count: audit.threadCount)
        for table in audit.plan.vocabulary.tables.values {
            if let held = dataset.table(named: table.name) {
                judge(held, by: crew, submission)
            } else {
                for (index, file) in submission.files.enumerated() where file.table == table.name {
                    if let selection = audit.selection, selection.file != index { continue }
                    try read(file, selected: audit.selection)
                }
            }
        }
    }

    /// A file that could not be read to its end.
    struct Fault: Error {
        var diagnostic: Diagnostic
        var file: Submission.File
    }
}

// MARK: - Reading

private extension AuditRun {
    func holds(_ file: Submission.File) -> Bool {
        audit.plan.vocabulary.tables[file.table].map(audit.plan.holds) ?? false
    }

    mutating func read(
        _ file: Submission.File, isOfRuleset: Bool = false, isRoster: Bool = false, selected: RecordSelection? = nil
    ) throws(Fault) {
        guard let table = audit.plan.vocabulary.tables[file.table] else { return }
        supply(table.name)
        totals.files.append(ReadFile(file: file.source.name, table: table.name, records: 0, isOfRuleset: isOfRuleset))
        if keyTable != table.name || isRoster != self.isRoster { (keyTable, keys) = (table.name, KeyLedger()) }
        (self.isRoster, self.selected, isHeld) = (isRoster, selected, audit.plan.holds(table))
        let records = FileRecords(
            of: table, file: file.source.name, wanted: audit.plan.neededFields(of: table),
            // A roster says who must answer, and of each as much as it likes.
            expected: isRoster ? [] : audit.plan.expectedFields(of: table), period: period(of: file), mapping: file.mapping)
        self.records = records
        do throws(Diagnostic) {
            try file.reader.read(file.source, columns: records.columnFilter, into: &self)
        } catch {
            throw Fault(diagnostic: error, file: file)
        }
        var problems: [DataProblem] = []
        self.records?.finish(problems: &problems)
        tell(problems)
    }

    /// The period that a submission says its files are for; of several the one nearest to the file.
    func period(of file: Submission.File) -> CalendarPeriod? {
        manifests.filter { $0.period != nil && $0.covers(file) }.max { $0.folder.count < $1.folder.count }?.period
    }

    /// Of one record by itself no more is told than concerns it.
    mutating func tell(_ problems: [DataProblem]) {
        if audit.selection == nil || selected != nil { problems.forEach { totals.add($0) } }
    }

    mutating func supply(_ table: String) {
        builder.supply(table)
        for rule in audit.plan.rules(for: table) { totals.summaries[rule].tableWasSupplied = true }
    }

    /// Two records with one key are both judged, and reported.
    mutating func noteKeys(of records: RecordBatch, _ problems: inout [DataProblem]) {
        // A file without the key's columns is told so once, at its end.
        guard case .fields(let fields) = records.table.key, self.records?.hasKeyColumns == true else { return }
        let isSensitive = fields.contains { records.table.fields[$0]?.hidesText ?? false }
        for row in 0..<records.rowCount {
            // A key that cannot be read is told as a cell already.
            guard records.hasReadableKey(row) else { continue }
            let address = records.address(ofRow: row)
            if let key = records.keyParts(ofRow: row) {
                if let first = keys.note(key, at: address) {
                    if audit.selection != nil, selected?.isRecord(records.rows[row]) != true { continue }
                    for rule in audit.plan.rules(for: records.table.name) { totals.summaries[rule].addDuplicate() }
                    let name = isSensitive ? nil : records.record(ofRow: row).key
                    problems.append(.duplicateKey(name, table: records.table.name, at: address, first: first))
                }
            } else {
                problems.append(.missingKey(table: records.table.name, at: address, fields: fields))
            }
        }
    }

    /// Says which records do not meet what their table says of all of them; held ones are told once they are tied
    /// together.
    func check(_ records: RecordBatch, _ problems: inout [DataProblem]) {
        guard !isHeld else { return }
        let stepDates = StepDateCheck(records.table, asOf: audit.asOf)
        if !stepDates.isEmpty {
            for row in 0..<records.rowCount {
                problems += stepDates.problems { records.columns[$0]?.cells[row] ?? .missing } source: { _ in (records, row) }
            }
        }
        guard let checks = audit.plan.checks[records.table.name] else { return }
        let (batch, circumstances) = (StreamedBatch(records), Circumstances(asOf: audit.asOf))
        for row in 0..<records.rowCount {
            let view = RecordView(.streamed(batch, row: row), circumstances)
            problems += checks.compactMap { $0.problem(on: view, at: records.address(ofRow: row)) }
        }
    }
}

extension AuditRun: BatchSink {
    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
        var problems: [DataProblem] = []
        guard let pieces = records?.pieces(of: batch, problems: &problems) else { return .enough }
        totals.files[totals.files.count - 1].setAside = records?.setAside ?? []
        totals.files[totals.files.count - 1].form = batch.form
        for piece in pieces {
            guard let records = records?.records(of: piece, problems: &problems) else { return .enough }
            take(records, &problems)
            problems.removeAll()
        }
        return .more
    }

    /// Judges records that were read, or holds them until all of their table are there.
    ///
    /// - Parameter problems: What reading them has told; the records' own are added.
    private mutating func take(_ records: RecordBatch, _ problems: inout [DataProblem]) {
        var records = records
        noteKeys(of: records, &problems)
        check(records, &problems)
        if let selected {
            if !isHeld { records = records.keeping(selected) }
            problems.removeAll { $0.address.map { !selected.concerns($0) } ?? false }
        }
        totals.files[totals.files.count - 1].records += records.rowCount
        if isRoster {
            builder.appendRoster(records)
        } else if isHeld {
            let strangers = builder.append(records)
            problems += strangers.map { row in
                let record = records.record(ofRow: row)
                return .notOnRoster(record, at: records.address(ofRow: row), listed: builder.rosterKey(of: record))
            }
        } else {
            audit.engine.evaluate(records, with: audit.plan, asOf: audit.asOf, into: &self)
        }
        tell(problems)
    }
}

// MARK: - Judging

private extension AuditRun {
    mutating func dataset(of submission: Submission) -> Dataset {
        var problems: [DataProblem] = []
        let supplied = Set(submission.references.map(\.file.table))
        let dataset = builder.finish(
            sent: { SubmittedLists(submission, supplied: supplied, tables: $0) }, problems: &problems)
        if audit.selection == nil {
            problems.forEach { totals.add($0) }
            for problem in problems where problem.code == .duplicateKey {
                for rule in audit.plan.rules(for: problem.table) { totals.summaries[rule].addDuplicate() }
            }
        }
        for case let table? in dataset.tables where table.table.group == nil { check(table, of: dataset, submission) }
        // What was made from a table that came has come, too.
        for table in audit.plan.vocabulary.tables.values {
            if let group = table.group, builder.isSupplied(group.table) { supply(table.name) }
        }
        return dataset
    }

    mutating func check(_ table: HeldTable, of dataset: Dataset, _ submission: Submission) {
        let checks = RecordChecks(table, of: dataset)
        guard !checks.isEmpty else { return }
        let chosen = chosen(in: table, submission)
        for record in 0..<table.count where audit.selection == nil || record == chosen {
            checks.problems(of: record).forEach { totals.add($0) }
        }
    }

    mutating func judge(_ table: HeldTable, by crew: Crew, _ submission: Submission) {
        let chosen = chosen(in: crew.dataset, submission)
        guard audit.selection == nil || chosen != nil else { return }
        audit.engine.evaluate(table, by: crew, only: chosen, into: &self)
    }

    /// The only record that is judged, where its table is held; nil where all are, too.
    func chosen(in dataset: Dataset, _ submission: Submission) -> ChosenRecord? {
        guard let selection = audit.selection, let table = dataset.table(named: submission.files[selection.file].table)
        else { return nil }
        return chosen(in: table, submission).map { ChosenRecord(table: table.index, record: $0) }
    }

    /// The only record that is judged, where it is one of a table's; nil where all are, too.
    func chosen(in table: HeldTable, _ submission: Submission) -> Int? {
        guard let selection = audit.selection else { return nil }
        let file = submission.files[selection.file]
        return file.table == table.table.name ? table.record(selection, of: file.source.name) : nil
    }
}

extension AuditRun: FindingSink {
    mutating func count(rule: Int, reason: Reason) { totals.summaries[rule].add(reason) }

    mutating func countGroup(rule: Int, reason: Reason) { totals.summaries[rule].addGroup(reason) }

    mutating func account(rule: Int, reason: Reason) { totals.summaries[rule].account(reason) }

    func wants(_ outcome: Outcome) -> Bool { sink.wants(outcome) }

    mutating func receive(_ finding: Finding) { sink.receive(finding) }

    mutating func report(_ problem: DataProblem) { totals.add(problem) }

    var timesRules: Bool { audit.timesRules }

    mutating func add(_ time: Swift.Duration, rule: Int) { if timesRules { totals.times[rule] += time } }
}
