import Diagnostics
import Plumbline

/// The files of a run, the first of very many: those that were read, with what there is to say of their reading, and those passed over.
struct FileSection {
    /// How many files are listed of each kind.
    static let limit = 100

    let plan: AuditPlan
    let totals: RunTotals
    let style: TextStyle

    var readLines: [String] {
        guard !totals.files.isEmpty else {
            return [style.bold(style.words(zh: "没有读取任何数据文件", en: "No data file was read"))]
        }
        var table = TextTable([
            (style.words(zh: "记录", en: "records"), .right), (style.words(zh: "文件", en: "file"), .left),
            (style.words(zh: "数据表", en: "table"), .left),
        ])
        for file in totals.files.prefix(Self.limit) {
            let name = TableName(table: file.table, plan: plan, style: style).text
            table.add([String(file.records), PrintedText.of(file.file), name])
        }
        let notes = totals.files.compactMap { FileNote(file: $0, style: style).line }
        return [style.bold(style.words(zh: "读取的数据", en: "Data read"))] + table.lines + more(totals.files.count) + notes
    }

    var skippedLines: [String] {
        guard !totals.skippedFiles.isEmpty else { return [] }
        let heading = style.words(zh: "未读取的文件", en: "Files passed over")
        return [style.bold(heading)] + totals.skippedFiles.prefix(Self.limit).map { skipped in
            let reason = PrintedText.of(skipped.reason[style.language])
            return "  \(PrintedText.of(skipped.file))" + style.words(zh: "：\(reason)", en: ": \(reason)")
        } + more(totals.skippedFiles.count)
    }

    private func more(_ count: Int) -> [String] {
        guard count > Self.limit else { return [] }
        let more = count - Self.limit
        return [
            style.words(
                zh: "  … 另有 \(more) 个文件未列出；--format json 给出全部",
                en: "  … \(style.count(more, zh: "", en: "more file")); --format json gives them all")
        ]
    }
}
