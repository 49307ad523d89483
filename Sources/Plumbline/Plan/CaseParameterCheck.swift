import Diagnostics
import OrderedCollections
import YAML

/// Holds what cases say of parameters against what the ruleset declares.
struct CaseParameterCheck {
    let parameters: OrderedDictionary<String, Parameter>
    let vocabulary: Vocabulary

    func faults(of rule: Rule) -> Diagnostics {
        var faults = Diagnostics()
        for example in rule.cases {
            for (name, value) in example.parameters {
                guard var parameter = parameters[name] else {
                    faults.append(.unknownParameter(name, among: parameters.keys, at: value.location))
                    continue
                }
                parameter.value = value.isNull ? nil : value
                var reader = ParameterReader(vocabulary: vocabulary)
                _ = reader.constants([name: parameter])
                faults.append(reader.diagnostics)
            }
        }
        return faults
    }
}
