public import Diagnostics
public import OrderedCollections
public import YAML

/// An example beside a rule, which is its test and its documentation.
public struct RuleCase: Sendable {
    /// How many records a case may stand for, all repetitions counted.
    public static let recordLimit = 100_000

    /// A record that the case gives, by field: nested where fields are references and lists.
    ///
    /// What the loader makes of a file has the rule's example below it already.
    public typealias Record = OrderedDictionary<String, Given>

    /// What the case gives a field.
    public struct Given: Sendable {
        /// What a field can be given.
        public indirect enum Content: Sendable {
            /// A cell's text, as a file would have it; nil for a value that YAML says is null, which is a blank cell.
            case text(String?)
            /// The record that a reference leads to.
            case record(Record)
            /// The records of a list, or the texts of a cell with several values; empty for a list that came without rows.
            case list([Item])
        }

        /// What the field is given.
        public var content: Content
        public var location: Location
        /// Where the field's name stands; nil for what no file gave.
        public var nameLocation: Location?

        /// The cell's text; nil for a blank cell and for what is no cell.
        public var text: String? {
            if case .text(let text) = content { text } else { nil }
        }

        public init(text: String?, location: Location) { self.init(.text(text), location: location) }

        public init(_ content: Content, location: Location) {
            self.content = content
            self.location = location
        }
    }

    /// An item of a list: so many like it.
    public struct Item: Sendable {
        /// What each of them is.
        public var content: Given.Content
        public var count: Int
        public var location: Location
    }

    /// A text that the case expects, and where it says so.
    public struct Expected: Sendable {
        public var text: String
        public var location: Location
    }

    public var name: String
    /// The record by field; fields left out are not reported.
    public var given: Record
    /// The period that is judged, where the rule judges several.
    public var period: CalendarPeriod?
    /// The record in each period, in their order: ``given`` with what the case says of the period on top. A field
    /// `observed` gives the rule's observed value outright.
    public var periods: [(period: CalendarPeriod, record: Record)] = []
    /// Where the periods stand; nil where there are none.
    public var periodsLocation: Location?
    /// The records of a rule over a group, each ``given`` with its own values on top.
    public var records: [Item] = []
    /// Whether the case says that the table came without a single record.
    public var isWithoutRecords = false
    /// The records of whom an answer is expected, of the table that the rule's groups are of, or its own: those that no record
    /// of the case mentions have sent nothing. A text stands for the record's key.
    public var roster: [Item] = []
    /// What the ruleset's parameters are in this case, by name; null for one without a value.
    public var parameters: OrderedDictionary<String, YAMLNode> = [:]
    /// The published figures that are there, as rows of the vocabulary's table of such.
    public var benchmarks: [Item] = []
    /// What has to come of it.
    public var outcome: Outcome
    /// Why, where the case says so.
    public var reason: Reason?
    /// Whether what is not due is on its way, where the case says so.
    public var track: Track.State?
    /// The observed value, where the case says so.
    public var observed: Expected?
    /// The gap, where the case says so.
    public var gap: Expected?
    /// Expected closings: by kind, or under `nil` where only one kind exists.
    public var closes: [(kind: Closing.Kind?, amount: Expected)]
    /// What must come out under other readings of the rule, by their names.
    public var readings: [(name: String, outcome: Outcome, location: Location)] = []
    /// The day on which the case is judged; nil for the day after the plan's last.
    public var asOf: CalendarDate?
    public var location: Location
}
