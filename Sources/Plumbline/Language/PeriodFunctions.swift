import CEL
import Diagnostics

/// `year_of`, `quarter_of` and `month_of`: the period that a day falls in, or a moment in UTC.
enum PeriodFunctions {
    static let all: [Function] = [function("year_of", .year), function("quarter_of", .quarter), function("month_of", .month)]

    private static func function(_ name: String, _ kind: CalendarPeriod.Kind) -> Function {
        Function(name, [
            Overload(id: "\(name)_date", DateValue.type, result: PeriodValue.type) { argument in
                guard let date = argument.date else { return .noDate }
                return .object(PeriodValue(CalendarPeriod(containing: date, kind: kind)))
            },
            Overload(id: "\(name)_timestamp", .timestamp, result: PeriodValue.type) { argument in
                guard case .timestamp(let moment) = argument else { return .noDate }
                let day = moment.day
                return .object(PeriodValue(CalendarPeriod(kind: kind, ofYear: day.year, month: day.month)))
            },
        ])
    }
}

private extension Value {
    /// What the functions answer where they were handed something else, which the checker rules out.
    static let noDate = Value.error(
        EvaluationError(code: "not-a-date", message: Localized(zh: "这里应是日期", en: "a date is expected here")))
}
