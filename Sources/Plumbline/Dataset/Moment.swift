/// The period in which a record is seen, in the four bytes that are left in a record's value.
struct Moment: Hashable, Sendable {
    /// 0 for no period; else year, part and kind.
    private let code: Int32

    /// As it stands, in no period.
    static let now = Moment(nil)

    init(_ period: CalendarPeriod?) {
        guard let period else {
            code = 0
            return
        }
        code = Int32(period.year) << 8 | Int32(period.part) << 4 | Int32(period.kind.rawValue)
    }

    var period: CalendarPeriod? {
        guard code != 0, let kind = CalendarPeriod.Kind(rawValue: Int(code & 0xF)) else { return nil }
        return CalendarPeriod(kind: kind, year: Int(code >> 8), part: Int(code >> 4 & 0xF))
    }
}
