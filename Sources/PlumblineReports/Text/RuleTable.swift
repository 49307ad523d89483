import Diagnostics
import Plumbline

/// A line for every rule: how its records were accounted for, also where it met none.
struct RuleTable {
    private struct Column: Sendable {
        let title: Localized
        let count: @Sendable (RuleSummary) -> Int
        /// Columns of what seldom happens stand there only where it did.
        var isAlwaysShown = true
    }

    let rules: [RulePlan]
    let totals: RunTotals
    let style: TextStyle

    var lines: [String] {
        guard !rules.isEmpty else { return [] }
        let columns = shownColumns
        var table = TextTable(
            columns.map { ($0.title[style.language], .right) } + [(style.words(zh: "规则", en: "rule"), .left)])
        for (plan, summary) in zip(rules, totals.summaries) {
            table.add(columns.map { String($0.count(summary)) } + [name(plan, summary)])
        }
        return [style.bold(style.words(zh: "各规则的记录去向", en: "Where the records of each rule went"))] + table.lines
    }
}

private extension RuleTable {
    /// The records, then where each of them went.
    private static let columns: [Column] = [
        Column(title: Localized(zh: "记录", en: "records")) { $0.ledger.records },
        Column(title: Outcome.notApplicable.title) { $0.ledger.excluded },
        outcome(.pass), outcome(.fail), outcome(.notDue, isAlwaysShown: false), outcome(.waived, isAlwaysShown: false),
        outcome(.notMeasured),
        Column(
            title: Localized(zh: "其中适用不明", en: "of these, scope unknown"), count: { $0.ledger.scopeUnknown },
            isAlwaysShown: false),
        outcome(.error, isAlwaysShown: false),
    ]

    private static func outcome(_ outcome: Outcome, isAlwaysShown: Bool = true) -> Column {
        Column(title: outcome.title, count: { $0.count(outcome) }, isAlwaysShown: isAlwaysShown)
    }

    private var shownColumns: [Column] {
        Self.columns.filter { column in column.isAlwaysShown || totals.summaries.contains { column.count($0) > 0 } }
    }

    func name(_ plan: RulePlan, _ summary: RuleSummary) -> String {
        let title = PrintedText.of(plan.rule.title[style.language])
        let words: Localized
        switch summary.status {
        case .judged: return title
        case .noRecords: words = Localized(zh: "没有适用的记录", en: "none in scope")
        case .tableMissing: words = Localized(zh: "没有数据文件", en: "no file")
        }
        let status = summary.status.rawValue + style.words(zh: "：\(words.zh)", en: ": \(words.en)")
        return "\(title)  \(style.paint(status, as: .notMeasured))"
    }
}

extension RuleSummary.Status {
    /// Why the rule judged nothing; nil where it did.
    func words(table: String) -> Localized? {
        switch self {
        case .judged: nil
        case .noRecords: Localized(zh: "没有记录适用该规则", en: "no record is in the rule's scope")
        case .tableMissing:
            Localized(zh: "没有文件提供数据表 \(table)", en: "no file supplied the table '\(table)'")
        }
    }
}
