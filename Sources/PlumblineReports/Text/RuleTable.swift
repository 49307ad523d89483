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

    /// Rules that judge groups count these, so that their records are accounted for in a table of their own.
    var lines: [String] {
        // Of a rule that the end of a run came before there is nothing to account for.
        let pairs = zip(rules, totals.summaries).filter { $0.1.status != .notJudged }
        let (single, groups) = (pairs.filter { !$0.0.isOfGroups }, pairs.filter(\.0.isOfGroups))
        let sections = [
            table(single, Self.columns, style.words(zh: "各规则的记录去向", en: "Where the records of each rule went")),
            table(
                groups, Self.groupColumns,
                style.words(zh: "按组判定的各规则：记录去向与各组结论", en: "Rules over groups: where their records went, and what the groups came to")),
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 }
    }
}

private extension RuleTable {
    /// The records, then where each of them went.
    private static let columns: [Column] = [
        records, excluded, outcome(.pass), outcome(.fail), outcome(.notDue, isAlwaysShown: false),
        outcome(.waived, isAlwaysShown: false), outcome(.notMeasured), scopeUnknown, outcome(.error, isAlwaysShown: false),
    ]

    /// The records, how many of them count, then what the groups of them came to.
    private static let groupColumns: [Column] = [
        records, excluded, Column(title: Localized(zh: "计入", en: "counted")) { $0.ledger.counted }, scopeUnknown,
        outcome(.pass, ofGroups: true), outcome(.fail, ofGroups: true), outcome(.notDue, isAlwaysShown: false, ofGroups: true),
        outcome(.notMeasured, ofGroups: true), outcome(.error, isAlwaysShown: false, ofGroups: true),
    ]

    private static let records = Column(title: Localized(zh: "记录", en: "records")) { $0.ledger.records }

    private static let excluded = Column(title: Outcome.notApplicable.title) { $0.ledger.excluded }

    private static let scopeUnknown = Column(
        title: Localized(zh: "其中适用不明", en: "of these, scope unknown"), count: { $0.ledger.scopeUnknown }, isAlwaysShown: false)

    private static func outcome(_ outcome: Outcome, isAlwaysShown: Bool = true, ofGroups: Bool = false) -> Column {
        let title = outcome.title
        let ofGroup = Localized(zh: "\(title.zh)的组", en: "groups: \(title.en)")
        return Column(title: ofGroups ? ofGroup : title, count: { $0.count(outcome) }, isAlwaysShown: isAlwaysShown)
    }

    private func table(_ rules: [(RulePlan, RuleSummary)], _ all: [Column], _ heading: String) -> [String] {
        guard !rules.isEmpty else { return [] }
        let columns = all.filter { column in column.isAlwaysShown || rules.contains { column.count($0.1) > 0 } }
        var table = TextTable(
            columns.map { ($0.title[style.language], .right) } + [(style.words(zh: "规则", en: "rule"), .left)])
        for (plan, summary) in rules {
            table.add(columns.map { String($0.count(summary)) } + [name(plan, summary)])
        }
        return [style.bold(heading)] + table.lines
    }

    func name(_ plan: RulePlan, _ summary: RuleSummary) -> String {
        let title = PrintedText.of(plan.rule.title[style.language])
        let words: Localized
        switch summary.status {
        case .judged: return title
        case .noRecords: words = Localized(zh: "没有适用的记录", en: "none in scope")
        case .tableMissing: words = Localized(zh: "没有数据文件", en: "no file")
        case .notJudged: words = Localized(zh: "核查中断", en: "the audit was broken off")
        case .disabled: words = plan.rule.suspension?.term ?? Localized(same: "")
        }
        let status = summary.status.rawValue + style.words(zh: "：\(words.zh)", en: ": \(words.en)")
        return "\(title)  \(style.paint(status, as: .notMeasured))"
    }
}

extension RuleSummary.Status {
    /// What is counted of rules that judged nothing; nil of those that did.
    var title: Localized? {
        switch self {
        case .judged: nil
        case .noRecords: Localized(zh: "没有适用的记录", en: "without a record in scope")
        case .tableMissing: Localized(zh: "没有数据文件", en: "without a file")
        case .disabled: Localized(zh: "停用", en: "disabled")
        case .notJudged: Localized(zh: "因核查中断未判定", en: "not judged before the audit was broken off")
        }
    }

    /// Why the rule judged nothing; nil where it did.
    func words(table: String) -> Localized? {
        switch self {
        case .judged: nil
        case .noRecords: Localized(zh: "没有记录适用该规则", en: "no record is in the rule's scope")
        case .tableMissing:
            Localized(zh: "没有文件提供数据表 \(table)", en: "no file supplied the table '\(table)'")
        case .disabled: Localized(zh: "方案停用了该规则", en: "a profile has disabled the rule")
        case .notJudged: Localized(zh: "核查中断，该规则未判定", en: "the audit was broken off before the rule was judged")
        }
    }
}

extension Suspension {
    /// Until when, and why.
    var term: Localized { Localized(zh: "至 \(until)，\(why.zh)", en: "until \(until), \(why.en)") }

    /// What becomes of the rule, until when, and why.
    var words: Localized { Localized(zh: "停用至 \(until)：\(why.zh)", en: "disabled until \(until): \(why.en)") }
}

extension Waiver {
    /// Until when, and why.
    var words: Localized { Localized(zh: "豁免至 \(until)：\(why.zh)", en: "waived until \(until): \(why.en)") }
}
