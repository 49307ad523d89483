import CEL

/// A cell as expressions see it.
struct CellValue {
    let field: Field
    /// The field's place in its table, by which evidence finds it again.
    let place: Int

    /// - Parameters:
    ///   - isUnsent: Whether nothing at all came of the record.
    ///   - isBounded: Whether a number that is missing is the range that it could be in.
    func value(_ cell: Cell, isUnsent: Bool = false, isBounded: Bool = false) -> Value {
        switch cell {
        case .measured(let value): value
        case .missing: absent(isUnsent ? .noRecord : .missing, isBounded)
        case .unreadable: absent(.unreadable, isBounded)
        }
    }

    func unknown(_ reason: Reason) -> Value { .unknown(UnknownSet(cause(reason))) }

    private func absent(_ reason: Reason, _ isBounded: Bool) -> Value {
        guard isBounded, field.type.isNumeric, !field.isMany else { return unknown(reason) }
        return IntervalValue.missing(range: field.range, cause: cause(reason))
    }

    private func cause(_ reason: Reason) -> UnknownCause {
        UnknownCause(code: reason.rawValue, subject: field.name, token: place)
    }
}
