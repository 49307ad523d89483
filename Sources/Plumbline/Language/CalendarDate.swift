/// A day of the proleptic Gregorian calendar, without a time and without a zone.
public struct CalendarDate: Hashable, Sendable, Comparable {
    /// The year, 1 to 9999.
    public var year: Int { Int(yearNumber) }
    /// The month, from 1.
    public var month: Int { Int(monthNumber) }
    /// The day of the month, from 1.
    public var day: Int { Int(dayOfMonth) }

    // Small, for every record that is judged has several.
    private let yearNumber: Int16
    private let monthNumber: Int8
    private let dayOfMonth: Int8

    /// Nil for a day that the calendar does not have, and for years outside 1...9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Reads `2025-12-31`; nil for every other form.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
              text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
              let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The calendar's first day, 0001-01-01.
    static let first = CalendarDate(unchecked: 1, 1, 1)

    /// The first day of a month that the calendar has.
    init(firstOf year: Int, month: Int) { self.init(unchecked: year, month, 1) }

    /// The last day of a month that the calendar has.
    init(lastOf year: Int, month: Int) { self.init(unchecked: year, month, Self.days(inMonth: month, of: year)) }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        yearNumber = Int16(year)
        monthNumber = Int8(month)
        dayOfMonth = Int8(day)
    }

    /// The day that follows; the last day of the calendar stays.
    public var next: CalendarDate {
        CalendarDate(year: year, month: month, day: day + 1) ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
    }

    /// The number of days since the first of March of the year 0, so that dates subtract.
    var dayNumber: Int {
        // Years that begin in March put the leap day last.
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
    }

    public static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `2025-12-31`
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
