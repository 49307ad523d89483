import CEL
import OrderedCollections

/// Everything that expressions can reach from a record: the held tables of a run, tied together by their references.
///
/// Whatever is asked of a record is asked in a moment: the period in which it is seen. A record that is of a period
/// itself is seen in that one, and so is what it leads to.
final class Dataset: Sendable {
    let plan: AuditPlan
    let asOf: CalendarDate
    /// By the table's place in the vocabulary; nil for tables that are read and forgotten.
    let tables: [HeldTable?]
    /// What long tables say of the indicators of others.
    let observations: Observations
    let sent: any SentLists
    private let memory = ValueMemory()
    /// What records are called.
    let names = NameMemory()
    /// What targets took from elsewhere in the data.
    let figures = FigureMemory()
    /// What groups are called that are not told.
    let groupNumbers: GroupNumbers
    /// The tables that came, with those that were made from them.
    private let supplied: Set<String>
    /// Whether a cell goes before the value that its field would be made to have, as in cases.
    let prefersGiven: Bool
    /// Whether every record is the same in all periods, so that nobody has to ask in which it is seen.
    let isTimeless: Bool

    init(
        plan: AuditPlan, asOf: CalendarDate, tables: [HeldTable?], observations: Observations = Observations(),
        sent: any SentLists, supplied: Set<String>, prefersGiven: Bool = false, groupNumbers: GroupNumbers = GroupNumbers()
    ) {
        self.groupNumbers = groupNumbers
        self.prefersGiven = prefersGiven
        self.supplied = supplied
        self.plan = plan
        self.asOf = asOf
        self.tables = tables
        self.observations = observations
        isTimeless = plan.vocabulary.dependence.isEmpty
        self.sent = sent
    }

    /// The same records for the rules of another plan, which ties them together as this one's does.
    func judged(by plan: AuditPlan, asOf: CalendarDate) -> Dataset {
        Dataset(
            plan: plan, asOf: asOf, tables: tables, observations: observations, sent: sent, supplied: supplied,
            prefersGiven: prefersGiven)
    }

    /// The same records for whoever judges on another thread: what is worked out is noted by each for himself.
    func withOwnMemories() -> Dataset {
        Dataset(
            plan: plan, asOf: asOf, tables: tables, observations: observations, sent: sent, supplied: supplied,
            prefersGiven: prefersGiven, groupNumbers: groupNumbers)
    }

    func table(named name: String) -> HeldTable? {
        plan.vocabulary.tables.index(forKey: name).flatMap { tables.indices.contains($0) ? tables[$0] : nil }
    }

    /// Whether a file supplied a table, or the one that it groups.
    func isSupplied(_ table: Table) -> Bool { supplied.contains(table.group?.table ?? table.name) }

    /// The value of a reference, a list, a defined field or a cell of a record; nil where the table has no such member.
    ///
    /// - Parameter ranges: Which of the missing numbers are ranges.
    func value(of member: String, _ record: Int, of table: HeldTable, ranges: Ranges, in moment: Moment) -> Value? {
        if let field = table.table.fields.index(forKey: member) {
            return value(ofField: field, record, of: table, ranges: ranges, in: moment)
        }
        return list(named: member, of: record, in: table, ranges: ranges, moment)
    }

    /// The value of a list of a record; nil where the table has no such list.
    func list(named name: String, of record: Int, in table: HeldTable, ranges: Ranges, _ moment: Moment) -> Value? {
        table.lists[name].map { list($0, of: record, in: table, ranges: ranges, table.moment(of: record, seenIn: moment)) }
    }

    func value(ofField field: Int, _ record: Int, of table: HeldTable, ranges: Ranges, in moment: Moment) -> Value {
        switch table.origins[field] {
        case .defined(let program):
            let moment = table.moment(of: record, seenIn: moment)
            return value(definedBy: program, field: field, record, of: table, ranges: ranges, in: moment)
        case .reference(let references, let parent):
            guard case .record(let referred) = references[record], let parent else {
                return value(of: references[record], field, of: table.table)
            }
            return .object(RecordObject(self, table: parent, Int(referred), ranges: ranges, in: table.moment(of: record, seenIn: moment)))
        case .observed:
            return observedValue(field, record, of: table, ranges: ranges, in: table.moment(of: record, seenIn: moment))
        case .cell:
            let cell = table.cell(field, of: record)
            // Most cells are measured, and of these nothing else need be known.
            if case .measured(let value) = cell, ranges.supposition == nil { return value }
            return CellValue(field: table.table.fields.values[field], place: field).value(
                cell, isUnsent: table.isUnsent(record), ranges, of: (table.index, record))
        }
    }

