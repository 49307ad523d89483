public import Diagnostics
public import YAML

/// A named value that the rules of a ruleset share, as `params.name`.
public struct Parameter: Sendable {
    public var name: String
    /// A field type's name, an enumeration's, `quantity`, or `list(…)` of one of these.
    public var type: String
    public var value: YAMLNode
    public var why: Localized?
    public var location: Location

    public init(name: String, type: String, value: YAMLNode, why: Localized? = nil, location: Location) {
        self.name = name
        self.type = type
        self.value = value
        self.why = why
        self.location = location
    }
}
