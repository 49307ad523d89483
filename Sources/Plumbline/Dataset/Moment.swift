/// The period in which a record is seen, and where it is not the last, the day of it as of which registers are, in the
/// four bytes that are left in a record's value.
struct Moment: Hashable, Sendable {
    /// 0 for no period; else, from the highest bits: month and day of the register, year, part and kind.
    private let code: Int32

    /// As it stands, in no period.
    static let now = Moment(nil)

    /// - Parameter registerDay: A day of the period.
    init(_ period: CalendarPeriod?, registerDay: CalendarDate? = nil) {
        guard let period else {
            code = 0
            return
        }
        let day = registerDay.map { Int32($0.month) << 5 | Int32($0.day) } ?? 0
        code = day << 22 | Int32(period.year) << 8 | Int32(period.part) << 4 | Int32(period.kind.rawValue)
    }

    var period: CalendarPeriod? {
        guard code != 0, let kind = CalendarPeriod.Kind(rawValue: Int(code & 0xF)) else { return nil }
        return CalendarPeriod(kind: kind, year: year, part: Int(code >> 4 & 0xF))
    }

    /// Nil where registers are seen as of the period's last day.
    var registerDay: CalendarDate? {
        let day = Int(code >> 22)
        return day == 0 ? nil : CalendarDate(year: year, month: day >> 5, day: day & 0x1F)
    }

    /// The same period, with registers as of its last day.
    var wholePeriod: Moment { Moment(code: code & 0x3F_FFFF) }

    private init(code: Int32) { self.code = code }

    private var year: Int { Int(code >> 8 & 0x3FFF) }
}
