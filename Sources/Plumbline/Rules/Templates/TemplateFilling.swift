import Diagnostics
import OrderedCollections
import YAML

/// Finds what an entry fills in for each parameter of a template.
struct TemplateFilling {
    private let template: Template
    /// Where the entry stands.
    private let place: Location

    static let what = Localized(zh: "模板的取值", en: "the value of 'with'")

    init(_ template: Template, at place: Location) {
        self.template = template
        self.place = place
    }

    /// - Parameters:
    ///   - own: What the entry itself fills in.
    ///   - shared: What stands beside the list for all entries.
    /// - Returns: nil, with faults reported, where something is missing or not known.
    func use(_ own: YAMLNode?, _ shared: YAMLNode?, _ diagnostics: inout Diagnostics) -> TemplateUse? {
        let before = diagnostics.errorCount + diagnostics.leftOut
        let (given, common) = (values(own, &diagnostics), values(shared, &diagnostics))
        var arguments: OrderedDictionary<String, TemplateUse.Argument> = [:]
        // What is missing under one name was most likely given under another.
        guard diagnostics.errorCount + diagnostics.leftOut == before else { return nil }
        for parameter in template.parameters.values {
            if let value = given[parameter.name] ?? common[parameter.name] {
                arguments[parameter.name] = TemplateUse.Argument(parameter: parameter, value: value, isFallback: false)
            } else if let value = parameter.fallback {
                arguments[parameter.name] = TemplateUse.Argument(parameter: parameter, value: value, isFallback: true)
            } else {
                diagnostics.append(.templateValueMissing(parameter, template: template.id, at: own?.location ?? place))
            }
        }
        for argument in arguments.values { check(argument, &diagnostics) }
        guard diagnostics.errorCount + diagnostics.leftOut == before else { return nil }
        return TemplateUse(template: template, arguments: arguments, location: place)
    }
}

private extension TemplateFilling {
    func values(_ node: YAMLNode?, _ diagnostics: inout Diagnostics) -> [String: YAMLNode] {
        guard let node else { return [:] }
        var values: [String: YAMLNode] = [:]
        for entry in node.entries(as: Self.what, &diagnostics) {
            guard let name = entry.key.scalar?.text else { continue }
            guard template.parameters[name] != nil else {
                diagnostics.append(
                    .unknownTemplateParameter(name, template: template.id, among: template.parameters.keys, at: entry.key.location))
                continue
            }
            if !entry.value.isNull { values[name] = entry.value }
        }
        return values
    }

    /// What the shape of a value shows by itself; the vocabulary says the rest when the rules are planned.
    func check(_ argument: TemplateUse.Argument, _ diagnostics: inout Diagnostics) {
        let (parameter, value) = (argument.parameter, argument.value)
        // The ruleset's own parameter is of whatever type it is of.
        guard argument.parameterName == nil else { return }
        let items = parameter.type.hasPrefix("list(") ? value.sequence : [value]
        let isOfShape = items?.allSatisfy { item in
            guard let text = item.scalar?.text, !item.isNull else { return false }
            return !parameter.isPath || isName(text, of: parameter.type)
        }
        guard isOfShape != true else { return }
        diagnostics.append(.templateValueOfOtherType(parameter, template: template.id, at: value.location))
    }

    /// `gp_per_10000`, or for fields `region.county` too.
    func isName(_ text: String, of type: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { Identifier.isValid(String($0)) } && (type.contains("field") || parts.count == 1)
    }
}
