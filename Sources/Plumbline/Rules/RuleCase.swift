public import Diagnostics
public import OrderedCollections
import YAML

/// An example beside a rule, which is its test and its documentation.
public struct RuleCase: Sendable {
    /// A value that the case gives a field: its text, as a file would have it.
    public struct Given: Sendable {
        /// Nil for a value that YAML says is null, which is a blank cell.
        public var text: String?
        public var location: Location
    }

    /// A text that the case expects, and where it says so.
    public struct Expected: Sendable {
        public var text: String
        public var location: Location
    }

    public var name: String
    /// The record by field; fields left out are not reported.
    public var given: OrderedDictionary<String, Given>
    public var outcome: Outcome
    public var reason: Reason?
    public var observed: Expected?
    public var gap: Expected?
    /// Expected closings: by kind, or under `nil` where only one kind exists.
    public var closes: [(kind: Closing.Kind?, amount: Expected)]
    /// The day on which the case is judged; nil for the day after the plan's last.
    public var asOf: CalendarDate?
    public var location: Location
}
