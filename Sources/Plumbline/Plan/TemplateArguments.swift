import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads what a list's entry filled in for a template, against the vocabulary.
struct TemplateArguments {
    private let use: TemplateUse
    private let vocabulary: Vocabulary
    private(set) var diagnostics = Diagnostics()

    init(_ use: TemplateUse, vocabulary: Vocabulary) {
        self.use = use
        self.vocabulary = vocabulary
    }

    /// The setting of the ruleset with the template's own parameters, which hide the ruleset's of the same name.
    mutating func setting(in ruleset: RuleSetting) -> RuleSetting {
        var setting = ruleset
        var values: OrderedDictionary<String, Parameter> = [:]
        for argument in use.arguments.values {
            let name = "params.\(argument.parameter.name)"
            if argument.isPath {
                setting.filled.paths[name] = path(argument)
                setting.filled.shown[name] = setting.filled.paths[name]
            } else {
                values[argument.parameter.name] = Parameter(
                    name: argument.parameter.name, type: argument.parameter.type, value: argument.value,
                    location: argument.parameter.typeLocation)
                setting.filled.shown[name] = shown(argument)
            }
            checkIndicators(argument)
        }
        var reader = ParameterReader(vocabulary: vocabulary)
        setting.constants.merge(reader.constants(values)) { $1 }
        setting.figures.quantities.merge(reader.figures.quantities) { $1 }
        // A template's own parameter hides the ruleset's of its name, whatever it is.
        for argument in use.arguments.values { setting.figures.patterns["params.\(argument.parameter.name)"] = nil }
        setting.figures.patterns.merge(reader.figures.patterns) { $1 }
        // What was filled in shows by itself, without its name.
        for argument in use.arguments.values { setting.figures.texts["params.\(argument.parameter.name)"] = nil }
        diagnostics.append(reader.diagnostics)
        return setting
    }

    /// The setting in which nothing is known of what was filled in: what is at fault then is the template's own.
    func openSetting(in ruleset: RuleSetting) -> RuleSetting {
        var setting = ruleset
        let open = UnknownCause(code: Reason.parameterUnset.rawValue, subject: "")
        for argument in use.arguments.values {
            setting.constants["params.\(argument.parameter.name)"] = (.dyn, .unknown(UnknownSet(open)))
            setting.figures.patterns["params.\(argument.parameter.name)"] = nil
        }
        return setting
    }
}

private extension TemplateArguments {
    /// `region.county`, or a list of such names.
    func path(_ argument: TemplateUse.Argument) -> Expression {
        guard let items = argument.value.sequence else { return Self.path(argument.value.scalar?.text ?? "") }
        return .list(items.map { Self.path($0.scalar?.text ?? "") })
    }

    static func path(_ text: String) -> Expression {
        let parts = CellText.trimmed(text).split(separator: ".").map(String.init)
        return parts.dropFirst().reduce(.identifier(parts.first ?? "")) { .select($0, field: $1) }
    }

    /// A value as an expression would write it.
    func shown(_ argument: TemplateUse.Argument) -> Expression {
        let type = argument.parameter.type
        if let items = argument.value.sequence {
            return .list(items.map { shown($0, type: String(type.dropFirst("list(".count).dropLast())) })
        }
        return shown(argument.value, type: type)
    }

    func shown(_ node: YAMLNode, type: String) -> Expression {
        let text = node.scalar?.text ?? ""
        switch type {
        case "boolean": return .constant(.bool(text == "true"))
        case "integer", "decimal", "percent", "quantity":
            guard let quantity = try? Quantity.parse(text) else { return .constant(.string(text)) }
            return quantity.unit == nil ? .constant(.number(quantity.value)) : .call("q", [.constant(.string(text))])
        default: return .constant(.string(text))
        }
    }

    mutating func checkIndicators(_ argument: TemplateUse.Argument) {
        guard ["indicator", "list(indicator)"].contains(argument.parameter.type), argument.parameterName == nil else { return }
        for node in argument.value.sequence ?? [argument.value] {
            guard let name = node.scalar?.text else { continue }
            let names = vocabulary.tables.values.flatMap { $0.fields.values.filter { $0.indicator != nil }.map(\.name) }
            guard !names.contains(name) else { continue }
            diagnostics.append(
                .unknownIndicator(filledIn: name, among: names, at: node.location))
        }
    }
}
