/// The cells of a table's records: what a record's own row leaves out, its roster's row fills.
struct RecordCells: Sendable {
    var batches: [RecordBatch] = []
    /// Of each record, where its own row lies.
    var places: [HeldTable.Place] = []
    /// The roster's rows of records that have a row of their own.
    var rosterPlaces: [Int: HeldTable.Place] = [:]

    /// The row that speaks for a record's field.
    func place(of field: Int, _ record: Int) -> HeldTable.Place {
        let own = places[record]
        guard case .missing = cell(field, at: own), let roster = rosterPlaces[record] else { return own }
        if case .missing = cell(field, at: roster) { return own }
        return roster
    }

    func cell(_ field: Int, of record: Int) -> Cell {
        let own = cell(field, at: places[record])
        guard case .missing = own, let roster = rosterPlaces[record] else { return own }
        return cell(field, at: roster)
    }

    /// The batch and the row from which a record's cell comes.
    func source(_ field: Int, of record: Int) -> (batch: RecordBatch, row: Int) {
        let place = place(of: field, record)
        return (batches[Int(place.batch)], Int(place.row))
    }

    /// The text by which a record's cell names another record or a group; nil where it is blank or cannot be what was
    /// meant.
    func keyText(_ field: Int, of record: Int) -> String? {
        let (batch, row) = source(field, of: record)
        if case .unreadable? = batch.columns[field]?.cells[row] { return nil }
        guard let text = batch.wholeText(field: field, row: row), !text.isEmpty else { return nil }
        return text
    }

    private func cell(_ field: Int, at place: HeldTable.Place) -> Cell {
        batches[Int(place.batch)].columns[field]?.cells[Int(place.row)] ?? .missing
    }
}
