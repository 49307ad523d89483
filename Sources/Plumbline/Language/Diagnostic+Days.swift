public import Diagnostics

extension Diagnostic {
    static func badDate(_ text: String, at location: Location) -> Self {
        let fault = Self(
            code: "bad-date", at: location,
            message: Localized(zh: "“\(text)”不是日期", en: "'\(text)' is not a date"),
            help: Localized(zh: "写成 2025-12-31 的形式", en: "write it as 2025-12-31"))
        return fault.ofDay(text)
    }

    /// The fault with what was most likely meant, where its text is a day written otherwise.
    public func ofDay(_ text: String) -> Self {
        var fault = self
        switch WrittenDay(text) {
        case .otherwise(let day):
            fault.help = Localized(zh: "写成 \(day)", en: "write \(day)")
            fault.mend = location.map { Mend(replacing: text, at: $0, with: day.description) }
        case .pastMonthEnd(let last):
            fault.message = Localized(
                zh: "没有“\(text)”这一天", en: "there is no day '\(text)'")
            fault.help = Localized(zh: "这个月的最后一天是 \(last)", en: "the last day of that month is \(last)")
        case nil: break
        }
        return fault
    }
}
