import Plumbline
import Testing

@Suite("periods of the calendar") struct CalendarPeriodTests {
    @Test("a period steps by the calendar, over the ends of years", arguments: [
        ("2024", "2025", "2023", "2023"), ("2019Q4", "2020Q1", "2019Q3", "2018Q4"), ("2020Q1", "2020Q2", "2019Q4", "2019Q1"),
        ("2024-12", "2025-01", "2024-11", "2023-12"), ("2024-01", "2024-02", "2023-12", "2023-01"),
    ])
    func steps(text: String, next: String, previous: String, yearBefore: String) throws {
        let period = try #require(CalendarPeriod(text))
        #expect(period.next?.description == next)
        #expect(period.previous?.description == previous)
        #expect(period.yearBefore?.description == yearBefore)
    }

    @Test("the calendar ends with the year 9999 and begins with the year 1")
    func ends() throws {
        let last = try #require(CalendarPeriod(kind: .month, year: 9999, part: 12))
        let first = try #require(CalendarPeriod(kind: .quarter, year: 1))
        #expect(last.next == nil)
        #expect(first.previous == nil)
        #expect(first.yearBefore == nil)
        #expect(first.advanced(by: .max) == nil)
        #expect(first.advanced(by: .min) == nil)
    }

    @Test("a period has its days", arguments: [
        ("2024", "2024-01-01", "2024-12-31"), ("2024Q1", "2024-01-01", "2024-03-31"), ("2024Q4", "2024-10-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"), ("2023-02", "2023-02-01", "2023-02-28"), ("2024-09", "2024-09-01", "2024-09-30"),
    ])
    func days(text: String, first: String, last: String) throws {
        let period = try #require(CalendarPeriod(text))
        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
        #expect(period.contains(period.firstDay))
        #expect(period.contains(period.lastDay))
        #expect(!period.contains(period.lastDay.next))
        #expect(CalendarPeriod(containing: period.lastDay, kind: period.kind) == period)
    }

    @Test("every month is the month of its days, in the quarter and the year of them")
    func containing() throws {
        for month in 1...12 {
            let day = try #require(CalendarDate(year: 2024, month: month, day: 15))
            #expect(CalendarPeriod(containing: day, kind: .month).part == month)
            #expect(CalendarPeriod(containing: day, kind: .quarter).part == (month + 2) / 3)
            #expect(CalendarPeriod(containing: day, kind: .year).description == "2024")
        }
    }

    @Test("a range holds both its ends", arguments: [
        ("2021..2025", 5, "2021", "2025"), ("2018Q1..2024Q3", 27, "2018Q1", "2024Q3"), ("2023-11..2024-02", 4, "2023-11", "2024-02"),
        ("2024..2024", 1, "2024", "2024"),
    ])
    func range(text: String, count: Int, first: String, last: String) throws {
        let periods = try CalendarPeriod.range(text)
        #expect(periods.count == count)
        #expect(periods.first?.description == first)
        #expect(periods.last?.description == last)
        #expect(periods == periods.sorted())
    }

    @Test("a range that is none says why", arguments: [
        ("2021", CalendarPeriod.RangeFault.notARange), ("2021-2025", .notARange), ("2021..", .notARange),
        ("2021..2025..2026", .notARange), ("2025..2021", .reversed), ("2021..2025Q1", .mixedKinds), ("1000..9999", .tooLong),
        ("0001-01..9999-12", .tooLong),
    ])
    func badRange(text: String, fault: CalendarPeriod.RangeFault) {
        #expect(throws: fault) { try CalendarPeriod.range(text) }
    }

    @Test("a thousand periods are a range, one more is too long")
    func longest() throws {
        #expect(try CalendarPeriod.range("1001..2000").count == CalendarPeriod.rangeLimit)
        #expect(throws: CalendarPeriod.RangeFault.tooLong) { try CalendarPeriod.range("1001..2001") }
    }
}
