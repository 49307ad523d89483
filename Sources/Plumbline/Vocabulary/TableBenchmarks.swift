/// What the columns of a table of published figures say: one figure a row.
public struct TableBenchmarks: Hashable, Sendable {
    /// The field that names the indicator: by its id, a title or an alias.
    public var indicator: String
    /// The field with the figure, in the indicator's unit.
    public var value: String
    /// The field that says whose figure it is, such as a province's.
    public var area: String
    /// The field that says for which group of the area it is; nil where every figure is for all. A blank cell says the same.
    public var group: String?
    /// The field that says who published the figure; nil where the table does not say.
    public var publisher: String?

    /// The names that the columns have which `benchmarks` does not map.
    static let (areaField, groupField, publisherField) = ("area", "group", "publisher")

    /// The columns that a file has to have, and those that it may have.
    var required: [String] { [indicator, value, area] }
    var optional: [String] { [group, publisher].compactMap(\.self) }
}
