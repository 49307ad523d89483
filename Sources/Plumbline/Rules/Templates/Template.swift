public import Diagnostics
public import OrderedCollections
public import YAML

/// What rules of one shape have in common, with the parameters in which they differ.
public struct Template: Sendable {
    public var id: String
    /// What people call the shape; nil where the template does not say.
    public var title: Localized?
    public var parameters: OrderedDictionary<String, TemplateParameter>
    /// The keys of the rule, in which `params.x` stands for what is filled in.
    public var rule: YAMLNode
    public var location: Location

    /// The names under which a file has its templates.
    static let what = Localized(zh: "模板", en: "a template")
}

/// A gap in a template.
public struct TemplateParameter: Sendable {
    public var name: String
    /// A field type's name, an enumeration's, `quantity`, `indicator`, `field`, or `list(…)` of one of these.
    public var type: String
    public var typeLocation: Location
    /// What stands there where an entry fills in nothing; nil where one has to.
    public var fallback: YAMLNode?
    public var title: Localized?
    public var location: Location

    /// Whether a name or a path is filled in, rather than a value.
    var isPath: Bool { ["indicator", "field", "list(indicator)", "list(field)"].contains(type) }
}

/// The use of a template that a rule was made of.
public struct TemplateUse: Sendable {
    /// What was filled in for a parameter.
    public struct Argument: Sendable {
        public var parameter: TemplateParameter
        public var value: YAMLNode
        /// Whether the template itself says it, because the entry did not.
        public var isFallback: Bool

        /// The full name of the ruleset's own parameter that was filled in; nil for everything else.
        var parameterName: String? { value.scalar.flatMap { ParameterName($0.text)?.text } }

        /// Whether the argument is a name or a path in expressions, rather than a value.
        var isPath: Bool { parameter.isPath || parameterName != nil }
    }

    public var template: Template
    public var arguments: OrderedDictionary<String, Argument>
    /// The entry of the list.
    public var location: Location
}

/// `params.x` as the whole of a text.
struct ParameterName {
    /// Without `params.`.
    let name: String

    var text: String { "params.\(name)" }

    init?(_ text: String) {
        let trimmed = CellText.trimmed(text)
        guard trimmed.hasPrefix("params.") else { return nil }
        name = String(trimmed.dropFirst("params.".count))
        guard Identifier.isValid(name) else { return nil }
    }
}
