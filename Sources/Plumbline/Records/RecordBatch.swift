import OrderedCollections

/// Some records of one table, read as their fields' types: what an engine judges at a time.
public struct RecordBatch: Sendable {
    /// The cells of one field, with the submitted text beside them.
    public struct Column: Sendable {
        /// One for each record of the batch.
        public var cells: [Cell]
        /// The header of the column in the file; nil where the file has none for the field.
        public var header: String?
        /// Of each row the header of the cell, where a row of the file holds several records; empty elsewhere.
        var rowHeaders: [String] = []
        /// The file's columns that give the field; mostly one, none where the file has no such column.
        var raw: [RawColumn] = []
        /// For each row the place in `raw` of the column that speaks for it.
        var sources: [Int] = []

        /// The header over a row's cell in the file; nil where the file has none.
        func header(ofRow row: Int) -> String? { rowHeaders.isEmpty ? header : rowHeaders[row] }
    }

    /// How much of a cell's text is kept; a cell of a megabyte is no better evidence than its beginning.
    private static let textLimit = 1000

    /// The table that the records are of.
    public var table: Table
    /// The name of the file that the records come from.
    public var file: String
    /// Where each record stands.
    public var rows: [RowAddress]
    /// One a field, in the table's order; nil for fields that nothing asks for.
    public var columns: [Column?]

    /// How many records there are.
    public var rowCount: Int { rows.count }

    /// Where a record stands, with its file.
    public func address(ofRow row: Int) -> RecordAddress {
        RecordAddress(file: file, row: rows[row].row, line: rows[row].line, column: rows[row].column)
    }

    /// The submitted text of a cell, trimmed and cut; nil where the record has none, and of a cell that may be another field's.
    public func text(field: Int, row: Int) -> String? {
        isShifted(field, row) ? nil : submittedText(field: field, row: row).map(Self.cut)
    }

    private func isShifted(_ field: Int, _ row: Int) -> Bool {
        if case .unreadable(.shifted)? = columns[field]?.cells[row] { true } else { false }
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > textLimit, text.unicodeScalars.count > textLimit else { return text }
        return String(text.unicodeScalars.prefix(textLimit)) + "…"
    }

    /// The texts of the record's key as they are compared; nil where one is blank that may not be, or the row is the key.
    func keyParts(ofRow row: Int) -> [String]? { keyTexts(ofRow: row).map { $0.map(CellText.comparable) } }

    /// The texts of the record's key as they were submitted, trimmed; nil where one is blank that may not be, or the row is the
    /// key.
    private func keyTexts(ofRow row: Int) -> [String]? {
        let texts = table.keyFields.compactMap { name -> String? in
            guard let field = table.fields.index(forKey: name) else { return nil }
            let text = wholeText(field: field, row: row) ?? ""
            return text.isEmpty && table.fields.values[field].blank == .missing ? nil : text
        }
        return texts.count == table.keyFields.count && texts.contains { !$0.isEmpty } ? texts : nil
    }

    /// The record as findings call it; what is sensitive names nobody.
    public func record(ofRow row: Int) -> RecordReference {
        let names = table.keyFields.map { name(inField: $0, row: row) ?? "" }
        let isNamed = hasReadableKey(row) && keyTexts(ofRow: row) != nil && zip(names, table.keyFields).allSatisfy { name, field in
            !name.isEmpty || table.fields[field].map { $0.blank != .missing && !$0.hidesText } ?? false
        }
        let label = table.label.flatMap { name(inField: $0, row: row) }
        return RecordReference(
            table: table.name, key: isNamed ? names.filter { !$0.isEmpty }.joined(separator: "/") : number(ofRow: row),
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

    /// The text by which a cell names something, trimmed: empty for a word that means no text; nil where the record has none.
    func wholeText(field: Int, row: Int) -> String? {
        guard let raw = raw(field, row) else { return nil }
        return raw.state(row) == .blankWord ? "" : CellText.trimmed(raw.text(row))
    }

    /// Whether the row says nothing of a field at all, not even that its cell is blank.
    func isLeftOut(field: Int, row: Int) -> Bool { raw(field, row).map { $0.state(row) == .absent } ?? true }

    /// A selected record, alone; no record where it is not among these.
    func keeping(_ selection: RecordSelection) -> RecordBatch {
        let kept = rows.indices.filter { selection.isRecord(rows[$0]) }
        var batch = self
        batch.rows = kept.map { rows[$0] }
        batch.columns = columns.map { column in
            guard let column else { return nil }
            return Column(
                cells: kept.map { column.cells[$0] }, header: column.header,
                rowHeaders: column.rowHeaders.isEmpty ? [] : kept.map { column.rowHeaders[$0] }, raw: column.raw.map { $0.keeping(kept) },
                sources: column.sources.isEmpty ? [] : kept.map { column.sources[$0] })
        }
        return batch
    }

    /// The record's number in its file, and that of its column where its row holds several.
    private func number(ofRow row: Int) -> String { "#\(rows[row].row)" + (rows[row].column.map { ":\($0)" } ?? "") }

    /// The submitted text of a cell, trimmed; nil where the record has none.
    private func submittedText(field: Int, row: Int) -> String? { raw(field, row).map { CellText.trimmed($0.text(row)) } }

    /// The file's column in which a record has a cell of the field.
    private func raw(_ field: Int, _ row: Int) -> RawColumn? {
        guard let column = columns[field], !column.raw.isEmpty else { return nil }
        let raw = column.raw[column.sources[row]]
        return raw.isAbsent(row) ? nil : raw
    }

    private func name(inField name: String, row: Int) -> String? {
        guard let field = table.fields.index(forKey: name), !table.fields.values[field].hidesText, !isShifted(field, row) else { return nil }
        return wholeText(field: field, row: row).map(Self.cut)
    }
}