    /// What a field comes to that others define: the value that they make, or the one that was supplied where they
    /// make none.
    private func value(
        definedBy program: FieldProgram, field: Int, _ record: Int, of table: HeldTable, ranges: Ranges, in moment: Moment
    ) -> Value {
        let supplied = suppliedCell(field, record, of: table, in: moment)
        if prefersGiven, case .measured(let value) = supplied { return value }
        let made = value(madeBy: program, field: field, record, of: table, ranges: ranges, in: moment)
        guard made.openCauses != nil, case .measured(let value) = supplied else { return made }
        return value
    }

    /// What the definition of a field makes of a record by itself, whatever was supplied.
    func value(
        madeBy program: FieldProgram, field: Int, _ record: Int, of table: HeldTable, ranges: Ranges, in moment: Moment
    ) -> Value {
        value(.field(Int32(field), table: Int32(table.index)), program, record, of: table, ranges: ranges, in: moment)
    }

    /// What an aggregate over a record's lists comes to, which many records ask for.
    func value(
        of aggregate: LiftedAggregate, _ record: Int, of table: HeldTable, ranges: Ranges, in moment: Moment
    ) -> Value {
        value(
            .aggregate(ObjectIdentifier(aggregate)), aggregate.program, record, of: table, ranges: ranges, in: moment)
    }

    private func value(
        _ maker: ValueMemory.Key.Maker, _ program: FieldProgram, _ record: Int, of table: HeldTable, ranges: Ranges,
        in moment: Moment
    ) -> Value {
        // What is the same in all periods is worked out once.
        let isTimed = !isTimeless && memory.dependsOnTime(maker) { plan.vocabulary.dependence.concerns(program) }
        let key = isTimed ? moment : .now
        func made() -> Value {
            let seen = table.moment(of: record, seenIn: key)
            let circumstances = Circumstances(
                asOf: asOf, period: seen.period, registerDay: seen.registerDay, ranges: ranges)
            return RecordView(.held(self, table, record), circumstances).value(of: program)
        }
        // What is only supposed is asked for once.
        if ranges.supposition != nil { return made() }
        return memory.value(ValueMemory.Key(maker: maker, record: Int32(record), ranges: ranges, moment: key), made)
    }

    /// Whether the value of a field that others define is the one that was supplied.
    func isSupplied(_ field: Int, _ record: Int, of table: HeldTable, in moment: Moment) -> Bool {
        let moment = table.moment(of: record, seenIn: moment)
        guard case .measured = suppliedCell(field, record, of: table, in: moment),
              let program = table.definitions[field]
        else { return false }
        return prefersGiven
            || value(madeBy: program, field: field, record, of: table, ranges: .none, in: moment).openCauses != nil
    }

    /// The cell that gives a field which others define.
    private func suppliedCell(_ field: Int, _ record: Int, of table: HeldTable, in moment: Moment) -> Cell {
        let own = table.cell(field, of: record)
        guard case .missing = own, table.table.fields.values[field].observation != nil,
              case .one(let observed) = observation(of: field, record, of: table, in: moment)
        else { return own }
        return observed.cell
    }
}

extension HeldTable {
    /// The moment in which a record is seen: its own period, or the one that it is looked at in.
    func moment(of record: Int, seenIn moment: Moment) -> Moment {
        guard !periods.isEmpty, let own = periods[record].map({ Moment($0) }) else { return moment }
        return own == moment.wholePeriod ? moment : own
    }
}

private extension Dataset {
    /// The value of a reference that leads to no record that is held.
    func value(of reference: Reference, _ field: Int, of table: Table) -> Value {
        let name = table.fields.keys[field]
        return switch reference {
        case .none: .null
        case .missing: unknown(.missing, name)
        case .unreadable: unknown(.unreadable, name)
        case .record, .nothing: unknown(.noSuchRecord, name)
        case .several: unknown(.ambiguousRecord, name)
        }
    }
}

extension Dataset {
    func unknown(_ reason: Reason, _ subject: String) -> Value {
        .unknown(UnknownSet(UnknownCause(code: reason.rawValue, subject: subject)))
    }
}
