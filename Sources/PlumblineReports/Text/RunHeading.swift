import Diagnostics
import Plumbline

/// The head of a text report: the day, the plans, and what was read.
struct RunHeading {
    let context: ReportContext
    let totals: RunTotals
    let style: TextStyle

    var lines: [String] {
        let asOf = context.asOf.description
        let title = style.words(zh: "准绳核查报告，截至 \(asOf)", en: "Plumbline audit, as of \(asOf)")
        return [style.bold(title)] + context.plan.book.rulesets.map(line) + [""] + fileLines + skippedLines
    }
}

private extension RunHeading {
    func line(_ ruleset: Ruleset) -> String {
        let parts = [ruleset.plan.map { PrintedText.of($0.title[style.language]) }, ruleset.plan.flatMap(span)]
        return (["  \(PrintedText.of(ruleset.name))"] + parts.compactMap(\.self)).joined(separator: "  ")
    }

    /// The days that the plan runs, as far as it names them.
    func span(_ plan: Ruleset.Plan) -> String? {
        switch (plan.from?.description, plan.to?.description) {
        case (nil, nil): nil
        case (let from?, nil): style.words(zh: "\(from) 起", en: "from \(from)")
        case (nil, let to?): style.words(zh: "至 \(to)", en: "until \(to)")
        case (let from?, let to?): style.words(zh: "\(from) 至 \(to)", en: "\(from) to \(to)")
        }
    }

    var fileLines: [String] {
        guard !totals.files.isEmpty else {
            return [style.bold(style.words(zh: "没有读取任何数据文件", en: "No data file was read"))]
        }
        var table = TextTable([
            (style.words(zh: "记录", en: "records"), .right), (style.words(zh: "文件", en: "file"), .left),
            (style.words(zh: "数据表", en: "table"), .left),
        ])
        for file in totals.files {
            table.add([String(file.records), PrintedText.of(file.file), tableName(file.table)])
        }
        let notes = totals.files.compactMap { FileNote(file: $0, style: style).line }
        return [style.bold(style.words(zh: "读取的数据", en: "Data read"))] + table.lines + notes
    }

    func tableName(_ name: String) -> String {
        guard let title = context.plan.title(ofTable: name) else { return PrintedText.of(name) }
        return PrintedText.of(title[style.language]) + style.words(zh: "（\(name)）", en: " (\(name))")
    }

    var skippedLines: [String] {
        guard !totals.skippedFiles.isEmpty else { return [] }
        let heading = style.words(zh: "未读取的文件", en: "Files passed over")
        return ["", style.bold(heading)] + totals.skippedFiles.map { skipped in
            let reason = PrintedText.of(skipped.reason[style.language])
            return "  \(PrintedText.of(skipped.file))" + style.words(zh: "：\(reason)", en: ": \(reason)")
        }
    }
}
