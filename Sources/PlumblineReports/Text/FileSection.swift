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
        let notes = totals.files.compactMap { FileNote(file: $0, style: style).line }
        let heading = style.bold(style.words(zh: "读取的数据", en: "Data read"))
        return [heading] + (totals.files.count > Self.listedOneByOne ? byTable : oneByOne) + notes
    }

    /// More files than these are told by their table.
    private static let listedOneByOne = 12

    private var byTable: [String] {
        var table = TextTable([
            (style.words(zh: "文件", en: "files"), .right), (style.words(zh: "记录", en: "records"), .right),
            (style.words(zh: "数据表", en: "table"), .left),
        ])
        var tables: [String] = []
        for file in totals.files where !tables.contains(file.table) { tables.append(file.table) }
        for name in tables {
            let files = totals.files.filter { $0.table == name }
            let records = files.reduce(0) { $0 + $1.records }
            table.add([String(files.count), String(records), TableName(table: name, plan: plan, style: style).text])
        }
        return table.lines
    }

    private var oneByOne: [String] {
        var table = TextTable([
            (style.words(zh: "记录", en: "records"), .right), (style.words(zh: "文件", en: "file"), .left),
            (style.words(zh: "数据表", en: "table"), .left),
        ])
        for file in totals.files {
            let name = TableName(table: file.table, plan: plan, style: style).text
            table.add([String(file.records), PrintedText.of(file.file), name])
        }
        return table.lines
    }

    var skippedLines: [String] {
        // Those that should have been read stand at the head of the report.
        let others = totals.skippedFiles.filter { !$0.isLikelyData }
        guard !others.isEmpty else { return [] }
        let heading = style.words(zh: "未读取的文件", en: "Files passed over")
        return [style.bold(heading)] + others.prefix(Self.limit).map { skipped in
            let reason = PrintedText.of(skipped.reason[style.language])
            return "  \(PrintedText.of(skipped.file))" + style.words(zh: "：\(reason)", en: ": \(reason)")
        } + more(others.count)
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
