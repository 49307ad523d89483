/// Reads years, quarters and months as Chinese and ISO writing has them.
enum PeriodText {
    private static let chineseQuarters: [String: Int] = ["一": 1, "二": 2, "三": 3, "四": 4]

    /// Reads `2024`, `2024年`, `2024年度`, `2024Q1`, `2024年第1季度`, `2024年一季度`, `2024-05`, `2024/5`, `2024年5月`.
    static func period(_ text: String) -> CalendarPeriod? {
        if let plain = CalendarPeriod(text) { return plain }
        guard let compact = DateText.withoutBlanks(text) else { return nil }
        if let plain = CalendarPeriod(compact) { return plain }
        if compact.hasSuffix("年度") { return CalendarPeriod(String(compact.dropLast(2))) }
        if let quarter = quarter(compact) { return quarter }
        guard let numbers = DateText.numbers(compact), numbers.count == 2 else { return nil }
        return CalendarPeriod(kind: .month, year: numbers[0], part: numbers[1])
    }

    private static func quarter(_ text: String) -> CalendarPeriod? {
        let word = ["季度", "季"].first(where: text.hasSuffix)
        guard let word, let cut = text.firstIndex(of: "年"), text[..<cut].count == 4, let year = Int(text[..<cut])
        else { return nil }
        var part = text[text.index(after: cut)...].dropLast(word.count)
        if part.hasPrefix("第") { part = part.dropFirst() }
        guard part.count == 1, let number = chineseQuarters[String(part)] ?? Int(part) else { return nil }
        return CalendarPeriod(kind: .quarter, year: year, part: number)
    }
}
