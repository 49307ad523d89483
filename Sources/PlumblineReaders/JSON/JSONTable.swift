import Plumbline

/// Sorts the members of objects into columns, which grow in number as keys come up, and hands them over as
/// batches.
struct JSONTable {
    /// A key that came up: its bytes, and which builder takes its values if one does.
    private struct Key {
        var bytes: [UInt8]
        var column: Int?
        /// The last row that had the key, which tells a key that stands twice in an object.
        var lastRow = 0
    }

    private let filter: ColumnFilter
    private var headers: [RawHeader] = []
    private var keys: [Key] = []
    private var indexes: [[UInt8]: Int] = [:]
    /// The columns; one that the last rows do not have is shorter until it gets a value or the batch ends.
    private var columns: [RawColumnBuilder] = []
    private var rows: [RowAddress] = []
    private var problems: [RowProblem] = []
    private var size: BatchSize
    private var row = 0
    private var isFirst = true
    private let form: FileForm

    init(columns filter: ColumnFilter, batchRows: Int, form: FileForm) {
        self.form = form
        self.filter = filter
        size = BatchSize(batchRows: batchRows)
    }

    /// Whether the batch shall be handed over now.
    var isFull: Bool { size.isFull }

    /// Whether there is something left to hand over at the end.
    var isOwed: Bool { isFirst || !rows.isEmpty }

    /// Adds an object as a row.
    ///
    /// - Returns: The member whose key is one too many, if there is one.
    mutating func append(
        _ members: [JSONMember], in bytes: UnsafeBufferPointer<UInt8>, line: Int, byteCount: Int
    ) -> JSONMember? {
        row += 1
        let address = RowAddress(row: row, line: line)
        var expected = 0
        for member in members {
            let index = keyIndex(of: member, in: bytes, expected: expected)
            guard index < RecordLimits.columnCount else { return member }
            expected = index + 1
            if keys[index].lastRow == row {
                problems.append(.duplicateMember(headers[index].text, at: address))
            } else if let column = keys[index].column {
                columns[column].appendAbsent(count: rows.count - columns[column].count)
                Self.append(member.value, of: bytes, to: &columns[column])
            }
            keys[index].lastRow = row
        }
        rows.append(address)
        size.add(rowByteCount: byteCount, cells: columns.count)
        return nil
    }

    mutating func finish() -> RawBatch {
        for column in columns.indices { columns[column].appendAbsent(count: rows.count - columns[column].count) }
        let built = columns.indices.map { columns[$0].finish() }
        let batch = RawBatch(headers: headers, columns: built, rows: rows, problems: problems, form: form)
        rows.removeAll(keepingCapacity: true)
        problems.removeAll()
        size.startNext()
        isFirst = false
        return batch
    }

    /// The number of a member's key, which is new where it did not come up yet.
    ///
    /// - Parameter expected: The number that it has if this object's keys come in the usual order, which
    ///   spares looking it up.
    private mutating func keyIndex(of member: JSONMember, in bytes: UnsafeBufferPointer<UInt8>, expected: Int) -> Int {
        let raw = UnsafeBufferPointer(rebasing: bytes[member.key])
        if !member.keyHasEscapes, expected < keys.count, keys[expected].bytes.elementsEqual(raw) { return expected }
        let key = member.keyHasEscapes ? JSONText.unescaped(bytes, member.key) : Array(raw)
        if let index = indexes[key] { return index }
        return addKey(key)
    }

    private mutating func addKey(_ key: [UInt8]) -> Int {
        let index = keys.count
        guard index < RecordLimits.columnCount else { return index }
        let header = RawHeader(text: String(decoding: key, as: UTF8.self), column: nil)
        headers.append(header)
        indexes[key] = index
        keys.append(Key(bytes: key, column: filter.wants(header) ? columns.count : nil))
        if keys[index].column != nil { columns.append(RawColumnBuilder(headerIndex: index)) }
        return index
    }

    private static func append(
        _ value: JSONValue, of bytes: UnsafeBufferPointer<UInt8>, to column: inout RawColumnBuilder
    ) {
        let raw = UnsafeBufferPointer(rebasing: bytes[value.range])
        switch value.kind {
        case .string(hasEscapes: false), .literal: column.append(raw)
        case .string(hasEscapes: true):
            JSONText.unescaped(bytes, value.range).withUnsafeBufferPointer { column.append($0) }
        // The record has the member and says that there is nothing in it: a blank cell, not an absent one.
        case .null: column.append("")
        case .nested: column.appendNested(raw)
        }
    }
}
