import Diagnostics
import OrderedCollections
import YAML

/// Reads the templates of a ruleset and of the files that it uses.
struct TemplateLoader {
    /// By id.
    private(set) var templates: OrderedDictionary<String, Template> = [:]
    /// Whether everything that was given could be read, so that a name that is not there was never written.
    private(set) var isWhole = true

    static let fileWhat = Localized(zh: "模板文件", en: "a file of templates")

    /// Reads a file whose first key is `templates`.
    mutating func readFile(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
        guard var reader = MappingReader(node, as: Self.fileWhat, &diagnostics) else { return }
        if let name = reader.required("templates", &diagnostics) {
            if name.sequence != nil { diagnostics.append(.templatesWithoutName(at: name.location)) } else { _ = name.string(&diagnostics) }
        }
        let define = reader.required("define", &diagnostics)
        reader.finish(&diagnostics)
        if let define { read(define, &diagnostics) } else { isWhole = false }
    }

    /// Reads a list of templates.
    mutating func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
        for item in node.items(&diagnostics) {
            guard let template = template(item, &diagnostics) else {
                isWhole = false
                continue
            }
            if let first = templates[template.id] {
                diagnostics.append(.definedTwice(template.id, first: first.location, at: template.location))
            } else {
                templates[template.id] = template
            }
        }
    }
}

private extension TemplateLoader {
    func template(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Template? {
        guard var reader = MappingReader(node, as: Template.what, &diagnostics) else { return nil }
        let idNode = reader.required("id", &diagnostics)
        let title = reader.optional("title")?.localized(&diagnostics)
        let parametersNode = reader.optional("params")
        let rule = reader.required("rule", &diagnostics)
        reader.finish(&diagnostics)
        let parameters = parametersNode.map { self.parameters($0, &diagnostics) } ?? [:]
        guard let idNode, let id = idNode.string(&diagnostics), let rule else { return nil }
        guard let mapping = rule.mapping else {
            _ = MappingReader(rule, as: RuleLoader.what, &diagnostics)
            return nil
        }
        for entry in mapping.entries where ["use", "each", "with"].contains(entry.key.scalar?.text) {
            diagnostics.append(.templateInTemplate(id, at: entry.key.location))
            return nil
        }
        let template = Template(id: id, title: title, parameters: parameters, rule: rule, location: idNode.location)
        reportUnused(template, &diagnostics)
        return template
    }

    func parameters(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> OrderedDictionary<String, TemplateParameter> {
        var parameters: OrderedDictionary<String, TemplateParameter> = [:]
        for entry in node.entries(as: Localized(zh: "模板的参数", en: "the parameters of a template"), &diagnostics) {
            guard let name = Identifier.parameter(entry.key, &diagnostics) else { continue }
            if let parameter = parameter(name, entry, &diagnostics) { parameters[name] = parameter }
        }
        return parameters
    }

    func parameter(
        _ name: String, _ entry: YAMLMapping.Entry, _ diagnostics: inout Diagnostics
    ) -> TemplateParameter? {
        let what = Localized(zh: "模板的参数", en: "a parameter of a template")
        guard var reader = MappingReader(entry.value, as: what, &diagnostics) else { return nil }
        let typeNode = reader.required("type", &diagnostics)
        let fallback = reader.optional("default")
        let title = reader.optional("title")?.localized(&diagnostics)
        reader.finish(&diagnostics)
        guard let typeNode, let type = typeNode.string(&diagnostics) else { return nil }
        return TemplateParameter(
            name: name, type: type, typeLocation: typeNode.location, fallback: fallback.flatMap { $0.isNull ? nil : $0 },
            title: title, location: entry.key.location)
    }

    /// A parameter that the rule does not name was most likely meant to be named.
    func reportUnused(_ template: Template, _ diagnostics: inout Diagnostics) {
        let texts = template.rule.texts
        for parameter in template.parameters.values where !texts.contains(where: { $0.hasWholeName("params.\(parameter.name)") }) {
            diagnostics.append(.unusedTemplateParameter(parameter.name, template: template.id, at: parameter.location))
        }
    }
}

extension Identifier {
    /// The name of a parameter, which expressions use; nil, with a fault reported, for what cannot be one.
    static func parameter(_ key: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        let name = key.scalar?.text ?? ""
        guard isValid(name) else {
            diagnostics.append(.badIdentifier(name, isTitled: false, at: key.location))
            return nil
        }
        guard !reserved.contains(name) else {
            diagnostics.append(.reservedName(name, at: key.location))
            return nil
        }
        return name
    }
}

extension YAMLNode {
    /// All texts in the node.
    var texts: [String] {
        if let scalar { return [scalar.text] }
        if let sequence { return sequence.flatMap(\.texts) }
        return mapping?.entries.flatMap(\.value.texts) ?? []
    }
}
