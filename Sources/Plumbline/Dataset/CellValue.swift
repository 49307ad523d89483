import CEL

/// A cell as expressions see it.
struct CellValue {
    let field: Field
    /// The field's place in its table, by which evidence finds it again.
    let place: Int

    /// - Parameters:
    ///   - isUnsent: Whether nothing at all came of the record.
    ///   - ranges: Which of the missing numbers are ranges.
    ///   - record: Whose cell it is: the table's place in the vocabulary, nil for a table that is read and forgotten, and the
    ///     record's in the table.
    func value(_ cell: Cell, isUnsent: Bool = false, _ ranges: Ranges = .none, of record: (table: Int?, place: Int)? = nil) -> Value {
        switch cell {
        case .measured(let value):
            if let supposition = ranges.supposition, let record { supposition.noteMeasured(at: place(of: record)) }
            return value
        case .missing: return isUnsent ? absent(.noRecord, ranges) : supposed(ranges, record) ?? absent(.missing, ranges)
        case .unreadable: return supposed(ranges, record) ?? absent(.unreadable, ranges)
        }
    }

    func unknown(_ reason: Reason) -> Value { .unknown(UnknownSet(cause(reason))) }

    private func place(of record: (table: Int?, place: Int)) -> Supposition.Place {
        Supposition.Place(table: record.table, field: place, record: record.place)
    }

    private func supposed(_ ranges: Ranges, _ record: (table: Int?, place: Int)?) -> Value? {
        guard let supposition = ranges.supposition, let record else { return nil }
        return supposition.value(of: field, at: place(of: record))
    }

    private func absent(_ reason: Reason, _ ranges: Ranges) -> Value {
        guard ranges.areEverywhere, field.type.isNumeric, !field.isMany else { return unknown(reason) }
        return IntervalValue.missing(range: field.range, cause: cause(reason))
    }

    private func cause(_ reason: Reason) -> UnknownCause {
        UnknownCause(code: reason.rawValue, subject: field.name, token: place)
    }
}
