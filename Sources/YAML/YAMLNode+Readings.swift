public import Diagnostics

/// Readings of a node as what it has to be. Each returns nil, with a fault reported that says what was expected
/// and what was found, where the node is something else.
extension YAMLNode {
    /// A text. Numbers and dates are texts too, verbatim; `true`, `false` and nothing are not.
    public func string(_ diagnostics: inout Diagnostics) -> String? {
        switch scalar?.kind {
        case .string?, .integer?, .float?: return scalar?.text
        default: return wrong(Localized(zh: "文本", en: "a text"), &diagnostics)
        }
    }

    /// Whether it says yes or no; nil, with a fault reported, where it says neither.
    public func boolean(_ diagnostics: inout Diagnostics) -> Bool? {
        if case .boolean(let value)? = scalar?.kind { return value }
        return wrong(Localized(zh: "true 或 false", en: "true or false"), &diagnostics)
    }

    /// A whole number that fits 64 bits, in decimal digits.
    public func integer(_ diagnostics: inout Diagnostics) -> Int? {
        if let scalar, scalar.kind == .integer, let value = Int(scalar.text) { return value }
        return wrong(Localized(zh: "整数", en: "a whole number"), &diagnostics)
    }

    /// A number, as the scalar whose text is kept exactly.
    public func number(_ diagnostics: inout Diagnostics) -> YAMLScalar? {
        if let scalar, scalar.kind == .integer || scalar.kind == .float { return scalar }
        return wrong(Localized(zh: "数字", en: "a number"), &diagnostics)
    }

    /// Its items; nil, with a fault reported, where it is no list.
    public func list(_ diagnostics: inout Diagnostics) -> [YAMLNode]? {
        sequence ?? wrong(Localized(zh: "列表", en: "a list"), &diagnostics)
    }

    /// A list of texts, or one text, which is a list of one. Items that are no texts are reported and left out.
    public func strings(_ diagnostics: inout Diagnostics) -> [String]? {
        switch content {
        case .scalar where !isNull: return string(&diagnostics).map { [$0] }
        case .sequence(let items):
            reportFullWidthCommas(&diagnostics)
            return items.compactMap { $0.string(&diagnostics) }
        default: return wrong(Localized(zh: "文本列表", en: "a list of texts"), &diagnostics)
        }
    }

    /// Reports the Chinese commas between items of a list in brackets, which make one text of two.
    public func reportFullWidthCommas(_ diagnostics: inout Diagnostics) {
        for comma in (sequence ?? []).compactMap({ fullWidthComma(in: $0) }) { diagnostics.append(.yamlFullWidthComma(at: comma)) }
    }

    /// The Chinese comma in an item of a list in brackets, where it makes one text of two; in quotes it is meant.
    private func fullWidthComma(in item: YAMLNode) -> Location? {
        guard extent.bytes.first == UInt8(ascii: "["), let scalar = item.scalar, scalar.style == .plain else { return nil }
        let place = scalar.text.unicodeScalars.enumerated().first { $0.element == "，" }?.offset
        return place.map { scalar.location(of: $0..<$0 + 1) }
    }

    /// A text in both languages: `{zh: …, en: …}`, or a plain text that serves both. Where one language is
    /// missing the other stands for it.
    public func localized(_ diagnostics: inout Diagnostics) -> Localized? {
        let expected = Localized(zh: "文本或 {zh: …, en: …}", en: "a text or {zh: …, en: …}")
        switch content {
        case .scalar where !isNull: return string(&diagnostics).map { Localized(same: $0) }
        case .mapping:
            let what = Localized(zh: "双语文本", en: "a text in two languages")
            guard var reader = MappingReader(self, as: what, &diagnostics) else { return nil }
            let zh = reader.optional("zh")
            let en = reader.optional("en")
            reader.finish(&diagnostics)
            guard zh != nil || en != nil else { return wrong(expected, &diagnostics) }
            let texts = (zh: zh?.string(&diagnostics), en: en?.string(&diagnostics))
            guard let any = texts.zh ?? texts.en else { return nil }
            return Localized(zh: texts.zh ?? any, en: texts.en ?? any)
        default: return wrong(expected, &diagnostics)
        }
    }

    /// One of the names of an enumeration; another is answered with the nearest, or with all there are.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        of type: Choice.Type, _ diagnostics: inout Diagnostics
    ) -> Choice? {
        guard let text = string(&diagnostics) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        if let name = (Choice.self as? any TitledChoice.Type)?.name(of: text) {
            diagnostics.append(.yamlChoiceByTitle(text, name: name, at: location))
        } else {
            diagnostics.append(.yamlUnknownChoice(text, choices: Choice.allCases.map(\.rawValue), at: location))
        }
        return nil
    }

    private func wrong<Value>(_ expected: Localized, _ diagnostics: inout Diagnostics) -> Value? {
        diagnostics.append(.yamlWrongType(self, expected: expected))
        return nil
    }
}

extension YAMLNode {
    /// What the node is, in the words of messages: "a list", "the text 'abc'".
    public var shape: Localized {
        switch content {
        case .sequence: Localized(zh: "列表", en: "a list")
        case .mapping: Localized(zh: "映射", en: "a mapping")
        case .scalar(let scalar): scalar.shape
        }
    }
}

private extension YAMLScalar {
    var shape: Localized {
        let shown = text.unicodeScalars.count > 40 ? String(text.prefix(40)) + "…" : text
        return switch kind {
        case .null: Localized(zh: "空值", en: "nothing")
        case .boolean: Localized(zh: "布尔值 \(shown)", en: "the boolean \(shown)")
        case .integer, .float: Localized(zh: "数字 \(shown)", en: "the number \(shown)")
        case .string: Localized(zh: "文本“\(shown)”", en: "the text '\(shown)'")
        }
    }
}
