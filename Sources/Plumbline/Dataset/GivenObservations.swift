/// What a case gives outright of records in single periods, whose tables have none of their own.
struct GivenObservations: Sendable {
    struct Entry: Sendable {
        var table: String
        /// The record's place among the rows of its table.
        var row: Int
        var field: String
        var period: CalendarPeriod
        /// The cell's text; nil for a blank one.
        var text: String?
    }

    private(set) var entries: [Entry] = []

    mutating func insert(_ entry: Entry) { entries.append(entry) }
}
