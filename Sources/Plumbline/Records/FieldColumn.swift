import Quantities

/// A column of a file with the reader of its cells, which knows the unit that its header states.
struct FieldColumn {
    let raw: RawColumn
    let reader: CellReader

    /// A cell that the record does not have is missing, whatever a blank one would say.
    func cell(_ row: Int) -> Cell {
        switch raw.state(row) {
        case .absent: .missing
        case .nested: .unreadable(.nested)
        case .contradicted: .unreadable(.contradictory)
        case .blankWord: reader.read("")
        case .text: reader.read(raw.text(row))
        }
    }

    /// What was read of the row before: of rows that say the same, one is read.
    struct Read {
        fileprivate var text: String
        fileprivate var cell: Cell
    }

    /// A cell as `cell(_:)` has it.
    func cell(_ row: Int, after last: inout Read?) -> Cell {
        guard case .text = raw.state(row) else { return cell(row) }
        let text = raw.text(row)
        // By its bytes: two ways to write é are two texts.
        if let last, last.text.utf8.elementsEqual(text.utf8) { return last.cell }
        let cell = reader.read(text)
        last = Read(text: text, cell: cell)
        return cell
    }

    /// Whether two columns say the same of a record: in the same words and the same unit, or in words for one number.
    func agrees(with other: FieldColumn, row: Int) -> Bool {
        if reader.unit == other.reader.unit, CellText(raw.text(row)).text == CellText(other.raw.text(row)).text { return true }
        guard case .measured(let value) = cell(row), case .measured(let rival) = other.cell(row) else { return false }
        return value.number.map { $0 == rival.number } ?? false
    }
}
