import CEL
import OrderedCollections

/// Everything that expressions can reach from a record: the held tables of a run, tied together by their references.
final class Dataset: Sendable {
    let plan: AuditPlan
    let asOf: CalendarDate
    /// By the table's place in the vocabulary; nil for tables that are read and forgotten.
    let tables: [HeldTable?]
    private let sent: any SentLists
    private let memory = ValueMemory()
    /// What targets took from elsewhere in the data.
    let figures = FigureMemory()
    /// The tables that came, with those that were made from them.
    private let supplied: Set<String>
    /// Whether a cell goes before the value that its field would be made to have, as in cases.
    private let prefersGiven: Bool

    init(
        plan: AuditPlan, asOf: CalendarDate, tables: [HeldTable?], sent: any SentLists, supplied: Set<String>,
        prefersGiven: Bool = false
    ) {
        self.prefersGiven = prefersGiven
        self.supplied = supplied
        self.plan = plan
        self.asOf = asOf
        self.tables = tables
        self.sent = sent
    }

    func table(named name: String) -> HeldTable? {
        plan.vocabulary.tables.index(forKey: name).flatMap { tables.indices.contains($0) ? tables[$0] : nil }
    }

    /// Whether a file supplied a table, or the one that it groups.
    func isSupplied(_ table: Table) -> Bool { supplied.contains(table.group?.table ?? table.name) }

    /// The value of a reference, a list, a defined field or a cell of a record; nil where the table has no such member.
    ///
    /// - Parameter isBounded: Whether a number that is missing is the range that it could be in.
    func value(of member: String, _ record: Int, of table: HeldTable, isBounded: Bool) -> Value? {
        if let field = table.table.fields.index(forKey: member) {
            return value(ofField: field, record, of: table, isBounded: isBounded)
        }
        return table.lists[member].map { list($0, of: record, in: table, isBounded: isBounded) }
    }

    func value(ofField field: Int, _ record: Int, of table: HeldTable, isBounded: Bool) -> Value {
        let definition = table.table.fields.values[field]
        if let program = plan.definitions[table.table.name]?[field] {
            return value(definedBy: program, field: field, record, of: table, isBounded: isBounded)
        }
        if let references = table.references[field] {
            return value(of: references[record], field: definition, table)
        }
        return CellValue(field: definition, place: field).value(
            table.cell(field, of: record), isUnsent: table.isUnsent(record), isBounded: isBounded)
    }

    /// What a field comes to that others define: the value that they make, or the one that was supplied where they
    /// make none.
    private func value(
        definedBy program: FieldProgram, field: Int, _ record: Int, of table: HeldTable, isBounded: Bool
    ) -> Value {
        let supplied = table.cell(field, of: record)
        if prefersGiven, case .measured(let value) = supplied { return value }
        let made = value(madeBy: program, field: field, record, of: table, isBounded: isBounded)
        guard made.openCauses != nil, case .measured(let value) = supplied else { return made }
        return value
    }

    /// What the definition of a field makes of a record by itself, whatever was supplied.
    func value(madeBy program: FieldProgram, field: Int, _ record: Int, of table: HeldTable, isBounded: Bool) -> Value {
        let maker = ValueMemory.Key.Maker.field(Int32(field), table: Int32(table.index))
        return memory.value(ValueMemory.Key(maker: maker, record: Int32(record), isBounded: isBounded)) {
            value(of: program, record, in: table, isBounded: isBounded)
        }
    }

    /// What an aggregate over a record's lists comes to, which many records ask for.
    func value(of aggregate: LiftedAggregate, _ record: Int, in table: HeldTable, isBounded: Bool) -> Value {
        let maker = ValueMemory.Key.Maker.aggregate(ObjectIdentifier(aggregate))
        return memory.value(ValueMemory.Key(maker: maker, record: Int32(record), isBounded: isBounded)) {
            value(of: aggregate.program, record, in: table, isBounded: isBounded)
        }
    }

    private func value(of program: FieldProgram, _ record: Int, in table: HeldTable, isBounded: Bool) -> Value {
        // What a record of a period is made of is seen in that period.
        let period = table.periods.isEmpty ? nil : table.periods[record]
        return RecordView(.held(self, table, record), Circumstances(asOf: asOf, period: period, isBounded: isBounded)).value(of: program)
    }

    /// Whether the value of a field that others define is the one that was supplied.
    func isSupplied(_ field: Int, _ record: Int, of table: HeldTable) -> Bool {
        guard case .measured = table.cell(field, of: record), let program = plan.definitions[table.table.name]?[field]
        else { return false }
        return prefersGiven || value(madeBy: program, field: field, record, of: table, isBounded: false).openCauses != nil
    }

    /// The row of the same record in another period.
    func record(_ record: Int, of table: HeldTable, at period: CalendarPeriod) -> Value {
        guard !table.entityOfRecord.isEmpty else {
            return table.periods.isEmpty || table.periods[record] != period
                ? .noAnswer(.noSuchPeriod) : .object(RecordObject(self, table, record, isBounded: false))
        }
        return self.record(of: table.entities[Int(table.entityOfRecord[record])], in: table, at: period)
    }

    /// An entity's row of a period.
    func record(of entity: HeldTable.Entity, in table: HeldTable, at period: CalendarPeriod) -> Value {
        let rows = entity.records.filter { table.periods[$0] == period }
        switch rows.count {
        case 0: return .unknown(UnknownSet(UnknownCause(code: Reason.noSuchPeriod.rawValue, subject: period.description)))
        case 1: return .object(RecordObject(self, table, rows[0], isBounded: false))
        default: return .noAnswer(.ambiguousRecord)
        }
    }
}

private extension Dataset {
    func value(of reference: Reference, field: Field, _ table: HeldTable) -> Value {
        guard case .reference(let name) = field.type else { return .null }
        switch reference {
        case .record(let record):
            guard let parent = self.table(named: name) else { return unknown(.noSuchRecord, field.name) }
            return .object(RecordObject(self, parent, Int(record), isBounded: false))
        case .none: return .null
        case .missing: return unknown(.missing, field.name)
        case .unreadable: return unknown(.unreadable, field.name)
        case .nothing: return unknown(.noSuchRecord, field.name)
        case .several: return unknown(.ambiguousRecord, field.name)
        }
    }

    func list(_ list: ChildList, of record: Int, in table: HeldTable, isBounded: Bool) -> Value {
        guard let child = tables[list.table] else { return unknown(.listNotSubmitted, list.list.name) }
        // What refers to a key that came twice hangs on the first of the two, or, where they differ, on neither.
        if table.contradicted.contains(record) { return unknown(.ambiguousRecord, list.list.name) }
        let record = table.repeated[record] ?? record
        let children = list.children(of: record)
        if children.isEmpty {
            // Of whom nothing came, while others sent theirs, no list came either.
            if table.isUnsent(record), table.unsentCount < table.count { return unknown(.noRecord, list.list.name) }
            let state = sent.state(of: list.list, for: record, of: table)
            let isMissing = list.list.isAtLeastOne ? state != .nilReturn : state == .notSent
            if isMissing { return unknown(.listNotSubmitted, list.list.name) }
        }
        return .list(children.map { .object(RecordObject(self, child, Int($0), isBounded: isBounded)) })
    }

    func unknown(_ reason: Reason, _ subject: String) -> Value {
        .unknown(UnknownSet(UnknownCause(code: reason.rawValue, subject: subject)))
    }
}
