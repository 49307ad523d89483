public import Diagnostics

/// A plan's rules, with what the plan says of itself.
public struct Ruleset: Sendable {
    public struct Plan: Sendable {
        public var title: Localized
        public var document: String?
        public var from: CalendarDate?
        public var to: CalendarDate?
    }

    public var name: String
    public var plan: Plan?
    public var rules: [Rule] = []
    public var location: Location

    public init(name: String, plan: Plan? = nil, location: Location) {
        self.name = name
        self.plan = plan
        self.location = location
    }
}
