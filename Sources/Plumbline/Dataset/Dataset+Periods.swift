import CEL
import OrderedCollections

/// Records in other periods, and registers as they stood in one.
extension Dataset {
    /// The day as of which registers are seen in a moment: the due date that a rule states within the period, else the
    /// last of the period, but none that has not come yet.
    func lastDay(of moment: Moment) -> CalendarDate { (moment.registerDay ?? moment.period?.lastDay).map { min($0, asOf) } ?? asOf }

    /// Whether a record is in its register in a moment; a record of a table that is none always is.
    func membership(of record: Int, of table: HeldTable, in moment: Moment) -> RegisterDays.Membership {
        table.days?.membership(of: record, on: lastDay(of: moment)) ?? .isIn
    }

    /// How many records a list has in a moment, those included of which that cannot be told.
    func memberCount(of list: ChildList, of record: Int, in moment: Moment) -> Int {
        let children = list.children(of: record)
        guard let child = tables[list.table], child.days != nil else { return children.count }
        return children.count { number in
            if case .isOut = membership(of: Int(number), of: child, in: moment) { false } else { true }
        }
    }

    /// How many rows came of a record's list beside those that are counted, which say the same as one of these.
    func duplicateCount(in list: ChildList, of record: Int) -> Int {
        guard let child = tables[list.table], !child.copies.isEmpty else { return 0 }
        return list.children(of: record).reduce(0) { $0 + (child.copies[Int($1)] ?? 0) }
    }

    /// The same record in another period: its row of that period, or the record as it stood then where its table has no
    /// periods of its own.
    func record(_ record: Int, of table: HeldTable, at period: CalendarPeriod, _ ranges: Ranges) -> Value {
        guard table.table.period != nil else { return .object(RecordObject(self, table, record, ranges: ranges, in: Moment(period))) }
        guard !table.entityOfRecord.isEmpty else {
            return table.periods.isEmpty || table.periods[record] != period
                ? .noAnswer(.noSuchPeriod) : .object(RecordObject(self, table, record, ranges: ranges, in: .now))
        }
        return self.record(of: table.entities[Int(table.entityOfRecord[record])], in: table, at: period, ranges)
    }

    /// An entity's row of a period.
    func record(of entity: HeldTable.Entity, in table: HeldTable, at period: CalendarPeriod, _ ranges: Ranges) -> Value {
        let rows = entity.records.filter { table.periods[$0] == period && !table.isCopy($0) }
        switch rows.count {
        case 0: return .unknown(UnknownSet(UnknownCause(code: Reason.noSuchPeriod.rawValue, subject: period.description)))
        case 1: return .object(RecordObject(self, table, rows[0], ranges: ranges, in: .now))
        default: return .noAnswer(.ambiguousRecord)
        }
    }
}
