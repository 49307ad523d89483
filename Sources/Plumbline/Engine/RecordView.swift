import CEL
import OrderedCollections

/// One record of a batch, as expressions see it.
struct RecordView {
    let batch: RecordBatch
    let row: Int
    let asOf: CalendarDate

    var reference: RecordReference { batch.record(ofRow: row) }

    func value(of program: FieldProgram) -> Value { program.program.evaluate(slots: program.slots.map(value)) }

    func isSensitive(_ field: Int) -> Bool { batch.table.fields.values[field].isSensitive }

    /// The evidence of a cell, its text masked where the field is sensitive.
    func evidence(_ field: Int) -> Evidence {
        let definition = batch.table.fields.values[field]
        let text = batch.text(field: field, row: row)
        let isMasked = definition.isSensitive && text != nil
        return Evidence(
            field: definition.name, address: batch.address(ofRow: row), column: batch.columns[field]?.header,
            text: isMasked ? nil : text, state: state(field), isMasked: isMasked)
    }

    private func value(_ slot: FieldProgram.Slot) -> Value? {
        switch slot {
        case .asOf: .object(DateValue(asOf))
        case .field(let field): value(ofField: field)
        }
    }

    private func value(ofField field: Int) -> Value {
        switch cell(field) {
        case .measured(let value): value
        case .missing: unknown(.missing, field)
        case .unreadable: unknown(.unreadable, field)
        }
    }

    private func unknown(_ reason: Reason, _ field: Int) -> Value {
        .unknown(UnknownSet(UnknownCause(code: reason.rawValue, subject: batch.table.fields.keys[field], token: field)))
    }

    private func cell(_ field: Int) -> Cell { batch.columns[field]?.cells[row] ?? .missing }

    private func state(_ field: Int) -> Evidence.State {
        switch cell(field) {
        case .measured: .measured
        case .missing: .missing
        case .unreadable: .unreadable
        }
    }
}
