public import Diagnostics
public import Plumbline

/// A rule in words: where it comes from, what the register says of its clauses, for whom it is, and what it asks.
public struct RuleText {
    private typealias Entry = RuleDescription.Entry

    private let plan: AuditPlan
    private let rulePlan: RulePlan
    private let style: TextStyle

    /// - Parameter rule: The rule's place in the plan's `rules`.
    public init(rule: Int, of plan: AuditPlan, in language: Language, usesColor: Bool = false) {
        self.plan = plan
        rulePlan = plan.rules[rule]
        style = TextStyle(language: language, usesColor: usesColor)
    }

    /// A heading, then a line for everything that the rule says of itself, then a block for each of its clauses that the
    /// register has.
    public var text: String {
        let heading = "\(style.bold(PrintedText.of(rule.title[style.language])))  \(style.faint(PrintedText.of(rule.fullName)))"
        return ([heading] + lines(entries, margin: 2) + clauses.flatMap(lines)).joined(separator: "\n") + "\n"
    }
}

private extension RuleText {
    var rule: Rule { rulePlan.rule }

    private var entries: [Entry] {
        let tail: [Entry?] = [
            entry("责任部门", "responsible", list(rule.responsible)), entry("未达标时", "message", rule.message?[style.language]),
            entry("整改", "fix", rule.fix?[style.language]), entry("相关规则", "related", list(rule.related)),
            entry("用例", "cases", String(rule.cases.count)),
            entry("写在", "written at", "\(rule.location.file):\(rule.location.start.line)"),
        ]
        return [entry("出处", "source", source)].compactMap(\.self)
            + RuleDescription(rulePlan, of: plan, in: style.language).entries + tail.compactMap(\.self)
    }

    /// `二（四）15 · SN-15-1 · the plan's title`
    var source: String? {
        let document = ruleset?.plan
        let parts = [rule.source?.section].compactMap(\.self) + (rule.source?.clauses ?? [])
            + [document?.title[style.language], document?.document].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    var ruleset: Ruleset? { plan.book.rulesets.first { $0.name == rule.ruleset } }

    /// What the register has of the clauses that the rule encodes.
    var clauses: [Clause] { (rule.source?.clauses ?? []).compactMap { ruleset?.register?.clause($0) } }

    func lines(_ clause: Clause) -> [String] {
        let name = "\(clause.id) · \(clause.section) · \(clause.term[style.language])"
        let title = style.words(zh: "条款登记 \(name)", en: "register \(name)")
        return ["", "  " + PrintedText.of(title)] + lines(ClauseDescription(clause: clause, plan: plan, language: style.language).entries, margin: 4)
    }

    private func lines(_ entries: [Entry], margin: Int) -> [String] {
        let width = entries.map { DisplayWidth.of($0.name[style.language]) }.max() ?? 0
        return entries.map { entry in
            let name = style.faint(DisplayWidth.padded(entry.name[style.language], to: width))
            return String(repeating: " ", count: margin) + "\(name)  \(entry.content.map(text).joined())"
        }
    }

    private func text(_ content: DocumentPage.Inline) -> String {
        switch content {
        case .code(let text): PrintedText.ofExpression(text)
        case .text(let text), .strong(let text), .link(let text, page: _): PrintedText.of(text)
        }
    }

    private func entry(_ zh: String, _ en: String, _ text: String?) -> Entry? {
        text.map { Entry(name: Localized(zh: zh, en: en), content: [.text($0)]) }
    }

    func list(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: style.words(zh: "、", en: ", "))
    }
}
