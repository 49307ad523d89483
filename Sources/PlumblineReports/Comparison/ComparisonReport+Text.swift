public import Diagnostics
import Plumbline

extension ComparisonReport {
    /// How many rules differ and how; then those rules by kind, each with what stood there and what does now; then, where
    /// there are data, the records whose outcome changes.
    public func text(in language: Language, usesColor: Bool = false) -> String {
        ComparisonText(report: self, style: TextStyle(language: language, usesColor: usesColor)).lines.joined(separator: "\n") + "\n"
    }
}

extension RuleDifference.Kind {
    /// The kind in words, as a heading.
    var title: Localized {
        switch self {
        case .added: Localized(zh: "新增", en: "added")
        case .gone: Localized(zh: "删除", en: "gone")
        case .tighter: Localized(zh: "收紧", en: "tighter")
        case .looser: Localized(zh: "放宽", en: "looser")
        case .changed: Localized(zh: "改变", en: "changed")
        case .reworded: Localized(zh: "仅文字改动", en: "reworded")
        }
    }
}

/// A comparison in words.
private struct ComparisonText {
    let report: ComparisonReport
    let style: TextStyle

    var lines: [String] { [summary] + rules + findings }
}

private extension ComparisonText {
    /// The order in which kinds are told: what can turn a pass into a fail comes first.
    static let order: [RuleDifference.Kind] = [.tighter, .changed, .added, .looser, .gone, .reworded]

    var summary: String {
        let counts = Self.order.compactMap { kind -> String? in
            let count = report.rules.differences.count { $0.kind == kind }
            return count == 0 ? nil : style.words(zh: "\(kind.title.zh) \(count) 条", en: "\(count) \(kind.title.en)")
        }
        let same = style.words(zh: "不变 \(report.rules.unchangedCount) 条", en: "\(report.rules.unchangedCount) unchanged")
        return style.bold(style.words(zh: "规则", en: "rules")) + style.words(zh: "：", en: ": ")
            + (counts + [same]).joined(separator: style.words(zh: "，", en: ", "))
    }

    var rules: [String] {
        Self.order.flatMap { kind -> [String] in
            let differences = report.rules.differences.filter { $0.kind == kind }
            return differences.isEmpty ? [] : ["", style.bold(kind.title[style.language])] + differences.flatMap(lines)
        }
    }

    func lines(of difference: RuleDifference) -> [String] {
        let place = difference.new.map { report.rules.new.rules[$0] } ?? difference.old.map { report.rules.old.rules[$0] }
        let title = place.map { PrintedText.of($0.rule.title[style.language]) } ?? ""
        let section = place.flatMap { $0.rule.source?.section }.map { " · " + PrintedText.of($0) } ?? ""
        return ["  \(title)  \(style.faint(PrintedText.of(difference.id) + section))"]
            + difference.changes.map { "    " + text(of: $0, in: difference.kind) }
    }

    /// `target: {at_least: 85%} → {at_least: 90%}`
    func text(of change: KeyChange, in kind: RuleDifference.Kind) -> String {
        let nothing = style.words(zh: "（无）", en: "(nothing)")
        let sides = [change.before, change.after].map { $0.map(PrintedText.ofExpression) ?? nothing }
        let isShown = change.before != nil || change.after != nil
        let text = change.key + (isShown ? ": " + sides.joined(separator: " → ") : style.words(zh: "：有改动", en: ": differ"))
        // In a rule that changed both ways it matters which of its changes does what.
        guard kind == .changed, change.direction == .tighter || change.direction == .looser else { return text }
        let direction = change.direction == .tighter ? RuleDifference.Kind.tighter.title : RuleDifference.Kind.looser.title
        return text + style.words(zh: "（\(direction.zh)）", en: " (\(direction.en))")
    }

    var findings: [String] {
        guard let findings = report.findings else { return [] }
        let count = style.count(findings.differences.count, zh: "个结果改变", en: "verdict")
        let same = style.words(zh: "\(findings.unchangedCount) 个不变", en: "\(findings.unchangedCount) do not")
        let heading = style.words(zh: "结果：\(count)，\(same)", en: "\(count) change, \(same)")
        let rules = Array(Set(findings.differences.map(\.rule)))
        let order = (report.rules.new.rules + report.rules.old.rules).map(\.rule.id)
        let sorted = rules.sorted { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
        return ["", style.bold(heading)] + sorted.flatMap { rule in
            ["  " + title(of: rule)] + findings.differences.filter { $0.rule == rule }.map { "    " + text(of: $0) }
        }
    }

    func title(of rule: String) -> String {
        let plan = report.plan(of: rule, isNew: true) ?? report.plan(of: rule, isNew: false)
        return (plan.map { PrintedText.of($0.rule.title[style.language]) } ?? "") + "  " + style.faint(PrintedText.of(rule))
    }

    /// `A (SN002): pass → fail: observed 86%, limit ≥ 90%, gap -4pp`
    func text(of difference: FindingDifference) -> String {
        let audit = difference.new == nil ? report.rules.old : report.rules.new
        let name = RecordName(record: difference.record, audit: audit, style: style).text
        let outcomes = [difference.old, difference.new].map { side in
            side.map { style.paint($0.reason.outcome.title[style.language], as: $0.reason.outcome) } ?? style.words(zh: "（未涉及）", en: "(not judged)")
        }
        let text = name + style.words(zh: "：", en: ": ") + outcomes.joined(separator: " → ")
        guard let side = difference.new, let plan = report.plan(of: difference.rule, isNew: true) else { return text }
        return text + style.words(zh: "；", en: "; ") + why(side, plan)
    }

    /// The figures of what was decided by figures, else the reason alone: the outcome stands before it.
    func why(_ side: FindingDifference.Side, _ plan: RulePlan) -> String {
        guard side.measurement.observed != nil else { return side.reason.text[style.language] }
        return VerdictText(side.reason, side.measurement, of: plan, style: style).text
    }
}
