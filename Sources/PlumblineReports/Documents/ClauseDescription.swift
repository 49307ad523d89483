import Diagnostics
import Plumbline

/// What a register says of a clause, in words: the one wording for pages and for the explanation of a rule.
struct ClauseDescription {
    let clause: Clause
    let plan: AuditPlan
    let language: Language

    var entries: [RuleDescription.Entry] {
        let all: [(String, String, DocumentPage.Inline?)] = [
            ("要求", "requires", requires.map { .text($0) }), ("对象", "of", clause.subject.map { .text(subject($0)) }),
            ("按", "per", clause.per.map { .text($0) }), ("基线", "baseline", baseline.map { .text($0) }),
            ("期限", "due", due.map { .text($0) }), ("读法", "reading", clause.reading.map { .text($0[language]) }),
            ("未采用的读法", "readings rejected", list(clause.rejected.map { $0[language] }, words(zh: "；", en: "; ")).map { .text($0) }),
            ("自相矛盾", "contradicts", list(conflicts, words(zh: "；", en: "; ")).map { .text($0) }),
            ("责任部门", "responsible", list(clause.responsible, words(zh: "、", en: ", ")).map { .text($0) }),
        ]
        return all.compactMap { zh, en, content in content.map { .init(name: Localized(zh: zh, en: en), content: [$0]) } }
    }

    private var requires: String? { clause.requires.isEmpty ? nil : clause.requirementText }

    /// A table by its title; what is no table as the register writes it.
    private func subject(_ name: String) -> String {
        plan.title(ofTable: name).map { words(zh: "\($0.zh)（\(name)）", en: "\($0.en) (\(name))") } ?? name
    }

    private var baseline: String? {
        clause.baseline.map { "\($0.period)" + ($0.value.map { words(zh: "：\($0)", en: ": \($0)") } ?? "") }
    }

    private var due: String? {
        clause.due.map { due in
            due.date.description + (due.isStated
                ? words(zh: "（条文写明）", en: " (the clause's own)")
                : words(zh: "（规划期末，条文未写明）", en: " (the plan's end; the clause names none)"))
        }
    }

    private var conflicts: [String] {
        clause.conflicts.map { conflict in
            conflict.with + (conflict.why.map { words(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? "")
        }
    }

    private func list(_ texts: [String], _ separator: String) -> String? { texts.isEmpty ? nil : texts.joined(separator: separator) }

    private func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }
}

extension Clause {
    /// What the clause requires, with the signs that limits are printed with: `≥ 85%`.
    var requirementText: String {
        requires.map { "\(ComparedBound(rawValue: $0.kind)?.sign ?? $0.kind) \($0.limit)" }.joined(separator: ", ")
    }
}
