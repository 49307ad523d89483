import CEL

/// Reads moments as systems of dispatch, spreadsheets and people write them.
enum DateTimeText {
    /// Reads RFC 3339, and days of any writing with a time of day behind them: `2024-03-01 08:00:00`, `2024/3/1 8:00`.
    ///
    /// A moment without a zone is what the clock on the wall showed: it keeps its day and its year, and what lies between
    /// two of them is right. One zone for all of a file is for whoever writes it to keep.
    static func moment(_ text: String) -> Timestamp? {
        if let timestamp = Timestamp(text) { return timestamp }
        guard let cut = text.firstIndex(of: ":").flatMap({ colon in text[..<colon].lastIndex { " Tt日号".contains($0) } }) else { return nil }
        let dayEnd = text[cut].isASCII ? cut : text.index(after: cut)
        let time = text[text.index(after: cut)...].drop { $0 == " " }
        guard let day = try? DateText.day(CellText.trimmed(String(text[..<dayEnd]))), let clock = clock(time) else { return nil }
        return Timestamp("\(day)T\(clock)")
    }

    /// `08:00:00Z` of `8:00`; a zone that is written stays. nil for what is no time of day.
    private static func clock(_ text: Substring) -> String? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
        let zone = text[digits.endIndex...].drop { $0 == " " }
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), (1...2).contains(parts[0].count), parts[1].count == 2 else { return nil }
        let hour = parts[0].count == 1 ? "0\(parts[0])" : String(parts[0])
        return "\(hour):\(parts[1]):\(parts.count == 3 ? String(parts[2]) : "00")\(zone.isEmpty ? "Z" : String(zone))"
    }
}
