import Diagnostics

/// Faults of texts that are YAML but not what was asked for.
extension Diagnostic {
    static func yamlWrongType(_ node: YAMLNode, expected: Localized) -> Diagnostic {
        let found = node.shape
        let isBoolean = if case .boolean? = node.scalar?.kind { true } else { false }
        let help = isBoolean ? node.scalar.map {
            Localized(zh: "如果是文本，写成 '\($0.text)'", en: "if a text is meant, write '\($0.text)'")
        } : nil
        return Diagnostic(
            code: "yaml-wrong-type", at: node.location,
            message: Localized(zh: "这里应是\(expected.zh)，却是\(found.zh)", en: "expected \(expected.en), found \(found.en)"),
            help: help)
    }

    static func yamlNotAMapping(_ node: YAMLNode, what: Localized) -> Diagnostic {
        if let scalar = node.scalar, let colon = FullWidthColon.place(in: scalar) { return .yamlFullWidthColon(at: colon) }
        let found = node.shape
        return Diagnostic(
            code: "yaml-wrong-type", at: node.location,
            message: Localized(
                zh: "\(what.zh)应是由键和值组成的映射，这里却是\(found.zh)",
                en: "\(what.en) is a mapping of keys to values, but this is \(found.en)"))
    }

    static func yamlMissingKey(_ key: String, what: Localized, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "missing-key", at: location,
            message: Localized(zh: "\(what.zh)缺少键“\(key)”", en: "\(what.en) needs the key '\(key)'"),
            help: Localized(zh: "添加 \(key):", en: "add \(key):"))
    }

    /// - Parameter taken: The keys that stand beside it, which it cannot have been meant as.
    static func yamlUnknownKey(
        _ key: String, known: [String], taken: Set<String> = [], what: Localized, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            code: "unknown-key", at: location,
            message: Localized(zh: "\(what.zh)没有键“\(key)”", en: "\(what.en) has no key '\(key)'"),
            help: nearest(to: key, among: known),
            mend: Mend(respelling: key, among: known, at: location).flatMap { taken.contains($0.replacement) ? nil : $0 })
    }

    static func yamlUnknownChoice(_ text: String, choices: [String], at location: Location) -> Diagnostic {
        Diagnostic(
            code: "unknown-value", at: location,
            message: Localized(zh: "这里不能写“\(text)”", en: "'\(text)' is none of the values that can stand here"),
            help: nearest(to: text, among: choices), mend: Mend(respelling: text, among: choices, at: location))
    }

    /// A value by what people call it, and not by its name.
    static func yamlChoiceByTitle(_ text: String, name: String, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "unknown-value", at: location,
            message: Localized(zh: "“\(text)”在文件里要用英文写", en: "'\(text)' has a word of its own here"),
            help: Localized(zh: "写成 \(name)", en: "write \(name)"), mend: Mend(replacing: text, at: location, with: name))
    }

    static func yamlKeyNotText(_ key: YAMLNode, what: Localized) -> Diagnostic {
        let found = key.shape
        return Diagnostic(
            code: "yaml-wrong-type", at: key.location,
            message: Localized(zh: "\(what.zh)的键应是文本，却是\(found.zh)", en: "a key of \(what.en) is a text, but this is \(found.en)"))
    }

    static func yamlDuplicateKey(_ key: String, firstLine: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-duplicate-key", at: location,
            message: Localized(
                zh: "键“\(key)”重复，第 \(firstLine) 行已经写过",
                en: "the key '\(key)' is written twice; the first is on line \(firstLine)"),
            help: Localized(zh: "删去其中一个，或改名", en: "remove one of them, or rename it"))
    }

    private static func nearest(to name: String, among names: [String]) -> Localized? {
        if let nearest = NearestName.to(name, among: names) {
            return Localized(zh: "写成 \(nearest)", en: "write \(nearest)")
        }
        guard !names.isEmpty else { return nil }
        return Localized(
            zh: "可用的有：\(names.joined(separator: "、"))", en: "there are: \(names.joined(separator: ", "))")
    }
}
