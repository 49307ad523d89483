import Diagnostics
import OrderedCollections

/// The parameters without a value that rules of a ruleset rest on.
struct OpenParameters {
    /// Each with the rules that decide nothing without it, in the order of the file.
    let all: [(parameter: Parameter, rules: [String])]

    init(of ruleset: Ruleset) {
        let open = ruleset.parameters.values.filter { $0.value == nil }
        let texts = open.isEmpty ? [] : ruleset.rules.map { ($0.id, $0.expressionTexts) }
        all = open.map { parameter in
            (parameter, texts.filter { $0.1.contains { $0.hasWholeName("params.\(parameter.name)") } }.map(\.0))
        }.filter { !$0.1.isEmpty }
    }

    /// A profile is there to give them values: a warning for each that it leaves without one.
    var warnings: [Diagnostic] { all.map { .parameterUnset($0.parameter, rules: $0.rules, at: $0.parameter.location) } }
}
