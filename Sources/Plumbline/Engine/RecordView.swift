import CEL
import OrderedCollections

/// One record, as a rule's expressions see it.
struct RecordView {
    enum Source {
        /// A row of a batch that is read and forgotten.
        case streamed(StreamedBatch, row: Int)
        case held(Dataset, HeldTable, Int)
        /// A record that has no row in the period judged, or none at all.
        case absent(Dataset, HeldTable, HeldTable.Entity, Reason)
    }

    let source: Source
    let circumstances: Circumstances

    init(_ source: Source, _ circumstances: Circumstances) {
        self.source = source
        self.circumstances = circumstances
    }

    init(batch: RecordBatch, row: Int, asOf: CalendarDate) {
        self.init(.streamed(StreamedBatch(batch), row: row), Circumstances(asOf: asOf))
    }

    var table: Table {
        switch source {
        case .streamed(let streamed, _): streamed.batch.table
        case .held(_, let table, _), .absent(_, let table, _, _): table.table
        }
    }

    /// The records around; nil for one that is read and forgotten.
    var dataset: Dataset? {
        switch source {
        case .streamed: nil
        case .held(let dataset, _, _), .absent(let dataset, _, _, _): dataset
        }
    }

    /// The record as findings call it, with the period of which it is judged.
    var reference: RecordReference {
        var reference: RecordReference
        switch source {
        case .streamed(let streamed, let row): reference = streamed.batch.record(ofRow: row)
        case .held(_, let table, let record): reference = table.reference(to: record)
        case .absent(let dataset, let table, let entity, _): reference = Self.reference(to: entity, of: table, dataset)
        }
        if let key = entityKey { reference.key = key }
        reference.period = circumstances.period
        return reference
    }

    /// Everything that the record may be called, as names are compared, its key first.
    var names: [String] {
        guard case .held(let dataset, let table, let record) = source else { return reference.comparableNames }
        return dataset.names.names(of: record, in: table) { reference.comparableNames }
    }

    /// In which period what the record leads to is seen.
    var moment: Moment { Moment(circumstances.period, registerDay: circumstances.registerDay) }

    func value(of program: FieldProgram) -> Value { program.program.evaluate { value(program.slots[$0]) } }

    /// The record where cells that nobody reported hold what is supposed of them.
    func supposing(_ supposition: Supposition) -> RecordView {
        var circumstances = circumstances
        circumstances.ranges = .supposed(supposition)
        return RecordView(source, circumstances)
    }

    /// The record as one of many whose figures are put together.
    var asOneOfMany: RecordView {
        var circumstances = circumstances
        circumstances.ranges = circumstances.ranges.ofElements
        return RecordView(source, circumstances)
    }
}

extension RecordView {
    func value(_ slot: FieldProgram.Slot) -> Value? {
        switch slot {
        case .asOf: .object(DateValue(circumstances.asOf))
        case .period: circumstances.period.map { .object(PeriodValue($0)) } ?? .noAnswer(.noSuchPeriod)
        case .due: circumstances.due.map { .object(DateValue($0)) } ?? .noAnswer(.missing)
        case .cell(let field): cellValue(field)
        case .field(let field): value(ofField: field)
        case .list(let name): list(name)
        case .lifted(let aggregate): value(of: aggregate)
        case .figure(let figure): value(of: figure)
        case .record: object
        case .previous: object(in: circumstances.period.flatMap(\.previous))
        case .yearAgo: object(in: circumstances.period.flatMap(\.yearBefore))
        case .baseline: object(in: circumstances.baseline)
        }
    }
}

extension RecordView {
    /// The record in another period.
    func object(in period: CalendarPeriod?) -> Value {
        guard let period else { return .noAnswer(.noSuchPeriod) }
        switch source {
        case .streamed: return .noAnswer(.noSuchPeriod)
        case .held(let dataset, let table, let record): return dataset.record(record, of: table, at: period, circumstances.ranges)
        // Of whom nothing came at all, no other period is asked for.
        case .absent(_, _, _, .noRecord): return .noAnswer(.noRecord)
        case .absent(let dataset, let table, let entity, _): return dataset.record(of: entity, in: table, at: period, circumstances.ranges)
        }
    }
}

private extension RecordView {
    /// The key without the period, which the reference tells by itself; nil where the key has none.
    var entityKey: String? {
        switch source {
        case .streamed: return nil
        case .absent(_, let table, let entity, _):
            return table.table.keyNamesPeriod && table.table.tellsEntities ? entity.key.joined(separator: "/") : nil
        case .held(_, let table, let record):
            guard !table.entityOfRecord.isEmpty else { return nil }
            let key = table.entities[Int(table.entityOfRecord[record])].key
            let isWhole = key.count == table.table.entityFields.count && !key.contains("")
            return isWhole && table.table.tellsEntities ? key.joined(separator: "/") : nil
        }
    }

