import Diagnostics
import Plumbline
import Quantities

/// The cases of a rule as a table of examples.
struct CaseBlocks {
    private let rule: Rule
    private let language: Language

    init(_ rule: Rule, language: Language) { (self.rule, self.language) = (rule, language) }

    var blocks: [DocumentPage.Block] { table }
}

private extension CaseBlocks {
    typealias Block = DocumentPage.Block
    typealias Inline = DocumentPage.Inline

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }

    var table: [Block] {
        guard !rule.cases.isEmpty else { return [] }
        let header = [
            words(zh: "情形", en: "Case"), words(zh: "给定", en: "Given"), words(zh: "结果", en: "Outcome"), words(zh: "说明", en: "Details"),
        ]
        return [
            .heading(2, words(zh: "示例", en: "Examples")),
            .table(header: header, rows: rule.cases.map { example in
                [
                    [.text(example.name)], example.givenText.isEmpty ? [] : [.code(example.givenText)],
                    [.strong(example.outcome.title[language])], details(example),
                ]
            }),
        ]
    }

    /// What comes out under other readings.
    func readings(_ example: RuleCase) -> String? {
        let texts = example.readings.map { expected in
            words(
                zh: "读法\(Localized.quoted(expected.name).zh)：\(expected.outcome.title.zh)", en: "reading '\(expected.name)': \(expected.outcome.title.en)")
        }
        return texts.isEmpty ? nil : texts.joined(separator: words(zh: "；", en: "; "))
    }

    func details(_ example: RuleCase) -> [Inline] {
        let closings = example.closes.map { kind, amount in
            (kind.map { self.kind($0) + " " } ?? "") + (amount.text == "impossible" ? words(zh: "不可能", en: "impossible") : amount.text)
        }.joined(separator: words(zh: "，或", en: ", or "))
        let parts = [
            example.reason.map { $0.text[language] },
            example.observed.map { words(zh: "实际 \(figure($0.text))", en: "observed \(figure($0.text))") },
            example.gap.map { words(zh: "差距 \(figure($0.text))", en: "gap \(figure($0.text))") },
            closings.isEmpty ? nil : words(zh: "补足：\(closings)", en: "to close \(closings)"),
            example.track.map { words(zh: $0.text.zh, en: $0.text.en) }, readings(example),
            example.asOf.map { words(zh: "截至 \($0)", en: "as of \($0)") },
        ]
        let text = parts.compactMap(\.self).joined(separator: words(zh: "；", en: "; "))
        return text.isEmpty ? [] : [.text(text)]
    }

    /// What closes a gap, in a word.
    func kind(_ kind: Closing.Kind) -> String {
        switch kind {
        case .convert: words(zh: "转换", en: "convert")
        case .add: words(zh: "新增", en: "add")
        case .remove: words(zh: "减少", en: "remove")
        case .raise: words(zh: "合计增加", en: "raise by")
        }
    }

    /// A figure with its unit as reports print it; what is none as the case writes it.
    func figure(_ text: String) -> String {
        guard let quantity = try? Quantity.parse(text), let unit = quantity.unit else { return text }
        return unit.text(quantity.value, fractionDigits: quantity.fractionDigits, in: language)
    }
}
