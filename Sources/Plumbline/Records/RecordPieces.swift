/// The batches of records that a batch of rows comes to: itself, or parts of it in which each of a row's wide columns is a
/// record of its own. They are made one at a time, so that a wide file is never held whole.
struct RecordPieces: Sequence, IteratorProtocol {
    /// How many records a piece has at most.
    static let recordLimit = 4096
    /// How many bytes a piece repeats at most, of one row more.
    private static let byteLimit = 4_000_000
    /// How long the cells of a row may be that each of its records repeats.
    static let repeatedByteLimit = 8192

    private let batch: RawBatch
    private let wide: WideColumns?
    /// The next record: its row, and its place among the wide columns.
    private var (row, group) = (0, 0)
    private var isFirst = true

    init(_ batch: RawBatch, by wide: WideColumns? = nil) {
        self.batch = batch
        self.wide = wide
    }

    mutating func next() -> RawBatch? {
        defer { isFirst = false }
        guard let wide else { return isFirst ? batch : nil }
        guard isFirst || row < batch.rowCount else { return nil }
        return piece(wide)
    }
}

private extension RecordPieces {
    mutating func piece(_ wide: WideColumns) -> RawBatch? {
        var piece = WidePiece(batch, wide)
        if wide.groups.isEmpty { row = batch.rowCount }
        while row < batch.rowCount, piece.count < Self.recordLimit, piece.byteCount < Self.byteLimit {
            if piece.fits(row) {
                piece.append(row, group)
                group += 1
            } else {
                piece.problems.append(.tooLongToRepeat(limit: Self.repeatedByteLimit, at: batch.rows[row]))
                group = wide.groups.count
            }
            if group >= wide.groups.count { (row, group) = (row + 1, 0) }
        }
        return piece.finish(isFirst: isFirst)
    }
}

/// Some of the records of a batch's rows.
private struct WidePiece {
    private let batch: RawBatch
    private let wide: WideColumns
    /// Of each header the column under it.
    private let columns: [Int: RawColumn]
    private let kept: [RawColumn]
    private var repeated: [RawColumnBuilder]
    private var value: CellBuilder
    private var label: CellBuilder
    private var rows: [RowAddress] = []
    private(set) var byteCount = 0
    var problems: [RowProblem] = []

    init(_ batch: RawBatch, _ wide: WideColumns) {
        self.batch = batch
        self.wide = wide
        columns = Dictionary(batch.columns.map { ($0.headerIndex, $0) }) { first, _ in first }
        let spread = Set(wide.groups.flatMap(\.headers))
        kept = batch.columns.filter { !spread.contains($0.headerIndex) }
        repeated = kept.map { RawColumnBuilder(headerIndex: $0.headerIndex) }
        value = CellBuilder(headerIndex: wide.groups.first?.headers.first ?? 0)
        label = CellBuilder(headerIndex: batch.headers.count)
    }

    var count: Int { rows.count }

    /// Whether what all records of a row repeat is short enough for that.
    func fits(_ row: Int) -> Bool { kept.reduce(0) { $0 + $1.range(row).count } <= RecordPieces.repeatedByteLimit }

    mutating func append(_ row: Int, _ group: Int) {
        let cells = wide.groups[group].headers.compactMap { columns[$0] }
        let spoken = cells.filter { $0.hasText(row) }
        guard let cell = spoken.first ?? cells.first, !(wide.wide.ignoresBlanks && spoken.allSatisfy { $0.isBlank(row) }) else { return }
        for (place, column) in kept.enumerated() { repeated[place].append(column, row) }
        let texts = Set(spoken.map { CellText($0.text(row)).text })
        value.append(cell, row, state: texts.count > 1 ? .contradicted : cell.state(row))
        label.append(wide.groups[group].label, under: cell.headerIndex)
        rows.append(RowAddress(row: batch.rows[row].row, line: batch.rows[row].line, column: wide.column(of: group)))
        byteCount += kept.reduce(0) { $0 + $1.range(row).count } + cell.range(row).count + wide.groups[group].label.utf8.count
    }

    /// - Parameter isFirst: Whether what is told of the whole batch is told here.
    mutating func finish(isFirst: Bool) -> RawBatch {
        var header = RawHeader(text: wide.wide.header, meaning: .field(wide.wide.header))
        header.isGiven = true
        let headers = batch.headers + [header]
        let columns = repeated.indices.map { repeated[$0].finish() } + (wide.groups.isEmpty ? [] : [value.column]) + [label.column]
        return RawBatch(
            headers: headers, columns: columns, rows: rows, problems: (isFirst ? batch.problems : []) + problems,
            titles: isFirst ? batch.titles : [], form: batch.form)
    }
}

/// Gathers cells that stand under headers of their own.
private struct CellBuilder {
    private let headerIndex: Int
    private var utf8: [UInt8] = []
    private var ends: [Int32] = []
    private var states: [RawColumn.CellState] = []
    private var headerIndices: [Int32] = []

    init(headerIndex: Int) { self.headerIndex = headerIndex }

    mutating func append(_ column: RawColumn, _ row: Int, state: RawColumn.CellState) {
        utf8 += column.bytes(row)
        close(state, under: column.headerIndex)
    }

    mutating func append(_ text: String, under header: Int) {
        utf8 += text.utf8
        close(.text, under: header)
    }

    private mutating func close(_ state: RawColumn.CellState, under header: Int) {
        ends.append(Int32(utf8.count))
        states.append(state)
        headerIndices.append(Int32(header))
    }

    var column: RawColumn {
        RawColumn(headerIndex: headerIndex, utf8: utf8, ends: ends, states: states, headerIndices: headerIndices)
    }
}

private extension RawColumn {
    func isBlank(_ row: Int) -> Bool { state(row) != .nested && CellText.trimmed(text(row)).isEmpty }
}

private extension RawColumnBuilder {
    /// Adds a cell as another column has it.
    mutating func append(_ column: RawColumn, _ row: Int) {
        switch column.state(row) {
        case .absent: appendAbsent()
        case .text: column.utf8[column.range(row)].withUnsafeBufferPointer { append($0) }
        case let state: appendCell(column.bytes(row), state: state)
        }
    }
}
