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
        let parts = hasReadableKey(row) ? table.keyFields.map { name(inField: $0, row: row) ?? "" } : []
        let label = table.label.flatMap { name(inField: $0, row: row) }
        let hasKey = !parts.isEmpty && parts.allSatisfy { !$0.isEmpty }
        return RecordReference(
            table: table.name, key: hasKey ? parts.joined(separator: "/") : "#\(rows[row].row)",
            label: label.flatMap { $0.isEmpty ? nil : $0 }, address: address(ofRow: row))
    }

    /// Whether no part of a record's key is text that cannot be what was meant: two codes that a spreadsheet
    /// mangled may look alike.
    func hasReadableKey(_ row: Int) -> Bool {
        table.keyFields.allSatisfy { name in
            guard let field = table.fields.index(forKey: name), let column = columns[field] else { return true }
            if case .unreadable = column.cells[row] { return false }
            return true
        }
    }

    private func name(inField name: String, row: Int) -> String? {
        guard let field = table.fields.index(forKey: name), !table.fields.values[field].isSensitive else { return nil }
        return text(field: field, row: row)
    }
}
