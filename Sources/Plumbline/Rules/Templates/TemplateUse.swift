public import Diagnostics
public import OrderedCollections
public import YAML

/// The use of a template that a rule was made of.
public struct TemplateUse: Sendable {
    /// What was filled in for a parameter.
    public struct Argument: Sendable {
        /// What the entry gives a value.
        public var parameter: TemplateParameter
        public var value: YAMLNode
        /// Whether the template itself says it, because the entry did not.
        public var isFallback: Bool

        /// The full name of the ruleset's own parameter that was filled in; nil for everything else.
        var parameterName: String? { value.scalar.flatMap { ParameterName($0.text)?.text } }

        /// Whether the argument is a name or a path in expressions, rather than a value.
        var isPath: Bool { parameter.isPath || parameterName != nil }
    }

    /// The template that is used.
    public var template: Template
    /// What the entry gives, by parameter.
    public var arguments: OrderedDictionary<String, Argument>
    /// The entry of the list.
    public var location: Location
}
