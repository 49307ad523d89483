import Diagnostics
import Plumbline

/// Which clauses of a plan's text its rules encode, as tables.
struct CoverageBlocks {
    private let coverage: RegisterCoverage
    private let language: Language

    init(_ coverage: RegisterCoverage, language: Language) {
        self.coverage = coverage
        self.language = language
    }

    var blocks: [DocumentPage.Block] { [.heading(2, words(zh: "条款", en: "Clauses")), counts] + encoded + forgotten + uncheckable }
}

private extension CoverageBlocks {
    typealias Block = DocumentPage.Block
    typealias Inline = DocumentPage.Inline

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }

    var counts: Block {
        .table(
            header: [
                words(zh: "条款总数", en: "Clauses"), words(zh: "已写成规则", en: "Encoded"), words(zh: "无法用数据核查", en: "Uncheckable"),
                words(zh: "遗漏", en: "Forgotten"), words(zh: "重述", en: "Restated"),
            ],
            rows: [[coverage.count, coverage.encoded.count, coverage.uncheckable.count, coverage.forgotten.count, coverage.restated.count]
                .map { [.text("\($0)")] }])
    }

    var encoded: [Block] {
        guard !coverage.encoded.isEmpty else { return [] }
        return [
            .heading(3, words(zh: "已写成规则的条款", en: "Encoded")),
            .table(header: header + [words(zh: "规则", en: "Rules")], rows: coverage.encoded.map { entry in
                row(entry.clause) + [entry.rules.enumerated().flatMap { place, rule -> [Inline] in
                    (place > 0 ? [.text(" ")] : []) + [.link(rule, page: rule)]
                }]
            }),
        ]
    }

    var forgotten: [Block] {
        guard !coverage.forgotten.isEmpty else { return [] }
        return [.heading(3, words(zh: "遗漏的条款", en: "Forgotten")), .table(header: header, rows: coverage.forgotten.map(row))]
    }

    var uncheckable: [Block] {
        guard !coverage.uncheckable.isEmpty else { return [] }
        return [
            .heading(3, words(zh: "无法用数据核查的条款", en: "Uncheckable")),
            .table(header: header + [words(zh: "原因", en: "Why")], rows: coverage.uncheckable.map { clause in
                let why = [clause.uncheckable?.reason.title[language], clause.uncheckable?.why?[language]].compactMap(\.self)
                return row(clause) + [[.text(why.joined(separator: words(zh: "：", en: ": ")))]]
            }),
        ]
    }

    var header: [String] {
        [
            words(zh: "编号", en: "Id"), words(zh: "章节", en: "Section"), words(zh: "内容", en: "Term"), words(zh: "要求", en: "Requires"),
            words(zh: "期限", en: "Due"),
        ]
    }

    func row(_ clause: Clause) -> [[Inline]] {
        [
            [.code(clause.id)], [.text(clause.section)], [.text(clause.term[language])], [.text(clause.requirementText)],
            [.text(clause.due.map { due(of: $0) } ?? "")],
        ]
    }

    func due(of due: Clause.Due) -> String {
        due.date.description + (due.isStated ? words(zh: "（条文写明）", en: " (the clause's own)") : words(zh: "（规划期末）", en: " (the plan's end)"))
    }
}
