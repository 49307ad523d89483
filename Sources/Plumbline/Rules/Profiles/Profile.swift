public import Diagnostics
public import YAML

/// What one audit takes differently from its ruleset: figures that the plan does not tell, rules that are not judged,
/// records that are let pass.
public struct Profile: Sendable {
    /// A key that the profile sets, as a path of keys.
    public struct Setting: Sendable {
        public var path: [String]
        public var key: YAMLNode
        /// Null where the key is taken out.
        public var value: YAMLNode

        /// The key as the profile writes it, such as `params.least`.
        public var name: String { path.joined(separator: ".") }

        /// The value on one line; nil where the key is taken out.
        public var valueText: String? { value.isNull ? nil : value.shownText }
    }

    /// A rule that a profile switches off, by its id.
    public struct Disabled: Sendable {
        public var rule: String
        public var suspension: Suspension
    }

    public var name: String
    /// The name of the ruleset that it is of.
    public var ruleset: String
    public var rulesetLocation: Location
    public var settings: [Setting] = []
    public var disabled: [Disabled] = []
    public var waivers: [Waiver] = []
    public var location: Location

    public init(name: String, ruleset: String, rulesetLocation: Location, location: Location) {
        self.name = name
        self.ruleset = ruleset
        self.rulesetLocation = rulesetLocation
        self.location = location
    }
}

/// Why a rule is not judged for the time being.
public struct Suspension: Hashable, Sendable {
    public var why: Localized
    /// The last day on which it is not judged.
    public var until: CalendarDate
    public var location: Location

    public init(why: Localized, until: CalendarDate, location: Location) {
        self.why = why
        self.until = until
        self.location = location
    }

    public func isInForce(on day: CalendarDate) -> Bool { day <= until }
}

/// A record that a rule lets pass for the time being, whatever it comes to.
public struct Waiver: Hashable, Sendable {
    /// The rule's id, as the profile writes it.
    public var rule: String
    /// The record's label, or its key.
    public var record: String
    public var why: Localized
    /// The last day on which it is in force.
    public var until: CalendarDate
    public var location: Location

    public init(rule: String, record: String, why: Localized, until: CalendarDate, location: Location) {
        self.rule = rule
        self.record = record
        self.why = why
        self.until = until
        self.location = location
    }

    public func isInForce(on day: CalendarDate) -> Bool { day <= until }
}

private extension YAMLNode {
    var shownText: String {
        switch content {
        case .scalar(let scalar): scalar.text
        case .sequence(let items): "[\(items.map(\.shownText).joined(separator: ", "))]"
        case .mapping(let mapping):
            "{\(mapping.entries.map { "\($0.key.scalar?.text ?? "?"): \($0.value.shownText)" }.joined(separator: ", "))}"
        }
    }
}
