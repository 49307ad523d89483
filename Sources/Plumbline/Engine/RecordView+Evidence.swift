import CEL
import OrderedCollections

extension RecordView {
    /// The cells that an expression rests on: the record's own, then those that its references lead to.
    func evidence(of program: FieldProgram) -> [Evidence] {
        program.cells.compactMap(evidence) + program.paths.compactMap(evidence) + definitions(of: program).flatMap(evidence)
    }

    /// How the defined fields come about that an expression names, such as an indicator's parts.
    private func definitions(of program: FieldProgram) -> [FieldProgram] {
        guard case .held(let dataset, let table, _) = source else { return [] }
        return program.slots.compactMap { slot in
            guard case .member(let name) = slot, let field = table.table.fields.index(forKey: name) else { return nil }
            return dataset.plan.definitions[table.table.name]?[field]
        }
    }

    /// The evidence of a cell, its text masked where the field is sensitive; nil where there is no row to show.
    func evidence(_ field: Int) -> Evidence? {
        switch source {
        case .streamed(let batch, let row): return Self.evidence(field, batch, row, cell: batch.columns[field]?.cells[row] ?? .missing)
        case .held(_, let table, let record):
            let (batch, row) = table.source(field, of: record)
            return Self.evidence(field, batch, row, cell: table.cell(field, of: record))
        case .absent: return nil
        }
    }
}

private extension RecordView {
    /// The evidence of a cell at the end of a chain of references.
    func evidence(_ path: [String]) -> Evidence? {
        guard let (table, record) = record(at: path.dropLast()), let name = path.last,
              let field = table.table.fields.index(forKey: name)
        else { return nil }
        let (batch, row) = table.source(field, of: record)
        var evidence = Self.evidence(field, batch, row, cell: table.cell(field, of: record))
        evidence.field = path.joined(separator: ".")
        return evidence
    }

    /// The record that a chain of references leads to.
    func record(at path: ArraySlice<String>) -> (HeldTable, Int)? {
        guard case .held(let dataset, let table, let record) = source else { return nil }
        var (table_, record_) = (table, record)
        for name in path {
            guard let field = table_.table.fields.index(forKey: name), case .reference(let parent) = table_.table.fields.values[field].type,
                  case .record(let next)? = table_.references[field]?[record_], let nextTable = dataset.table(named: parent)
            else { return nil }
            (table_, record_) = (nextTable, Int(next))
        }
        return (table_, record_)
    }

    static func evidence(_ field: Int, _ batch: RecordBatch, _ row: Int, cell: Cell) -> Evidence {
        let definition = batch.table.fields.values[field]
        let text = batch.text(field: field, row: row)
        let isMasked = definition.isSensitive && text != nil
        let state: Evidence.State =
            switch cell {
            case .measured: .measured
            case .missing: .missing
            case .unreadable: .unreadable
            }
        return Evidence(
            field: definition.name, address: batch.address(ofRow: row), column: batch.columns[field]?.header,
            text: isMasked ? nil : text, state: state, isMasked: isMasked)
    }
}
