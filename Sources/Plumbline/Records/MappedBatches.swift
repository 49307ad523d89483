import CEL
import Diagnostics
import OrderedCollections

/// What a mapping makes of a file's batches: headers that mean what it says, cells that it adds or takes for blank, rows
/// that it leaves out, and a record for each of a row's wide columns.
struct MappedBatches {
    /// Of each batch no more problems are told than anybody reads.
    private static let problemLimit = 100

    let headers: MappedHeaders
    private let mapping: FileMapping
    private let table: Table
    private let wanted: Set<String>
    /// The rows that the mapping's condition left out.
    private(set) var dropped: SetAside?
    private var seenHeaders: [RawHeader] = []

    /// - Parameter wanted: The places of the fields that somebody asks for.
    init(_ mapping: FileMapping, of table: Table, wanted: Set<Int>) {
        headers = MappedHeaders(mapping, of: table)
        self.mapping = mapping
        self.table = table
        self.wanted = Set(wanted.map { table.fields.keys[$0] })
    }

    /// The batch with what its headers mean, and with the words for a blank cell marked.
    mutating func named(_ batch: RawBatch) -> RawBatch {
        let named = batch.headers.map(headers.meant)
        if named.count > seenHeaders.count { seenHeaders = named }
        let columns = mapping.blankWords.isEmpty ? batch.columns : batch.columns.map { $0.marking(mapping.blankWords) }
        return batch.with(headers: named, columns: columns)
    }

    /// The batches of records that a batch of rows comes to.
    ///
    /// - Parameter batch: What ``named(_:)`` gave, without the rows that are no records.
    mutating func pieces(of batch: RawBatch) -> RecordPieces {
        let texts = RowTexts(batch, headers, table)
        var batch = dropping(batch, texts) ?? batch
        batch = computing(batch, batch.rowCount == texts.rowCount ? texts : RowTexts(batch, headers, table))
        for (field, text) in mapping.constants where wanted.contains(field) {
            batch = batch.adding(RawHeader(text: field, meaning: .field(field)), text: text)
        }
        guard let wide = mapping.wide else { return RecordPieces(batch) }
        return RecordPieces(batch, by: WideColumns(wide, batch.headers, headers))
    }

    /// What a file of the mapping did not have, told after its last batch.
    func problems(file: String) -> [DataProblem] {
        let found = Set(seenHeaders.map { HeaderName($0.text) })
        var problems: [DataProblem] = []
        for (name, columns) in OrderedDictionary(grouping: mapping.columns, by: \.name)
        where !columns.contains(where: { found.contains($0.header) }) {
            let isUsed = wanted.contains(name) || headers.mapping.usedNames.contains(name)
            guard isUsed else { continue }
            problems.append(.mappedColumnMissing(columns.map(\.text), gives: name, mapping, table: table.name, file: file))
        }
        guard let wide = mapping.wide else { return problems }
        return problems + WideColumns(wide, seenHeaders, headers).problems(of: mapping, table: table, file: file)
    }
}

private extension MappedBatches {
    /// The batch without the rows that the mapping leaves out; nil where it leaves none out.
    mutating func dropping(_ batch: RawBatch, _ texts: RowTexts) -> RawBatch? {
        guard let drop = mapping.drop else { return nil }
        var (kept, problems) = ([Int](), [RowProblem]())
        for row in 0..<batch.rowCount {
            switch texts.value(of: drop, row: row) {
            case .bool(true): note(batch.rows[row])
            case .error(let error):
                if problems.count < Self.problemLimit { problems.append(.notDropped(error.message, at: batch.rows[row])) }
                kept.append(row)
            default: kept.append(row)
            }
        }
        return (kept.count == batch.rowCount ? batch : batch.keeping(kept)).adding(problems)
    }

    mutating func note(_ row: RowAddress) {
        var rows = dropped ?? SetAside(kind: .dropped, count: 0, rows: [])
        rows.count += 1
        if rows.rows.count < SetAside.addressLimit { rows.rows.append(row) }
        dropped = rows
    }

    /// The batch with a column for each field that is computed and wanted.
    func computing(_ batch: RawBatch, _ texts: RowTexts) -> RawBatch {
        var batch = batch
        for computed in mapping.computed where wanted.contains(computed.field) {
            var problems: [RowProblem] = []
            let cells = (0..<batch.rowCount).map { row -> String? in
                switch texts.value(of: computed.program, row: row) {
                case .string(let text): return text
                case .error(let error):
                    if problems.count < Self.problemLimit {
                        problems.append(.notComputed(computed.field, error.message, at: batch.rows[row]))
                    }
                    return nil
                default: return nil
                }
            }
            batch = batch.adding(RawHeader(text: computed.field, meaning: .field(computed.field)), texts: cells).adding(problems)
        }
        return batch
    }
}

/// The texts of a batch's rows, by the names that a mapping's expressions have for the columns.
private struct RowTexts {
    private let batch: RawBatch
    private let columns: [String: [Int]]

    init(_ batch: RawBatch, _ headers: MappedHeaders, _ table: Table) {
        self.batch = batch
        var columns: [String: [Int]] = [:]
        for (place, column) in batch.columns.enumerated() {
            guard let name = headers.name(of: batch.headers[column.headerIndex], in: table) else { continue }
            columns[name, default: []].append(place)
        }
        self.columns = columns
    }

    var rowCount: Int { batch.rowCount }

    func value(of program: Program, row: Int) -> Value {
        program.evaluate(slots: program.variables.map { .string(text($0, row)) })
    }

    /// The trimmed text of the first of a name's columns that holds any; empty where none does.
    private func text(_ name: String, _ row: Int) -> String {
        let place = columns[name]?.first { batch.columns[$0].hasText(row) }
        return place.map { CellText.trimmed(batch.columns[$0].text(row)) } ?? ""
    }
}

private extension RawColumn {
    /// The column with the cells marked that hold one of some words.
    func marking(_ words: Set<String>) -> RawColumn {
        let marked = ends.indices.filter { state($0) == .text && !range($0).isEmpty && words.contains(CellText.trimmed(text($0))) }
        guard !marked.isEmpty else { return self }
        var states = ends.indices.map(state)
        for row in marked { states[row] = .blankWord }
        return RawColumn(headerIndex: headerIndex, utf8: utf8, ends: ends, states: states, headerIndices: headerIndices)
    }
}
