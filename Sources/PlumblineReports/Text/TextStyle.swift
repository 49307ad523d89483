import Diagnostics
import Plumbline

/// The language and the colours of a text report.
struct TextStyle {
    let language: Language
    private let usesColor: Bool

    init(_ context: ReportContext) { self.init(language: context.language, usesColor: context.usesColor) }

    init(language: Language, usesColor: Bool) {
        self.language = language
        self.usesColor = usesColor
    }

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }

    /// A name in quotation marks, by the customs of the language.
    func quoted(_ name: String) -> String { Localized.quoted(name)[language] }

    /// A count with its English noun, such as `1 record` and `2 records`; in Chinese with its measure word.
    func count(_ count: Int, zh: String, en: String) -> String {
        words(zh: "\(count) \(zh)", en: "\(count) \(en)\(count == 1 ? "" : "s")")
    }

    func heading(_ outcome: Outcome) -> String {
        let title = outcome.title[language]
        return title.prefix(1).uppercased() + title.dropFirst()
    }

    /// The sign before a finding, so that outcomes are told apart without colours too.
    func mark(_ outcome: Outcome) -> String { paint(plainMark(outcome), as: outcome) }

    /// The sign without its colour, where the width of a line is still to be measured.
    func plainMark(_ outcome: Outcome) -> String {
        switch outcome {
        case .pass: "✓"
        case .fail: "✗"
        case .error: "!"
        case .notMeasured: "?"
        case .notDue: "…"
        case .waived: "~"
        case .notApplicable: "-"
        }
    }

    func paint(_ text: String, as outcome: Outcome) -> String {
        switch outcome {
        case .fail, .error: paint(text, code: "31;1")
        case .notMeasured: paint(text, code: "33;1")
        case .pass: paint(text, code: "32;1")
        case .notDue, .notApplicable, .waived: bold(text)
        }
    }

    func bold(_ text: String) -> String { paint(text, code: "1") }

    func faint(_ text: String) -> String { paint(text, code: "2") }

    private func paint(_ text: String, code: String) -> String { usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
