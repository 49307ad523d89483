public import Diagnostics
public import Quantities
public import YAML

/// A named value that the rules of a ruleset share, as `params.name`.
public struct Parameter: Sendable {
    public var name: String
    /// A field type's name, an enumeration's, `quantity`, or `list(…)` of one of these.
    public var type: String
    /// nil for one that a profile has to set, because the plan's text does not tell it.
    public var value: YAMLNode?
    /// Why the parameter has no value, or what it is for.
    public var why: Localized?
    /// What a quantity without a value will be measured in.
    public var unit: Unit?
    public var location: Location

    /// Stands for a type that the file does not say, which is told where it is read.
    static let unknownType = ""

    public init(
        name: String, type: String, value: YAMLNode?, why: Localized? = nil, unit: Unit? = nil, location: Location
    ) {
        self.name = name
        self.type = type
        self.value = value
        self.why = why
        self.unit = unit
        self.location = location
    }
}
