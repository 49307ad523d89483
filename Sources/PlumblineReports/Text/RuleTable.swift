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
        return [style.bold(style.words(zh: "各规则结果", en: "Rules"))] + table.lines
    }
}

private extension RuleTable {
    /// The records, then where each of them went.
    private static let columns: [Column] = [
        Column(title: Localized(zh: "记录", en: "records")) { $0.ledger.records },
        Column(title: Outcome.notApplicable.title) { $0.ledger.excluded },
        Column(title: Localized(zh: "已判定", en: "judged")) { $0.ledger.counted },
        outcome(.pass), outcome(.fail), outcome(.notDue, isAlwaysShown: false), outcome(.waived, isAlwaysShown: false),
        outcome(.notMeasured),
        Column(
            title: Localized(zh: "其中适用不明", en: "of these, scope unknown"), count: { $0.ledger.scopeUnknown },
            isAlwaysShown: false),
        outcome(.error),
    ]

    private static func outcome(_ outcome: Outcome, isAlwaysShown: Bool = true) -> Column {
        Column(title: outcome.title, count: { $0.count(outcome) }, isAlwaysShown: isAlwaysShown)
    }

    private var shownColumns: [Column] {
        Self.columns.filter { column in column.isAlwaysShown || totals.summaries.contains { column.count($0) > 0 } }
    }

    func name(_ plan: RulePlan, _ summary: RuleSummary) -> String {
        let rule = plan.rule
        let name = "\(PrintedText.of(rule.title[style.language]))  \(style.faint(PrintedText.of(rule.fullName)))"
        guard let words = summary.status.words(table: PrintedText.of(rule.table))?[style.language] else { return name }
        let status = "\(summary.status.rawValue)" + style.words(zh: "：\(words)", en: ": \(words)")
        return "\(name)  \(style.paint(status, as: .notMeasured))"
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
