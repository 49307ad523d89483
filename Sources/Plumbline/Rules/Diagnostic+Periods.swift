import Diagnostics

/// The faults of periods and due dates in rule files, each worded here and nowhere else.
extension Diagnostic {
    static func badDue(_ text: String, at location: Location) -> Self {
        let range = WrittenRange(text).flatMap { $0.text.split(separator: ".").last }
        let fault = Self(
            code: "bad-date", at: location,
            message: Localized(zh: "“\(text)”不是日期，也不是期间", en: "'\(text)' is neither a date nor a period"),
            help: range.map { Localized(zh: "写最后一期：\($0)", en: "write the last of them: \($0)") }
                ?? Localized(
                    zh: "写成 2025-12-31；写期间（如 2025）则以其最后一天为准", en: "write 2025-12-31, or a period such as 2025, whose last day it is then"))
        return fault.ofDay(text)
    }

    static func notAPeriod(_ text: String, at location: Location) -> Self {
        Self(
            code: "not-a-period", at: location,
            message: Localized(zh: "“\(text)”不是期间", en: "'\(text)' is not a period"),
            help: likelyPeriod(text).map { Localized(zh: "写成 \($0)", en: "write \($0)") }
                ?? Localized(zh: "写成 2024、2019Q4 或 2024-05", en: "write 2024, 2019Q4 or 2024-05"))
    }

    /// Several periods where one is read.
    ///
    /// - Parameter range: The range that was meant; nil for a list.
    static func severalPeriods(_ range: String?, at location: Location) -> Self {
        let periods = range ?? "[…]"
        return Self(
            code: "several-periods", at: location,
            message: Localized(zh: "这里有多个期间，却没有说怎样判定", en: "here are several periods, but not how to judge them"),
            help: Localized(
                zh: "逐期判定写 {each: \(periods)}，合在一起判定写 {all: \(periods)} 或 {any: \(periods)}",
                en: "write {each: \(periods)} for a verdict on each, {all: \(periods)} or {any: \(periods)} for one over them"))
    }

    static func oneMannerOfPeriods(at location: Location) -> Self {
        Self(
            code: "one-manner-of-periods", at: location,
            message: Localized(
                zh: "period 应写 each、all、any、latest_since 之一", en: "period takes exactly one of each, all, any and latest_since"),
            help: Localized(zh: "例如 period: {each: 2021..2025}", en: "for example period: {each: 2021..2025}"))
    }

    static func badPeriodRange(_ text: String, _ fault: CalendarPeriod.RangeFault, at location: Location) -> Self {
        switch fault {
        case .notARange:
            let meant = WrittenRange(text)?.text ?? likelyPeriod(text)?.description
            return Self(
                code: "bad-period-range", at: location,
                message: Localized(zh: "“\(text)”不是期间的范围", en: "'\(text)' is not a range of periods"),
                help: meant.map { Localized(zh: "写成 \($0)", en: "write \($0)") }
                    ?? Localized(zh: "写成 2021..2025 或 [2021, 2023]", en: "write 2021..2025 or [2021, 2023]"))
        case .mixedKinds:
            return Self(
                code: "mixed-periods", at: location,
                message: Localized(zh: "“\(text)”的两端不是同一种期间", en: "the ends of '\(text)' are periods of different kinds"),
                help: Localized(zh: "两端都写年、都写季度或都写月", en: "let both be years, both quarters or both months"))
        case .reversed:
            let ends = text.split(separator: ".").map(String.init)
            return Self(
                code: "period-range-reversed", at: location,
                message: Localized(zh: "“\(text)”的终点早于起点", en: "'\(text)' ends before it begins"),
                help: ends.count == 2 ? Localized(zh: "写成 \(ends[1])..\(ends[0])", en: "write \(ends[1])..\(ends[0])") : nil)
        case .tooLong: return tooManyPeriods(at: location)
        }
    }

    static func mixedPeriods(_ first: CalendarPeriod, _ other: CalendarPeriod, at location: Location) -> Self {
        Self(
            code: "mixed-periods", at: location,
            message: Localized(zh: "“\(first)”和“\(other)”不是同一种期间", en: "'\(first)' and '\(other)' are periods of different kinds"),
            help: Localized(zh: "都写年、都写季度或都写月", en: "let all be years, all quarters or all months"))
    }

    static func noPeriods(at location: Location) -> Self {
        Self(
            code: "empty-periods", at: location,
            message: Localized(zh: "没有写出任何期间", en: "no period is named"),
            help: Localized(zh: "例如 [2021, 2023] 或 2021..2025", en: "for example [2021, 2023] or 2021..2025"))
    }

    static func tooManyPeriods(at location: Location) -> Self {
        Self(
            code: "too-many-periods", at: location,
            message: Localized(
                zh: "期间超过 \(CalendarPeriod.rangeLimit) 个", en: "there are more than \(CalendarPeriod.rangeLimit) periods"),
            help: Localized(zh: "检查年份是否写错", en: "look for a slip in the years"))
    }

    /// The period that a text was most likely meant to be: `2024-Q3`, `2024/5`, `2024-5`, a day.
    private static func likelyPeriod(_ text: String) -> CalendarPeriod? {
        if let date = CalendarDate(iso: text) { return CalendarPeriod(containing: date, kind: .month) }
        let plain = text.filter { !" -/.".contains($0) }
        if plain != text, let period = CalendarPeriod(plain), period.kind == .quarter { return period }
        return PeriodText.period(text)
    }
}
