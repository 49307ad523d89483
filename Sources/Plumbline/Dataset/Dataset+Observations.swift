import CEL
import OrderedCollections

/// Indicators that are observed period by period in a table of their own.
extension Dataset {
    /// What is observed of a record in a moment.
    func observation(of field: Int, _ record: Int, of table: HeldTable, in moment: Moment) -> Observations.Found {
        guard moment.period != nil, let observed = observedRecord(of: field, record, of: table) else { return .none }
        return observations.found(series(field, of: table), of: observed, in: moment)
    }

    /// What an observed indicator of a record comes to in a moment.
    func observedValue(_ field: Int, _ record: Int, of table: HeldTable, ranges: Ranges, in moment: Moment) -> Value {
        let definition = table.table.fields.values[field]
        let value = CellValue(field: definition, place: field)
        let own = table.cell(field, of: record)
        let isSaid = if case .missing = own { false } else { true }
        // What a table with a row a period says itself goes before; what a case gives of a record holds in every period of
        // which it says nothing else.
        if isSaid, table.table.period != nil { return value.value(own, ranges) }
        switch observation(of: field, record, of: table, in: moment) {
        case .one(let observed): return value.value(observed.cell, ranges)
        case .several: return unknown(.ambiguousRecord, definition.name)
        case .none where isSaid: return value.value(own, ranges)
        case .none: return unknown(absence(of: field, record, of: table, definition), definition.name)
        }
    }

    /// What is observed of a record that has no row of the period in its own table.
    func observedValue(_ field: Int, of entity: HeldTable.Entity, in table: HeldTable, at moment: Moment) -> Value? {
        let definition = table.table.fields.values[field]
        let record = entity.records.first.flatMap { observedRecord(of: field, $0, of: table) } ?? entity.owner
        guard definition.observation != nil, moment.period != nil, let record else { return nil }
        switch observations.found(series(field, of: table), of: record, in: moment) {
        case .one(let observed): return CellValue(field: definition, place: field).value(observed.cell)
        case .several: return unknown(.ambiguousRecord, definition.name)
        case .none: return nil
        }
    }

    /// The cell of a long table from which an indicator of a record has its value; nil where it has it from elsewhere.
    func observedCell(
        of field: Int, _ record: Int, of table: HeldTable, in moment: Moment
    ) -> (table: HeldTable, record: Int, field: Int)? {
        guard table.table.fields.values[field].observation != nil, case .missing = table.cell(field, of: record),
              case .one(let observed) = observation(of: field, record, of: table, in: table.moment(of: record, seenIn: moment)),
              let source = observed.source, let long = tables[source.table], let columns = long.table.observations,
              let value = long.table.fields.index(forKey: columns.value)
        else { return nil }
        return (long, source.record, value)
    }

    /// The record that the rows of a long table name where they are about an indicator of a record.
    func observedRecord(of field: Int, _ record: Int, of table: HeldTable) -> Int? {
        guard let observation = table.table.fields.values[field].observation else { return nil }
        guard let name = observation.by else { return table.repeated[record] ?? record }
        guard let reference = table.table.fields.index(forKey: name),
              case .record(let observed)? = table.references[reference]?[record]
        else { return nil }
        return Int(observed)
    }

    func series(_ field: Int, of table: HeldTable) -> Observations.Series {
        Observations.Series(table: Int32(table.index), field: Int32(field))
    }

    /// Why nothing is observed: the table never came, nothing came of one who has to answer, or nothing of the period.
    private func absence(of field: Int, _ record: Int, of table: HeldTable, _ definition: Field) -> Reason {
        guard !prefersGiven, let name = definition.observation?.table, let long = plan.vocabulary.tables[name] else { return .noSuchPeriod }
        guard isSupplied(long) else { return .listNotSubmitted }
        guard let observed = observedRecord(of: field, record, of: table) else { return .noSuchRecord }
        let isExpected = table.table.period == nil && table.isRostered
        return isExpected && !observations.isObserved(observed, table: table.index) ? .noRecord : .noSuchPeriod
    }
}
