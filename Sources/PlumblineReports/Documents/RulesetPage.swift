import Diagnostics
import Plumbline

/// The page of one ruleset, which leads to those of its rules.
struct RulesetPage: PageSource {
    let ruleset: Ruleset
    let folder: String
    private let plan: AuditPlan
    private let rules: [RulePlan]
    private let root: String
    private let language: Language

    init(_ ruleset: Ruleset, of plan: AuditPlan, folder: String, root: String, language: Language) {
        self.ruleset = ruleset
        self.plan = plan
        self.folder = folder
        self.root = root
        self.language = language
        rules = plan.rules.filter { $0.rule.ruleset == ruleset.name }
    }

    var title: String { ruleset.plan?.title[language] ?? ruleset.name }

    var page: DocumentPage { DocumentPage(title: title, language: language, path: "\(root)/\(folder)/index", blocks: blocks) }

    /// The pages of its rules.
    var rulePages: [RulePage] {
        rules.map { RulePage($0, of: ruleset, in: plan, path: "\(root)/\(folder)/\($0.rule.id)", language: language) }
    }
}

private extension RulesetPage {
    typealias Block = DocumentPage.Block
    typealias Inline = DocumentPage.Inline

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }

    var blocks: [Block] { head + ruleTable + parameters + data + coverage }

    var head: [Block] {
        let dates = [ruleset.plan?.from, ruleset.plan?.to].compactMap { $0?.description }.joined(separator: " – ")
        let entries: [(String, String?)] = [
            (words(zh: "名称", en: "Name"), ruleset.name), (words(zh: "文件", en: "Document"), ruleset.plan?.document),
            (words(zh: "规划期", en: "Plan"), dates.isEmpty ? nil : dates),
            (words(zh: "未写明日期的条款的到期日", en: "Due date of clauses that name none"), ruleset.due?.date.description),
            (words(zh: "所用方案", en: "Profile"), ruleset.profile?.name),
        ]
        let other = language == .zh ? ("English", "../../en/\(folder)/index") : ("中文", "../../zh/\(folder)/index")
        return [
            .list(entries.compactMap { name, text in text.map { [.strong(name), .text("  \($0)")] } }),
            .paragraph([.link(other.0, page: other.1)]),
        ]
    }

    var ruleTable: [Block] {
        let header = [
            words(zh: "规则", en: "Rule"), words(zh: "出处", en: "Section"), words(zh: "约束力", en: "Binding"),
            words(zh: "目标", en: "Target"), words(zh: "期限", en: "When"),
        ]
        return [
            .heading(2, words(zh: "规则（\(rules.count) 条）", en: "Rules (\(rules.count))")),
            .table(header: header, rows: rules.map { rule in
                let description = RuleDescription(rule, of: plan, in: language)
                return [
                    [.link(rule.rule.title[language], page: rule.rule.id)], [.text(rule.rule.source?.section ?? "")],
                    [.text(rule.rule.binding.title[language])], description.target, [.text(description.when)],
                ]
            }),
        ]
    }

    var parameters: [Block] {
        guard !ruleset.declaredParameters.isEmpty else { return [] }
        return [
            .heading(2, words(zh: "参数", en: "Parameters")),
            .table(
                header: [words(zh: "名称", en: "Name"), words(zh: "类型", en: "Type"), words(zh: "值", en: "Value"), words(zh: "说明", en: "Why")],
                rows: ruleset.declaredParameters.map { parameter in
                    [
                        [.code("params.\(parameter.name)")], [.code(parameter.type)], value(parameter),
                        [.text(parameter.why?[language] ?? "")],
                    ]
                }),
        ]
    }

    func value(_ parameter: Parameter) -> [Inline] { parameter.text.map { [.code($0)] } ?? [.text(words(zh: "未设定", en: "not set"))] }

    var data: [Block] {
        guard !ruleset.data.isEmpty else { return [] }
        return [
            .heading(2, words(zh: "所依据的数据", en: "Data that the plan leans on")),
            .table(
                header: [words(zh: "表", en: "Table"), words(zh: "文件", en: "File"), words(zh: "来源", en: "Source"), words(zh: "名单", en: "Roster")],
                rows: ruleset.data.map { data in
                    [
                        [.text(plan.title(ofTable: data.table)?[language] ?? data.table)], [.code(data.path.split(separator: "/").last.map(String.init) ?? data.path)],
                        [.text(data.source ?? "")], [.text(data.isRoster ? words(zh: "是", en: "yes") : "")],
                    ]
                }),
        ]
    }

    var coverage: [Block] {
        guard let register = ruleset.register else { return [] }
        return CoverageBlocks(RegisterCoverage(of: register, by: ruleset.rules), language: language).blocks
    }
}
