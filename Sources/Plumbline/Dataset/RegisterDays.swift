import CEL
import OrderedCollections

/// From which day until which each record of a register is in it.
struct RegisterDays: Sendable {
    /// Whether a record is in its register on a day.
    enum Membership: Sendable {
        case isIn
        case isOut
        /// The day that decides is not known; its field is named.
        case unknown(Reason, field: String)
    }

    /// A day of a record, as its number; the calendar has neither of the two that stand for something else.
    private struct Days: Sendable {
        static let unbounded = Int32.min
        static let unknown = Int32.max

        let field: String
        var numbers: [Int32] = []
        var reasons: [Int: Reason] = [:]
    }

    private var from: Days?
    private var until: Days?

    /// - Parameters:
    ///   - cells: Gives the cell of a field, or nil where the record's file has no column for it and so says nothing.
    init(_ validity: TableValidity, of table: Table, count: Int, cell: (_ field: Int, _ record: Int) -> Cell?) {
        func days(_ name: String?) -> Days? {
            guard let name, let field = table.fields.index(forKey: name) else { return nil }
            var days = Days(field: name)
            days.numbers.reserveCapacity(count)
            for record in 0..<count {
                switch cell(field, record) {
                case nil, .measured(.null)?: days.numbers.append(Days.unbounded)
                case .measured(let value)?:
                    days.numbers.append(value.date.map { Int32($0.dayNumber) } ?? Days.unknown)
                case .missing?, .unreadable?:
                    days.numbers.append(Days.unknown)
                    days.reasons[record] = if case .unreadable? = cell(field, record) { .unreadable } else { .missing }
                }
            }
            return days
        }
        from = days(validity.from)
        until = days(validity.until)
    }

    /// Whether a record is in the register on a day: from its first day on, and before the day on which it left.
    func membership(of record: Int, on day: CalendarDate) -> Membership {
        let day = Int32(day.dayNumber)
        let (first, last) = (from?.numbers[record] ?? Days.unbounded, until?.numbers[record] ?? Days.unbounded)
        if first != Days.unbounded, first != Days.unknown, first > day { return .isOut }
        if last != Days.unbounded, last != Days.unknown, last <= day { return .isOut }
        if first == Days.unknown, let from { return .unknown(from.reasons[record] ?? .missing, field: from.field) }
        if last == Days.unknown, let until { return .unknown(until.reasons[record] ?? .missing, field: until.field) }
        return .isIn
    }
}
