import OrderedCollections

/// Some records of one table, read as their fields' types: what an engine judges at a time.
public struct RecordBatch: Sendable {
    /// The cells of one field, with the submitted text beside them.
    public struct Column: Sendable {
        public var cells: [Cell]
        /// The header of the column in the file; nil where the file has none for the field.
        public var header: String?
        /// The submitted texts; nil where the file has no such column.
        public var raw: RawColumn?
    }

    public var table: Table
    /// The name of the file that the records come from.
    public var file: String
    public var rows: [RowAddress]
    /// One a field, in the table's order; nil for fields that nothing asks for.
    public var columns: [Column?]

    public var rowCount: Int { rows.count }

    public func address(ofRow row: Int) -> RecordAddress {
        RecordAddress(file: file, row: rows[row].row, line: rows[row].line)
    }

    /// The submitted text of a cell, trimmed; nil where the record has none.
    public func text(field: Int, row: Int) -> String? {
        guard let raw = columns[field]?.raw, !raw.isAbsent(row) else { return nil }
        return CellText.trimmed(raw.text(row))
    }

    /// The record as findings call it; what is sensitive names nobody.
    public func record(ofRow row: Int) -> RecordReference {
        let parts = table.keyFields.map { name(inField: $0, row: row) ?? "" }
        let label = table.label.flatMap { name(inField: $0, row: row) }
        let hasKey = !parts.isEmpty && parts.allSatisfy { !$0.isEmpty }
        return RecordReference(
            table: table.name, key: hasKey ? parts.joined(separator: "/") : "#\(rows[row].row)",
            label: label.flatMap { $0.isEmpty ? nil : $0 }, address: address(ofRow: row))
    }

    /// The record with a number in its file, alone; no record where it is not among these.
    func keeping(row number: Int) -> RecordBatch {
        let kept = rows.indices.filter { rows[$0].row == number }
        var batch = self
        batch.rows = kept.map { rows[$0] }
        batch.columns = columns.map { column in
            guard let column else { return nil }
            return Column(cells: kept.map { column.cells[$0] }, header: column.header, raw: column.raw?.keeping(kept))
        }
        return batch
    }

    private func name(inField name: String, row: Int) -> String? {
        guard let field = table.fields.index(forKey: name), !table.fields.values[field].isSensitive else { return nil }
        return text(field: field, row: row)
    }
}
