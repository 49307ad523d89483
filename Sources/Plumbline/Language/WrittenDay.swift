/// What a text says that was meant as a day and is none as rule files write it.
enum WrittenDay {
    /// A day written otherwise, such as `2025-6-30` or `2025年6月30日`.
    case otherwise(CalendarDate)
    /// `2025-02-30`: a day that its month does not have, with the month's last.
    case pastMonthEnd(last: CalendarDate)

    /// - Returns: nil for what names no day.
    init?(_ text: String) {
        guard let numbers = DateText.numbers(CellText.trimmed(text)), numbers.count == 3 else { return nil }
        if let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) {
            self = .otherwise(day)
        } else if (1...12).contains(numbers[1]), (29...31).contains(numbers[2]), numbers[0] > 0 {
            self = .pastMonthEnd(last: CalendarDate(lastOf: numbers[0], month: numbers[1]))
        } else {
            return nil
        }
    }
}
