public import Diagnostics
import JSON
public import Plumbline

/// The rules of a plan, as `plumb list` shows them.
public struct RuleList {
    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// A table with a line for each rule, in the order of the files, and their number.
    public func text(in language: Language, usesColor: Bool = false) -> String {
        let style = TextStyle(language: language, usesColor: usesColor)
        let titles = [
            Localized(zh: "规则", en: "rule"), Localized(zh: "名称", en: "title"), Localized(zh: "约束力", en: "binding"),
            Localized(zh: "出处", en: "section"),
        ]
        var table = TextTable(titles.map { ($0[language], .left) })
        for rule in plan.rules.map(\.rule) {
            table.add([
                PrintedText.of(rule.fullName), PrintedText.of(rule.title[language]), rule.binding.title[language],
                PrintedText.of(rule.source?.section ?? ""),
            ])
        }
        let count = style.count(plan.rules.count, zh: "条规则", en: "rule")
        return (plan.rules.isEmpty ? [] : table.lines).joined(separator: "\n") + "\n\(count)\n"
    }

    /// One object whose `rules` are those of the JSON report, without what a run would say of them.
    public var json: String {
        let value: JSONValue = ["rules": .array(plan.rules.map { JSONValue(rule: $0) })]
        return value.lines() + "\n"
    }
}
