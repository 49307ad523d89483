public import Diagnostics
import Plumbline

extension CoverageReport {
    /// For each ruleset its counts, then the forgotten clauses, the uncheckable ones by reason, the encoded ones with
    /// their rules, and the files of data that the ruleset brings.
    public func text(in language: Language, usesColor: Bool = false) -> String {
        let style = TextStyle(language: language, usesColor: usesColor)
        return parts.map { CoverageText(part: $0, style: style).lines.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}

/// The coverage of one ruleset in words.
private struct CoverageText {
    let part: CoverageReport.Part
    let style: TextStyle

    var lines: [String] {
        let sections = [heading, forgotten, toObtain, uncheckable, encoded, restated, data]
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
    }
}

private extension CoverageText {
    var coverage: RegisterCoverage { part.coverage }

    var heading: [String] {
        let title = part.ruleset.plan.map { PrintedText.of($0.title[style.language]) + "  " } ?? ""
        let counts = style.words(
            zh: "条款 \(coverage.count)：已写成规则 \(coverage.encoded.count)，无法核查 \(coverage.uncheckable.count)，遗漏 \(coverage.forgotten.count)",
            en: "\(style.count(coverage.count, zh: "", en: "clause")): \(coverage.encoded.count) encoded, "
                + "\(coverage.uncheckable.count) uncheckable, \(coverage.forgotten.count) forgotten")
        let restated = coverage.restated.isEmpty ? "" : style.words(
            zh: "；另有 \(coverage.restated.count) 条重述其他条款，不另计",
            en: "; \(coverage.restated.count) more restate others and are counted with them")
        return [style.bold(title + style.faint(PrintedText.of(part.ruleset.name))), "  \(counts)\(restated)"]
    }

    var forgotten: [String] {
        guard !coverage.forgotten.isEmpty else { return [] }
        let title = style.words(zh: "遗漏 (\(coverage.forgotten.count))", en: "Forgotten (\(coverage.forgotten.count))")
        return [style.paint(title, as: .fail)] + table(coverage.forgotten).lines
    }

    var uncheckable: [String] {
        let clauses = coverage.uncheckable
        guard !clauses.isEmpty else { return [] }
        let groups = Clause.UncheckableReason.allCases.flatMap { reason -> [String] in
            let some = clauses.filter { $0.uncheckable?.reason == reason }
            guard !some.isEmpty else { return [] }
            let title = "  \(reason.title[style.language]) (\(some.count))  \(style.faint(reason.rawValue))"
            return [title] + table(some, last: style.words(zh: "说明", en: "why")) { $0.uncheckable?.why?[style.language] ?? "" }
                .lines.map { "  \($0)" }
        }
        return [style.bold(style.words(zh: "无法核查 (\(clauses.count))", en: "Uncheckable (\(clauses.count))"))] + groups
    }

    var encoded: [String] {
        guard !coverage.encoded.isEmpty else { return [] }
        let title = style.words(zh: "已写成规则 (\(coverage.encoded.count))", en: "Encoded (\(coverage.encoded.count))")
        let rules = Dictionary(coverage.encoded.map { ($0.clause.id, $0.rules) }) { first, _ in first }
        let lines = table(coverage.encoded.map(\.clause), last: style.words(zh: "规则", en: "rules")) { clause in
            (rules[clause.id] ?? []).joined(separator: ", ")
        }.lines
        return [style.bold(title)] + lines
    }

    var restated: [String] {
        guard !coverage.restated.isEmpty else { return [] }
        let title = style.words(zh: "重述 (\(coverage.restated.count))", en: "Restated (\(coverage.restated.count))")
        return [style.bold(title)]
            + table(coverage.restated, last: style.words(zh: "同", en: "same as")) { $0.restates ?? "" }.lines
    }

    /// What has to be obtained before an audit.
    var toObtain: [String] {
        let missing = ToObtain(part.ruleset)
        guard !missing.isEmpty else { return [] }
        var table = TextTable([
            (style.words(zh: "缺什么", en: "what"), .left), (style.words(zh: "种类", en: "kind"), .left), (style.words(zh: "说明", en: "why, source"), .left),
        ])
        for parameter in missing.parameters {
            table.add([
                "params.\(PrintedText.of(parameter.name))", style.words(zh: "没有取值的参数", en: "parameter without a value"),
                PrintedText.of(parameter.why?[style.language] ?? ""),
            ])
        }
        for file in missing.files {
            let kind = file.isRoster ? style.words(zh: "没有内容的名册", en: "roster without rows") : style.words(zh: "没有内容的数据", en: "data without rows")
            table.add([PrintedText.of(part.path(of: file)), "\(kind) (\(PrintedText.of(file.table)))", PrintedText.of(file.source ?? "")])
        }
        let title = style.words(zh: "核查之前须取得 (\(missing.count))", en: "To obtain before an audit (\(missing.count))")
        return [style.paint(title, as: .notMeasured)] + table.lines
    }

    var data: [String] {
        let files = part.ruleset.data
        guard !files.isEmpty else { return [] }
        var table = TextTable([
            (style.words(zh: "数据表", en: "table"), .left), (style.words(zh: "文件", en: "file"), .left),
            (style.words(zh: "名单", en: "roster"), .left), (style.words(zh: "来源", en: "source"), .left),
        ])
        for file in files {
            table.add([
                PrintedText.of(file.table), PrintedText.of(part.path(of: file)),
                file.isRoster ? style.words(zh: "是", en: "yes") : "", PrintedText.of(file.source ?? ""),
            ])
        }
        return [style.bold(style.words(zh: "规则集自带的数据 (\(files.count))", en: "Data of the ruleset (\(files.count))"))] + table.lines
    }

    func table(_ clauses: [Clause]) -> TextTable {
        var table = TextTable(titles)
        for clause in clauses { table.add(cells(clause)) }
        return table
    }

    func table(_ clauses: [Clause], last title: String, _ text: (Clause) -> String) -> TextTable {
        var table = TextTable(titles + [(title, .left)])
        for clause in clauses { table.add(cells(clause) + [PrintedText.of(text(clause))]) }
        return table
    }

    var titles: [(title: String, alignment: TextTable.Alignment)] {
        [
            (style.words(zh: "条款", en: "clause"), .left), (style.words(zh: "章节", en: "section"), .left),
            (style.words(zh: "名称", en: "term"), .left),
        ]
    }

    func cells(_ clause: Clause) -> [String] {
        [clause.id, clause.section, clause.term[style.language]].map(PrintedText.of)
    }
}
