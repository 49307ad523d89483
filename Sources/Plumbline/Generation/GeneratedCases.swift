public import Diagnostics

/// The cases that were made for rules, as YAML to be pasted under `cases`.
public struct GeneratedCases: Sendable {
    private let results: [CaseGenerator.Result]

    public init(_ results: [CaseGenerator.Result]) { self.results = results }

    /// What the reader has to be told above the cases.
    static func comment(indent: Int) -> String {
        String(repeating: " ", count: indent) + "# 由 plumb test --generate 推算，结论须对照规划原文核对 / computed by plumb test --generate: check against the plan"
    }

    /// How many cases there are.
    public var count: Int { results.reduce(0) { $0 + $1.cases.count } }

    /// Rule by rule: the rule's name in a comment, its cases, and what could not be made and why.
    public func text(in language: Language) -> String {
        results.map { block($0, language).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// What could not be made for a rule, and why.
    public static func notes(_ result: CaseGenerator.Result, in language: Language) -> [String] {
        result.unmade.map { boundary, why in
            Localized(
                zh: "未能生成“\(boundary.title.zh)”：\(why.zh)", en: "could not make '\(boundary.title.en)': \(why.en)")[language]
        }
    }

    private func block(_ result: CaseGenerator.Result, _ language: Language) -> [String] {
        let text = CaseText(example: result.example)
        let head = "# \(TerminalText.escaped(result.rule.fullName))"
        let notes = (Self.notes(result, in: language) + present(result, language)).map { "# " + TerminalText.escaped($0) }
        guard !result.cases.isEmpty else { return [head] + notes }
        return [head, Self.comment(indent: 0)] + result.cases.flatMap { text.lines($0, indent: 0) } + notes
    }

    private func present(_ result: CaseGenerator.Result, _ language: Language) -> [String] {
        guard !result.present.isEmpty else { return [] }
        return [Localized(
            zh: "已有同名用例：\(result.present.joined(separator: "、"))",
            en: "there already: \(result.present.joined(separator: ", "))")[language]]
    }
}
