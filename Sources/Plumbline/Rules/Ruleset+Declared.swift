import OrderedCollections
import YAML

extension Parameter {
    /// The value as YAML on one line; nil where there is none.
    public var text: String? { value?.flowText }
}

extension Ruleset {
    /// The parameters in the order in which the ruleset declares them.
    public var declaredParameters: [Parameter] { parameters.values.elements }}
