extension PlainDataset {
    /// Records within each other: a level's field leads to the record of that level in which this one lies, itself where it
    /// is of the level, and to none from above it.
    func level(_ name: String, of row: PlainRow) -> PlainValue? {
        let levels = row.table.features.levels
        guard let wanted = levels.firstIndex(where: { $0.field == name }) else { return nil }
        var row = row
        for _ in 0..<20 {
            switch row.cells["level"] {
            case .value(let value, _):
                guard let own = levels.firstIndex(where: { $0.value == value.shown }) else { return .failure }
                if own == wanted { return .row(row) }
                if own < wanted { return .null }
            case .unreadable: return .unknown(.unreadable)
            case nil, .blank: return .unknown(row.absence ?? .missing)
            }
            let above = row.text("parent")
            guard let next = rows(of: row.table).first(where: { $0.key == above && !above.isEmpty }) else { return .unknown(.no_such_record) }
            row = next
        }
        return .unknown(.no_such_record)
    }

    /// Whether a reference leads to a record, or to one that lies below it.
    func leads(_ text: String, to row: PlainRow) -> Bool {
        if text == row.key { return true }
        guard !row.table.features.levels.isEmpty, !text.isEmpty else { return false }
        var text = text
        for _ in 0..<20 {
            guard let next = rows(of: row.table).first(where: { $0.key == text }) else { return false }
            text = next.text("parent")
            if text == row.key { return true }
            if text.isEmpty { return false }
        }
        return false
    }

    /// Whether a record stands in the register on a day: from the first day on, and not on the day of leaving.
    func isInRegister(_ row: PlainRow, on day: PlainDay) -> Bool {
        guard let valid = row.table.features.valid else { return true }
        let (from, until) = (row.text(valid.from), row.text(valid.until))
        return !(day < PlainDay(text: from)) && (until.isEmpty || day < PlainDay(text: until))
    }

    /// What was observed of a record in a year, in a table of its own.
    func observed(_ indicator: PlainObserved, of row: PlainRow, in year: Int?) -> PlainValue {
        let table = vocabulary.table("figure")
        guard isSent(table) else { return .unknown(.list_not_submitted) }
        let found = rows(of: table).filter { other in
            indicator.names.contains(other.text("indicator")) && other.text("place") == row.key && year.map { other.text("period") == "\($0)" } ?? false
        }
        // What nobody can read, nobody can say to be the same.
        let unreadable = found.count { if case .unreadable = $0.cells["value"] { true } else { false } }
        if unreadable > 1 { return .unknown(.ambiguous_record) }
        switch Set(found.map { $0.cells["value"] ?? .blank }).count {
        case 0:
            // Who must answer and never did, whatever was asked, is told as such.
            let isListed = rosters.contains { roster in roster.table == row.table && roster.rows.contains { $0[row.table.key[0]]?.text == row.key } }
            let hasAny = rows(of: table).contains { $0.text("place") == row.key }
            return .unknown(isListed && !hasAny ? .no_record : .no_such_period)
        case 1:
            switch found[0].cells["value"] {
            case .value(let value, _): return value
            case .unreadable: return .unknown(.unreadable)
            default: return .unknown(.missing)
            }
        default: return .unknown(.ambiguous_record)
        }
    }

    /// The figure that somebody published for an area: for a group, or for all where there is none for the group.
    func published(_ names: [String], of area: String, _ group: String?, in year: Int?) -> PlainValue {
        let all = rows(of: vocabulary.table("norm")).filter { row in
            names.contains(row.text("indicator")) && row.text("area") == area && year.map { row.text("period") == "\($0)" } ?? false
        }
        let own = group.map { group in all.filter { $0.text("group") == group } } ?? []
        let found = own.isEmpty ? all.filter { $0.text("group").isEmpty } : own
        switch Set(found.map { $0.cells["value"] ?? .blank }).count {
        case 0: return .unknown(.no_benchmark)
        case 1: if case .value(let value, _) = found[0].cells["value"] { return value } else { return .unknown(.missing) }
        default: return .unknown(.ambiguous_record)
        }
    }

    /// The records of a table of groups: a value each that is there, then those that are expected.
    func groups(_ table: PlainTable) -> [PlainRow] {
        guard let group = table.features.group else { return [] }
        var values: [String] = []
        let found = rows(of: vocabulary.table(group.of)).map { $0.text(group.by) }
        for value in found + group.expected where !value.isEmpty && !values.contains(value) { values.append(value) }
        return values.map { PlainRow(table: table, number: 0, cells: [group.by: .value(.text($0), text: $0)]) }
    }
}
