import Diagnostics
import Plumbline

/// What an auditor has to ask for before anything else: tables that no file supplied, records of which nothing came,
/// details that were not sent.
struct NotReceived {
    let tally: ReceiptTally
    let totals: RunTotals
    let plan: AuditPlan
    let style: TextStyle

    var lines: [String] {
        let all = keyless + tables + listed + silent + withoutDetails + unlisted + unread
        guard !all.isEmpty else { return [] }
        return [style.paint(style.words(zh: "没有收到的材料", en: "Not received"), as: .notMeasured)] + all.map { "  \($0)" }
    }
}

private extension NotReceived {
    static let nameLimit = 40
    static let titleLimit = 5

    /// Files of which no record can be told apart from another: a renamed header, and all that refers to them leads nowhere.
    var keyless: [String] {
        totals.dataProblems.filter { $0.code == .missingKeyColumn }.map { problem in
            let name = TableName(table: problem.table, plan: plan, style: style).text
            let place = PrintedText.of(problem.file) + (problem.address.map { ":\($0.line)" } ?? "")
            let column = PrintedText.of(problem.column ?? "")
            return style.words(
                zh: "\(name)的主键 \(column)（\(place)）：\(PrintedText.of(problem.message.zh))",
                en: "the key \(column) of \(name) (\(place)): \(PrintedText.of(problem.message.en))")
        }
    }

    /// The tables in the order of the rules that ask for them.
    var tables: [String] {
        var rules: [(table: String, titles: [String])] = []
        for (rule, summary) in zip(plan.rules.map(\.rule), totals.summaries) where summary.status == .tableMissing {
            let title = PrintedText.of(rule.title[style.language])
            if let place = rules.firstIndex(where: { $0.table == rule.table }) {
                rules[place].titles.append(title)
            } else {
                rules.append((rule.table, [title]))
            }
        }
        return rules.flatMap { table, titles in
            let name = TableName(table: table, plan: plan, style: style).text
            let head = style.words(
                zh: "数据表 \(name)：没有文件提供，无从判断 ", en: "table \(name): no file supplied it, so nothing can be said of ")
            return WrappedList.lines(head, titles, separator: comma, margin: 2)
        }
    }

    /// What a `submission.yaml` says that it brings, and does not.
    var listed: [String] {
        totals.dataProblems.filter { $0.code == .listedNotSent }.map { problem in
            let name = TableName(table: problem.table, plan: plan, style: style).text
            let file = PrintedText.of(problem.file)
            return style.words(
                zh: "数据表 \(name)：\(file) 列出了，却没有收到", en: "table \(name): \(file) lists it, and it did not come")
        }
    }

    /// The tables whose records some rules judge one by one though nobody lists them: one without any record below it has
    /// not been judged, and nothing else in the report would say so.
    var unlisted: [String] {
        let places = plan.rules.indices.filter { totals.summaries[$0].status == .judged }
        let tables = places.compactMap { place in plan.tableWithoutRoster(ofRule: place).map { (table: $0, rule: place) } }
        return Dictionary(grouping: tables, by: \.table).sorted { $0.key < $1.key }.flatMap { table, rules in
            let name = TableName(table: table, plan: plan, style: style).text
            let head = style.words(
                zh: "\(name)的名册：没有规则集提供，一条记录也没有的不在以下规则的结论之内：",
                en: "roster of \(name): no ruleset brings one, so those without a single record are in no verdict of ")
            let titles = rules.map { PrintedText.of(plan.rules[$0.rule].rule.title[style.language]) }
            return WrappedList.lines(head, titles, separator: comma, margin: 2)
        }
    }

    /// Files that hold data by their looks, and were not read.
    var unread: [String] {
        let files = totals.skippedFiles.filter(\.isLikelyData)
        let shown = files.prefix(FileSection.limit).map { skipped in
            let (file, reason) = (PrintedText.of(skipped.file), PrintedText.of(skipped.reason[style.language]))
            let advice = skipped.isWorkbook ? style.words(zh: "；请另存为 CSV 后重新核查", en: "; save it as CSV and check again") : ""
            return style.words(zh: "未能读取 \(file)：\(reason)\(advice)", en: "not read: \(file): \(reason)\(advice)")
        }
        guard files.count > shown.count else { return shown }
        let more = files.count - shown.count
        return shown + [style.words(zh: "… 另有 \(more) 个文件未能读取", en: "… and \(more) more that were not read")]
    }

    /// Of each table those who should have a row in it and have none; they may well have sent other tables.
    var silent: [String] {
        plan.tableNames.flatMap { table -> [String] in
            guard let names = tally.silent[table] else { return [] }
            let name = TableName(table: table, plan: plan, style: style).text
            return self.names(
                names, style.words(zh: "应报而没有报送\(name)（\(names.count)）：", en: "no row of \(name) came from (\(names.count)): "))
        }
    }

    /// Each table once, with all those that did not send it, and the rules that wait for it: which rule waits for whom is told under the rule.
    var withoutDetails: [String] {
        var groups: [(tables: String, names: ReceiptTally.Names, titles: [String])] = []
        let waiting = tally.withoutDetails.sorted { $0.key < $1.key }.flatMap { rule, tables in
            tables.sorted { $0.key < $1.key }.map { (rule, owners: $0.key, names: $0.value) }
        }
        for (rule, owners, names) in waiting {
            let title = PrintedText.of(plan.rules[rule].rule.title[style.language])
            let tables = details(ofRule: rule, on: owners)
            if let place = groups.firstIndex(where: { $0.tables == tables }) {
                groups[place].names = groups[place].names.union(names)
                if !groups[place].titles.contains(title) { groups[place].titles.append(title) }
            } else {
                groups.append((tables, names, [title]))
            }
        }
        return groups.flatMap { tables, names, titles in
            let head = style.words(zh: "没有报送\(tables)（\(names.count)）：", en: "no \(tables) came from (\(names.count)): ")
            return self.names(names, head) + self.waiting(titles)
        }
    }

    /// The rules that can say nothing, the first by their titles.
    func waiting(_ titles: [String]) -> [String] {
        var parts = titles.prefix(Self.titleLimit).map(style.quoted)
        let more = titles.count - parts.count
        if more > 0 { parts.append(style.words(zh: "另有 \(more) 条", en: "and \(more) more")) }
        let head = style.words(zh: "因此无从判断：", en: "so nothing can be said of ")
        return WrappedList.lines(head, parts, separator: comma, margin: 4).map { "  \($0)" }
    }

    /// The tables that hold a rule's details, those of which no file came before all others.
    ///
    /// - Parameter owners: The table of those whose details they are. Where that is not the rule's own, it is the details that it judges.
    func details(ofRule rule: Int, on owners: String) -> String {
        let own = plan.rules[rule].rule.table
        let tables = owners == own ? plan.listTables(ofRule: rule) : [own]
        let missing = tables.filter { table in !totals.files.contains { $0.table == table } }
        let names = (missing.isEmpty ? tables : missing).map { TableName(table: $0, plan: plan, style: style).text }
        return names.isEmpty
            ? style.words(zh: "明细", en: "details") : names.joined(separator: style.words(zh: "或", en: " or "))
    }

    func names(_ records: ReceiptTally.Names, _ head: String) -> [String] {
        var names = records.records.prefix(Self.nameLimit).map { RecordName(record: $0, audit: plan, style: style).text }
        let more = records.count - names.count
        if more > 0 { names.append(style.words(zh: "另有 \(more) 个", en: "and \(more) more")) }
        return WrappedList.lines(head, names, separator: comma, margin: 2)
    }

    var comma: String { style.words(zh: "、", en: ", ") }
}
