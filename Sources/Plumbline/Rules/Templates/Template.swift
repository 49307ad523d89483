public import Diagnostics
public import OrderedCollections
public import YAML

/// What rules of one shape have in common, with the parameters in which they differ.
public struct Template: Sendable {
    /// What `use` calls it.
    public var id: String
    /// What people call the shape; nil where the template does not say.
    public var title: Localized?
    /// What an entry has to give, by name.
    public var parameters: OrderedDictionary<String, TemplateParameter>
    /// The keys of the rule, in which `params.x` stands for what is filled in.
    public var rule: YAMLNode
    public var location: Location

    /// What faults call one.
    static let what = Localized(zh: "模板", en: "a template")
}
