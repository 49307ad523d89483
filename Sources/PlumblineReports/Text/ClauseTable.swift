import Diagnostics
import Plumbline

/// What the run says of each requirement of the plan: the clauses of the register in its order, then the rules that
/// encode none.
struct ClauseTable {
    private struct Row {
        let status: ClauseStatus
        let summaries: [RuleSummary]
        let section: String
        let title: String
        let id: String

        /// Whether anything at all was judged before the run was broken off.
        var isJudgedInPart: Bool { Outcome.allCases.contains { count($0) > 0 } }

        func count(_ outcome: Outcome) -> Int { summaries.reduce(0) { $0 + $1.count(outcome) } }
    }

    private static let idLimit = 40
    private static let rowLimit = 10

    let results: ClauseResults
    private let rows: [Row]
    let totals: RunTotals
    let plan: AuditPlan
    let style: TextStyle

    init(totals: RunTotals, plan: AuditPlan, style: TextStyle) {
        let results = ClauseResults(of: totals, by: plan)
        self.results = results
        rows = Self.rows(of: results.all, style) + Self.rows(ofRules: results.rulesWithoutClause, totals, plan, style)
        self.totals = totals
        self.plan = plan
        self.style = style
    }

    var lines: [String] {
        let shown = rows.filter { $0.status != .notJudged || $0.isJudgedInPart }
        let body = doubts + table(shown) + unanswered(.forgotten) + uncheckable
        return body.isEmpty ? [] : [style.bold(heading)] + body
    }

    /// How many requirements have each status, the worst first; nil where there are none.
    var sums: String? {
        let order: [ClauseStatus] = [.notMet, .partly, .notJudged, .cannotTell, .notDue, .waived, .met, .notApplicable]
        let counts = order.compactMap { status -> String? in
            let count = rows.count { $0.status == status }
            guard count > 0 else { return nil }
            return style.words(zh: "\(status.title.zh) \(count)", en: "\(count) \(status.title.en)")
        }
        guard !rows.isEmpty else { return nil }
        let all = style.count(rows.count, zh: "项要求", en: "requirement")
        return style.words(zh: "\(all)：", en: "\(all): ") + counts.joined(separator: style.words(zh: "，", en: ", ")) + style.words(zh: "。", en: ".")
    }
}

private extension ClauseTable {
    private static func rows(of results: [ClauseResult], _ style: TextStyle) -> [Row] {
        results.filter { !$0.rules.isEmpty && $0.clause.restates == nil }.map { result in
            Row(
                status: result.status, summaries: result.summaries, section: result.clause.section,
                title: result.clause.term[style.language], id: result.clause.id)
        }
    }

    private static func rows(ofRules places: [Int], _ totals: RunTotals, _ plan: AuditPlan, _ style: TextStyle) -> [Row] {
        places.map { place in
            let rule = plan.rules[place].rule
            return Row(
                status: ClauseStatus([totals.summaries[place]]), summaries: [totals.summaries[place]],
                section: rule.source?.section ?? "", title: rule.title[style.language], id: rule.id)
        }
    }

    var heading: String {
        results.all.isEmpty ? style.words(zh: "逐项要求", en: "Requirement by requirement") : style.words(zh: "逐条对照", en: "Clause by clause")
    }

    /// Passes are counted here and named nowhere: what they may rest on is said before them.
    private var doubts: [String] {
        let rows = totals.contradictoryRows.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        guard !rows.isEmpty else { return [] }
        let shown = rows.prefix(Self.rowLimit).map { "\(PrintedText.of($0.file)):\($0.line)" }
        let head = style.words(
            zh: "数据自相矛盾的记录 \(rows.count) 条，其结论（含达标）不可信：",
            en: style.count(rows.count, zh: "", en: "record")
                + " with data that contradict themselves; what is counted of them below, passes too, cannot be trusted: ")
        let parts = shown + (rows.count > shown.count ? ["…"] : [])
        return WrappedList.lines("! " + head, parts, separator: style.words(zh: "、", en: ", "), margin: 2).map { "  \($0)" }
    }

    private func table(_ rows: [Row]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let outcomes = [Outcome.pass, .fail, .notMeasured, .notDue, .error, .waived].filter { outcome in
            [.pass, .fail, .notMeasured].contains(outcome) || rows.contains { $0.count(outcome) > 0 }
        }
        var table = TextTable(
            [("", .left), (style.words(zh: "结论", en: "status"), .left)]
                + outcomes.map { ($0.title[style.language], .right) }
                + [
                    (style.words(zh: "章节", en: "section"), .left), (style.words(zh: "名称", en: "title"), .left),
                    (style.words(zh: "编号", en: "id"), .left),
                ])
        for row in rows {
            table.add(
                [style.plainMark(row.status.outcome), row.status.title[style.language]] + outcomes.map { String(row.count($0)) }
                    + [row.section, row.title, row.id].map(PrintedText.of))
        }
        return table.lines
    }

    /// Clauses that no rule encodes, by their ids.
    func unanswered(_ status: ClauseStatus) -> [String] {
        let clauses = results.all.filter { $0.status == status && $0.clause.restates == nil }
        guard !clauses.isEmpty else { return [] }
        var ids = clauses.prefix(Self.idLimit).map { PrintedText.of($0.clause.id) }
        if clauses.count > ids.count { ids.append("…") }
        let title = status.title[style.language]
        let head = style.words(zh: "\(title)（\(clauses.count)）：", en: "\(title) (\(clauses.count)): ")
        return WrappedList.lines(head, ids, separator: style.words(zh: "、", en: ", "), margin: 2).map { "  \($0)" }
    }

    var uncheckable: [String] {
        let count = results.count(.uncheckable)
        guard count > 0 else { return [] }
        return [
            "  " + style.words(
                zh: "无法核查（\(count)）：plumb coverage 列出各条及原因",
                en: "uncheckable (\(count)): plumb coverage lists them with the reasons")
        ]
    }
}
