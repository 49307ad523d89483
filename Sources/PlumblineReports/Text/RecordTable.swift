import Diagnostics
import Plumbline

/// A line for each record that fails something or could not be judged, the worst first: how many rules of each
/// binding it fails, and which.
struct RecordTable {
    /// How many records of one table are listed.
    static let limit = 60
    /// How many cells the titles of the rules may take at least.
    private static let rulesWidth = 24

    let tally: RecordTally
    let plan: AuditPlan
    let style: TextStyle

    var lines: [String] {
        let tables = tally.tables
        guard !tables.isEmpty else { return [] }
        let heading = style.words(
            zh: "逐个单位（各级约束力下不达标的规则数，最差的在前）",
            en: "Record by record (how many rules of each binding are not met, the worst first)")
        let sections = tables.map { lines(of: $0.entries, in: $0.table, isGroup: $0.isGroup) }
        return [style.bold(heading)] + sections.joined(separator: [""]) + leftOut
    }
}

private extension RecordTable {
    func lines(of entries: [RecordTally.Entry], in table: String, isGroup: Bool) -> [String] {
        let title = PrintedText.of(plan.title(ofTable: table)?[style.language] ?? table)
        let kind = isGroup ? style.words(zh: "\(title)的分组", en: "groups of \(title)") : title
        return [style.bold("\(kind) (\(entries.count))")] + self.table(entries).lines + more(entries)
    }

    func table(_ entries: [RecordTally.Entry]) -> TextTable {
        let shown = entries.prefix(Self.limit)
        let bindings = RecordTally.bindings.indices.filter { place in entries.contains { $0.fails[place] > 0 } }
        let hasErrors = entries.contains { $0.errors > 0 }
        var columns: [(title: String, alignment: TextTable.Alignment)] = [(style.words(zh: "名称", en: "name"), .left)]
        columns += bindings.map { (RecordTally.bindings[$0].title[style.language], .right) }
        if hasErrors { columns.append((Outcome.error.title[style.language], .right)) }
        columns.append((Outcome.notMeasured.title[style.language], .right))
        columns.append((style.words(zh: "不达标的规则", en: "rules not met"), .left))
        let names = shown.map { RecordName(record: $0.record, audit: plan, style: style).text }
        let widths = [names.map { DisplayWidth.of($0) }.filter { $0 <= TextTable.widest }.max() ?? 0] + columns.dropFirst().dropLast().map { DisplayWidth.of($0.title) }
        let room = WrappedList.width - widths.reduce(2) { $0 + $1 + 2 }
        var table = TextTable(columns)
        for (entry, name) in zip(shown, names) {
            var counts = bindings.map { entry.fails[$0] }
            if hasErrors { counts.append(entry.errors) }
            counts.append(entry.notMeasured)
            table.add([name] + counts.map(count) + [rules(entry, width: max(Self.rulesWidth, room))])
        }
        return table
    }

    /// A zero is left out, so that what there is stands out.
    func count(_ count: Int) -> String { count == 0 ? "·" : String(count) }

    /// How many rules are named, however long their titles.
    private static let rulesAtLeast = 3

    /// As many titles as there is room for, three at least, and how many more there are.
    func rules(_ entry: RecordTally.Entry, width: Int) -> String {
        let titles = entry.rules.map { PrintedText.of(plan.rules[$0].rule.title[style.language]) }
        var best = ""
        for count in titles.indices.map({ $0 + 1 }) {
            let more = titles.count - count
            let rest = more == 0 ? "" : style.words(zh: "，另 \(more) 条", en: " and \(more) more")
            let text = titles.prefix(count).joined(separator: style.words(zh: "、", en: ", ")) + rest
            guard count <= Self.rulesAtLeast || DisplayWidth.of(text) <= width else { break }
            best = text
        }
        return best
    }

    func more(_ entries: [RecordTally.Entry]) -> [String] {
        let rest = entries.dropFirst(Self.limit)
        guard !rest.isEmpty else { return [] }
        let fails = rest.count { $0.failCount > 0 }
        return [
            style.words(
                zh: "  … 另有 \(rest.count) 个未列出，其中 \(fails) 个有不达标；--format json 给出全部",
                en: "  … \(rest.count) more, \(fails) of them with fails; --format json gives them all")
        ]
    }

    var leftOut: [String] {
        let count = tally.findingsLeftOut
        guard count > 0 else { return [] }
        return [
            style.words(
                zh: "  … 记录太多：另有 \(count) 条结果没有计入以上各行",
                en: "  … there are too many records: \(count) more findings are in none of the lines above")
        ]
    }
}
