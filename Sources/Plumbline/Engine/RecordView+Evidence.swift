import CEL
import OrderedCollections

extension RecordView {
    /// The cells that an expression rests on: the record's own and those that its fields are made from, then those that
    /// its references lead to. The text of a sensitive one is masked. None where there is no row to show.
    func evidence(of program: FieldProgram) -> [Evidence] {
        switch source {
        case .streamed(let streamed, let row):
            program.fields.map { Self.evidence($0, streamed.batch, row, cell: streamed.batch.columns[$0]?.cells[row] ?? .missing) }
        case .held(let dataset, let table, let record):
            CellWalk(program, of: record, in: table, dataset, seenIn: moment).places.map(Self.evidence)
        case .absent: []
        }
    }
}

extension RecordView {
    static func evidence(_ place: CellWalk.Place) -> Evidence {
        let (batch, row) = place.table.source(place.field, of: place.record)
        var evidence = evidence(place.field, batch, row, cell: place.table.cell(place.field, of: place.record))
        evidence.field = place.path.joined(separator: ".")
        return evidence
    }
}

private extension RecordView {
    static func evidence(_ field: Int, _ batch: RecordBatch, _ row: Int, cell: Cell) -> Evidence {
        let definition = batch.table.fields.values[field]
        let text = batch.text(field: field, row: row)
        let isMasked = definition.hidesText && text != nil
        let state: Evidence.State =
            switch cell {
            case .measured: .measured
            case .missing: .missing
            case .unreadable: .unreadable
            }
        return Evidence(
            field: definition.name, address: batch.address(ofRow: row), column: batch.columns[field]?.header(ofRow: row),
            text: isMasked ? nil : text, state: state, isMasked: isMasked)
    }
}
