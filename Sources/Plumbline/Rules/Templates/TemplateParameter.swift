public import Diagnostics
public import YAML

/// A gap in a template.
public struct TemplateParameter: Sendable {
    public var name: String
    /// A field type's name, an enumeration's, `quantity`, `indicator`, `field`, or `list(…)` of one of these.
    public var type: String
    /// Where the type is written.
    public var typeLocation: Location
    /// What stands there where an entry fills in nothing; nil where one has to.
    public var fallback: YAMLNode?
    /// What people call it.
    public var title: Localized?
    public var location: Location

    /// Whether a name or a path is filled in, rather than a value.
    var isPath: Bool { ["indicator", "field", "list(indicator)", "list(field)"].contains(type) }
}
