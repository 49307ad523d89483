/// How one row becomes several records: each of some columns gives one, which has the column's header, or what that
/// stands for, in one field and the column's cell in another.
struct WideMapping: Sendable {
    /// Which columns are meant.
    enum Columns: Sendable {
        /// Those whose headers are periods of a range, as they are written there.
        case periods([CalendarPeriod], text: String)
        /// Those of these headers, each with what it stands for.
        case listed([HeaderName: String], headers: [String])
        /// Those whose headers fit; what stands for the star is what they stand for.
        case pattern(NamePattern)
    }

    var columns: Columns
    /// The field that takes what the header stands for.
    var header: String
    /// The field that takes the cell.
    var value: String
    /// Whether what the headers stand for has to be a period.
    var isOfPeriods = false
    /// Whether a blank cell makes no record.
    var ignoresBlanks = false

    /// What a header stands for; nil where its column is none of those.
    func label(of header: String) -> String? {
        switch columns {
        case .periods(let periods, _): PeriodText.period(CellText(header).text).flatMap { periods.contains($0) ? $0.description : nil }
        case .listed(let labels, _): labels[HeaderName(header)]
        case .pattern(let pattern): pattern.wildcard(in: header).map(CellText.trimmed).flatMap(label(ofWildcard:))
        }
    }

    /// What the star of a pattern stands for, where it can be that.
    private func label(ofWildcard text: String) -> String? {
        guard isOfPeriods else { return text.isEmpty ? nil : text }
        return PeriodText.period(CellText(text).text)?.description
    }

    /// What should have a column each; nothing where the files decide.
    var expected: [(label: String, header: String)] {
        switch columns {
        case .periods(let periods, _): periods.map { ($0.description, $0.description) }
        case .listed(let labels, let headers): headers.map { (labels[HeaderName($0)] ?? $0, $0) }
        case .pattern: []
        }
    }
}
