import Diagnostics

/// The faults of templates and their use, each worded here and nowhere else.
extension Diagnostic {
    static func templatesWithoutName(at location: Location) -> Self {
        Self(
            code: "templates-without-name", at: location,
            message: Localized(zh: "模板文件没有名称", en: "the file of templates has no name"),
            help: Localized(
                zh: "第一行写 templates: 名称，再把模板列在 define: 下", en: "begin with templates: NAME, and list the templates under define:"))
    }

    static func templateInTemplate(_ id: String, at location: Location) -> Self {
        Self(
            code: "template-in-template", at: location,
            message: Localized(zh: "模板“\(id)”不能再用别的模板", en: "the template '\(id)' cannot use another template"),
            help: Localized(zh: "把另一个模板的键写进来", en: "write the other template's keys here"))
    }

    /// - Parameter path: A file that defines the template and is not used.
    static func unknownTemplate(
        _ name: String, among names: some Sequence<String>, definedIn path: String?, at location: Location
    ) -> Self {
        let names = Array(names)
        if let path {
            return Self(
                code: "unknown-template", at: location,
                message: Localized(zh: "规则集没有引用模板“\(name)”所在的文件", en: "the ruleset does not use the file of the template '\(name)'"),
                help: Localized(zh: "在头部的 uses: 中加上 \(path)", en: "add \(path) under uses: in its header"))
        }
        let nearest = NearestName.to(name, among: names)
        return Self(
            code: "unknown-template", at: location,
            message: Localized(zh: "没有名为“\(name)”的模板", en: "there is no template '\(name)'"),
            help: nearest.map { Localized(zh: "写成 \($0)", en: "write \($0)") }
                ?? (names.isEmpty
                    ? Localized(zh: "在 templates: 下写模板，或在 uses: 中列出模板文件", en: "write it under templates:, or name its file under uses:")
                    : Localized(zh: "可用的有：\(names.joined(separator: "、"))", en: "there are: \(names.joined(separator: ", "))")),
            mend: Mend(respelling: name, among: names, at: location))
    }

    static func noEntries(at location: Location) -> Self {
        Self(
            code: "no-entries", at: location, message: Localized(zh: "each 下没有任何一项", en: "there is no entry under each"),
            help: Localized(zh: "每项写 id、title 和 with", en: "give each its id, title and with"))
    }

    static func templateValueMissing(_ parameter: TemplateParameter, template: String, at location: Location) -> Self {
        Self(
            code: "template-value-missing", at: location,
            message: Localized(
                zh: "没有给出模板“\(template)”的参数“\(parameter.name)”（\(parameter.type)）",
                en: "the parameter '\(parameter.name)' (\(parameter.type)) of the template '\(template)' is not filled in"),
            help: Localized(zh: "在 with 下写 \(parameter.name):", en: "add \(parameter.name): under with"))
    }

    static func unknownTemplateParameter(
        _ name: String, template: String, among names: some Sequence<String>, at location: Location
    ) -> Self {
        let names = Array(names)
        return Self(
            code: "unknown-template-parameter", at: location,
            message: Localized(zh: "模板“\(template)”没有参数“\(name)”", en: "the template '\(template)' has no parameter '\(name)'"),
            help: NearestName.to(name, among: names).map { Localized(zh: "写成 \($0)", en: "write \($0)") }
                ?? Localized(zh: "它的参数有：\(names.joined(separator: "、"))", en: "it has: \(names.joined(separator: ", "))"),
            mend: Mend(respelling: name, among: names, at: location))
    }

    static func templateValueOfOtherType(_ parameter: TemplateParameter, template: String, at location: Location) -> Self {
        let example = switch parameter.type {
        case "indicator": Localized(zh: "写指标的名称", en: "write the name of an indicator")
        case "field": Localized(zh: "写字段名，或 region.county 这样的路径", en: "write a field, or a path such as region.county")
        default: Localized(zh: "写成类型 \(parameter.type) 的值", en: "write a value of the type \(parameter.type)")
        }
        return Self(
            code: "parameter-type", at: location,
            message: Localized(
                zh: "模板“\(template)”的参数“\(parameter.name)”应是 \(parameter.type) 类型",
                en: "the parameter '\(parameter.name)' of the template '\(template)' is of the type \(parameter.type)"),
            help: example)
    }

    static func unknownIndicator(
        filledIn name: String, among names: some Sequence<String>, at location: Location
    ) -> Self {
        let names = Array(names)
        return Self(
            code: "unknown-indicator", at: location,
            message: Localized(
                zh: "没有名为“\(name)”的指标", en: "there is no indicator '\(name)'"),
            help: NearestName.to(name, among: names).map { Localized(zh: "写成 \($0)", en: "write \($0)") },
            mend: Mend(respelling: name, among: names, at: location))
    }

    static func unusedTemplateParameter(_ name: String, template: String, at location: Location) -> Self {
        Self(
            code: "unused-parameter", severity: .warning, at: location,
            message: Localized(
                zh: "模板“\(template)”的规则没有用到参数“\(name)”", en: "the rule of the template '\(template)' does not use the parameter '\(name)'"),
            help: Localized(zh: "在规则里写 params.\(name)，或去掉它", en: "write params.\(name) in the rule, or leave it out"))
    }

    static func templatesTooLarge(at location: Location) -> Self {
        Self(
            code: "templates-too-large", at: location,
            message: Localized(zh: "模板和用它的条目太多，展开后超出上限", en: "the templates and their entries make too much together"),
            help: Localized(zh: "分成几个规则集", en: "divide them among several rulesets"))
    }

    static func templateFileAlone(at location: Location) -> Self {
        Self(
            code: "templates-alone", at: location,
            message: Localized(zh: "这是模板文件，不是规则集", en: "this is a file of templates, not a ruleset"),
            help: Localized(zh: "在规则集的 uses 中列出它", en: "name it under uses in a ruleset"))
    }

    /// The fault at what was filled in, with the place in the template that it does not suit.
    func filledIn(_ use: TemplateUse, at place: Location, parameter: String?) -> Self {
        var fault = self
        let of = parameter.map { Localized(zh: "的参数“\($0)”", en: "the parameter '\($0)' of ") } ?? Localized(zh: "", en: "")
        fault.location = place
        fault.message = Localized(
            zh: "填入模板“\(use.template.id)”\(of.zh)后：\(message.zh)", en: "filled in for \(of.en)the template '\(use.template.id)': \(message.en)")
        if let location, location != place {
            fault.related.append(Diagnostic.Related(Localized(zh: "模板中的位置", en: "the place in the template"), at: location))
        }
        return fault
    }
}