    static func reference(to entity: HeldTable.Entity, of table: HeldTable, _ dataset: Dataset) -> RecordReference {
        if let record = entity.records.first {
            var reference = table.reference(to: record)
            reference.address = nil
            return reference
        }
        var owner: RecordReference?
        if let record = entity.owner, let field = table.table.entityFields.first,
           case .reference(let name)? = table.table.fields[field]?.type, let parent = dataset.table(named: name) {
            owner = parent.reference(to: record)
        }
        // Who has no row and no owner is called as the rule names them.
        let key = owner.flatMap { table.table.tellsEntities ? nil : $0.key } ?? entity.key.joined(separator: "/")
        return RecordReference(table: table.table.name, key: key, label: owner?.label, address: nil)
    }

    func cellValue(_ field: Int) -> Value {
        let ranges = circumstances.ranges
        switch source {
        case .streamed(let streamed, let row):
            let cell = streamed.batch.columns[field]?.cells[row] ?? .missing
            if case .measured(let value) = cell, ranges.supposition == nil { return value }
            return CellValue(field: streamed.batch.table.fields.values[field], place: field).value(cell, ranges, of: (nil, row))
        case .held(_, let table, let record):
            let cell = table.cell(field, of: record)
            // Most cells are measured, and of these nothing else need be known.
            if case .measured(let value) = cell, ranges.supposition == nil { return value }
            return CellValue(field: table.table.fields.values[field], place: field).value(
                cell, isUnsent: table.isUnsent(record), ranges, of: (table.index, record))
        case .absent(_, let table, let entity, let reason):
            let value = CellValue(field: table.table.fields.values[field], place: field)
            if table.table.fields.keys[field] == table.table.periodField {
                return circumstances.period.map { .object(PeriodValue($0)) } ?? value.unknown(reason)
            }
            guard table.table.entityFields.contains(table.table.fields.keys[field]), let record = entity.records.first
            else { return value.unknown(reason) }
            return value.value(table.cell(field, of: record))
        }
    }

    /// The value of a field for which the records around are needed.
    func value(ofField field: Int) -> Value {
        switch source {
        case .streamed: return .noAnswer(.noSuchRecord)
        case .held(let dataset, let table, let record):
            return dataset.value(ofField: field, record, of: table, ranges: circumstances.ranges, in: moment)
        case .absent(let dataset, let table, let entity, let reason):
            return absentValue(ofField: field, dataset, table, entity)
                ?? CellValue(field: table.table.fields.values[field], place: field).unknown(reason)
        }
    }

    func list(_ name: String) -> Value {
        switch source {
        case .streamed: return .noAnswer(.noSuchRecord)
        case .held(let dataset, let table, let record):
            return dataset.list(named: name, of: record, in: table, ranges: circumstances.ranges, moment) ?? .noAnswer(.noSuchRecord)
        case .absent(let dataset, _, _, let reason): return dataset.unknown(reason, name)
        }
    }

    /// An aggregate over the record that a reference leads to.
    func value(of aggregate: LiftedAggregate) -> Value {
        let reference = table.fields.index(forKey: aggregate.reference).map(value(ofField:)) ?? .noAnswer(.noSuchRecord)
        guard case .object(let object) = reference, let record = object as? RecordObject else {
            return reference.isKnown ? .noAnswer(.noSuchRecord) : reference
        }
        return record.value(of: aggregate, ranges: circumstances.ranges)
    }

    /// Of an absent record its key is known, and with it what the key refers to and what is observed of that.
    func absentValue(ofField field: Int, _ dataset: Dataset, _ table: HeldTable, _ entity: HeldTable.Entity) -> Value? {
        if table.table.fields.values[field].observation != nil { return dataset.observedValue(field, of: entity, in: table, at: moment) }
        guard table.table.entityFields.contains(table.table.fields.keys[field]) else { return nil }
        if let record = entity.records.first {
            return dataset.value(ofField: field, record, of: table, ranges: circumstances.ranges, in: moment)
        }
        // Of a table without a row nothing is referred to, but the roster's record is known all the same.
        guard let owner = entity.owner, case .reference(let parent) = table.table.fields.values[field].type, let held = dataset.table(named: parent)
        else { return nil }
        return .object(RecordObject(dataset, held, owner, ranges: circumstances.ranges, in: moment))
    }

    var object: Value {
        switch source {
        case .streamed: return .noAnswer(.noSuchRecord)
        case .held(let dataset, let table, let record): return .object(RecordObject(dataset, table, record, ranges: circumstances.ranges, in: moment))
        case .absent(let dataset, let table, let entity, let reason):
            // Any row of it leads to its other periods.
            return entity.records.first.map { .object(RecordObject(dataset, table, $0, ranges: circumstances.ranges, in: .now)) } ?? .noAnswer(reason)
        }
    }
}
