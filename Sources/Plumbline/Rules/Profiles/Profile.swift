public import Diagnostics
public import YAML

/// What one audit takes differently from its ruleset: figures that the plan does not tell, rules that are not judged,
/// records that are let pass.
public struct Profile: Sendable {
    /// A key that the profile sets, as a path of keys.
    public struct Setting: Sendable {
        /// The keys that lead to what is set, from the outermost.
        public var path: [String]
        /// The keys as the profile writes them.
        public var key: YAMLNode
        /// Null where the key is taken out.
        public var value: YAMLNode

        /// The key as the profile writes it, such as `params.least`.
        public var name: String { path.joined(separator: ".") }

        /// The value on one line; nil where the key is taken out.
        public var valueText: String? { value.isNull ? nil : value.flowText }
    }

    /// A rule that a profile switches off, by its id.
    public struct Disabled: Sendable {
        /// The rule's id.
        public var rule: String
        /// Why it is turned off, and until when.
        public var suspension: Suspension
    }

    public var name: String
    /// The name of the ruleset that it is of.
    public var ruleset: String
    /// Where the profile says of which ruleset it is.
    public var rulesetLocation: Location
    /// What it sets, in order.
    public var settings: [Setting] = []
    /// The rules that it turns off.
    public var disabled: [Disabled] = []
    /// The records that it lets pass.
    public var waivers: [Waiver] = []
    public var location: Location

    public init(name: String, ruleset: String, rulesetLocation: Location, location: Location) {
        self.name = name
        self.ruleset = ruleset
        self.rulesetLocation = rulesetLocation
        self.location = location
    }
}
