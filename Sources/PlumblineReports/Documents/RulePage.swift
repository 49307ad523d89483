import Diagnostics
import Plumbline

/// The page of one rule: the clause behind it, what it asks of whom and when, and its cases as examples.
struct RulePage: PageSource {
    private let description: RuleDescription
    private let ruleset: Ruleset
    private let path: String
    private let language: Language

    init(_ rule: RulePlan, of ruleset: Ruleset, in plan: AuditPlan, path: String, language: Language) {
        description = RuleDescription(rule, of: plan, in: language)
        self.ruleset = ruleset
        self.path = path
        self.language = language
    }

    var page: DocumentPage {
        DocumentPage(
            title: rule.title[language], language: language, path: path, blocks: head + clauses + requirement + CaseBlocks(rule, language: language).blocks)
    }
}

private extension RulePage {
    typealias Block = DocumentPage.Block
    typealias Inline = DocumentPage.Inline

    var rule: Rule { description.rule }

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }

    /// A table of names and what they are; those without anything are left out.
    func entries(_ entries: [(zh: String, en: String, [Inline])]) -> [Block] {
        let rows = named(entries)
        return rows.isEmpty ? [] : [.table(header: ["", ""], rows: rows)]
    }

    func named(_ entries: [(zh: String, en: String, [Inline])]) -> [[[Inline]]] {
        entries.filter { !$0.2.isEmpty }.map { [[Inline.strong(words(zh: $0.zh, en: $0.en))], $0.2] }
    }

    func text(_ text: String?) -> [Inline] { text.map { $0.isEmpty ? [] : [.text($0)] } ?? [] }

    var head: [Block] {
        let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
        let other = language == .zh ? ("English", "../../en/\(folder)/\(rule.id)") : ("中文", "../../zh/\(folder)/\(rule.id)")
        return [
            .paragraph([.code(rule.fullName)]),
            .paragraph([
                .link(ruleset.plan?.title[language] ?? ruleset.name, page: "index"), .text(" · "), .link(other.0, page: other.1),
            ]),
        ]
    }

    var requirement: [Block] {
        [.heading(2, words(zh: "要求", en: "What it asks")), .table(header: ["", ""], rows: rows(description.entries) + people)]
    }

    /// A table of what is said under which name.
    func table(_ entries: [RuleDescription.Entry]) -> [Block] {
        let rows = rows(entries)
        return rows.isEmpty ? [] : [.table(header: ["", ""], rows: rows)]
    }

    func rows(_ entries: [RuleDescription.Entry]) -> [[[Inline]]] {
        entries.map { entry in
            // A further line of the same thing has no name.
            let name = capitalised(entry.name[language])
            return [name.isEmpty ? [] : [Inline.strong(name)], entry.content]
        }
    }

    func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    /// What the register says of the clauses that the rule encodes.
    var clauses: [Block] {
        let known = (rule.source?.clauses ?? []).map { id in (id, ruleset.register?.clause(id)) }
        let heading = Block.heading(2, words(zh: "条款", en: "The clause"))
        let section = entries([("章节", "Section", text(rule.source?.section))])
        return (section.isEmpty && known.isEmpty ? [] : [heading] + section) + known.flatMap { id, clause in
            clause.map { self.clause($0) } ?? [.paragraph([.code(id)])]
        }
    }

    func clause(_ clause: Clause) -> [Block] {
        [.heading(3, "\(clause.id) \(clause.term[language])")]
            + table(ClauseDescription(clause: clause, plan: description.plan, language: language).entries)
    }

    var people: [[[Inline]]] {
        named([
            ("责任部门", "Responsible", text(rule.responsible.joined(separator: words(zh: "、", en: ", ")))),
            ("未达标时", "Message", text(rule.message?[language])), ("整改", "Fix", text(rule.fix?[language])),
            ("相关条款", "Related", text(rule.related.joined(separator: words(zh: "、", en: ", ")))),
        ])
    }
}
