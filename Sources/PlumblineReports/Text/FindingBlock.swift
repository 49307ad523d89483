import Diagnostics
import Plumbline

/// One finding as an auditor reads it: which record, by which rule, why, what would mend it and on
/// which cells it rests.
struct FindingBlock {
    /// Where the addresses stand, unless a name is longer.
    private static let addressColumn = 56

    let finding: Finding
    let plan: RulePlan
    let audit: AuditPlan
    let style: TextStyle

    var lines: [String] {
        let details = [ruleLine, verdictLine, closingLine, messageLine, evidenceLine, fixLine]
        return [recordLine] + details.compactMap(\.self).map { "  \($0)" }
    }
}

/// The sentences that other reports say too; plain text but for the marks of ``PrintedText``.
extension FindingBlock {
    /// What people call the record, with its key.
    var name: String {
        let record = finding.record
        let key = PrintedText.of(record.key)
        return record.label.map { PrintedText.of($0) + style.words(zh: "（\(key)）", en: " (\(key))") } ?? key
    }

    var verdictLine: String {
        switch finding.reason {
        case .beyondLimit, .withinLimit: figures ?? reason
        case .conditionFalse, .conditionTrue: with(reason, PrintedText.ofExpression(plan.expression))
        case .ruleError, .costLimit: with(reason, finding.fault.map { PrintedText.of($0[style.language]) })
        default: with(finding.outcome.title[style.language], reason) + (finding.outcome == .notMeasured ? limitAfter : "")
        }
    }

    var closingLine: String? {
        let closings = finding.measurement.closings
        guard !closings.isEmpty else { return nil }
        let ways = ClosingText.of(closings, counting: plan.countedTitle, unit: plan.limit?.unit, in: style.language)
        return with(style.words(zh: "达标所需", en: "to close"), ways)
    }

    var messageLine: String? {
        guard finding.outcome == .fail else { return nil }
        return rule.message.map { PrintedText.of($0[style.language]) }
    }
}

private extension FindingBlock {
    var rule: Rule { plan.rule }

    var recordLine: String {
        let record = finding.record
        let padded = DisplayWidth.padded(name, to: Self.addressColumn - 2)
        let address = record.address.map { "\(PrintedText.of($0.file)):\($0.line)" } ?? ""
        return "\(style.mark(finding.outcome)) \(style.bold(padded))  \(style.faint(address))"
    }

    var ruleLine: String {
        let hedge = rule.hedge.map { style.words(zh: "（\($0)）", en: " (\($0))") } ?? ""
        let parts = [rule.fullName, rule.source?.section, rule.binding.title[style.language] + hedge].compactMap(\.self)
        let title = PrintedText.of(rule.title[style.language])
        return "\(title)  \(style.faint(parts.map(PrintedText.of).joined(separator: " · ")))"
    }

    var reason: String { finding.reason.text[style.language] }

    func with(_ head: String, _ rest: String?) -> String {
        rest.map { head + style.words(zh: "：", en: ": ") + $0 } ?? head
    }

    var figures: String? {
        if finding.measurement.isMasked {
            let withheld = style.words(zh: "数值涉及敏感信息，不予列出", en: "the figures are sensitive and withheld")
            return with(reason, withheld) + limitAfter
        }
        guard let limit = plan.limit, let observed = finding.measurement.observed else { return nil }
        let text = FigureText(limit, of: finding.measurement, in: style.language)
        let value = PrintedText.of(text.observed(observed))
        let parts = [
            style.words(zh: "实际 \(value)", en: "observed \(value)"), limitWords(text),
            finding.measurement.gap.map { gap in style.words(zh: "差距 \(text.gap(gap))", en: "gap \(text.gap(gap))") },
        ]
        return parts.compactMap(\.self).joined(separator: comma)
    }

    func limitWords(_ text: FigureText) -> String {
        let limit = PrintedText.of(text.limitText)
        return style.words(zh: "限值 \(limit)", en: "limit \(limit)")
    }

    var limitAfter: String {
        guard let limit = plan.limit else { return "" }
        return style.words(zh: "；", en: "; ") + limitWords(FigureText(limit, in: style.language))
    }

    var evidenceLine: String? {
        guard !finding.evidence.isEmpty else { return nil }
        let cells = finding.evidence.map { cell in
            let blank = audit.blank(ofField: cell.field, in: finding.record.table)
            return EvidenceText(evidence: cell, record: finding.record, blank: blank, style: style).text
        }
        return with(style.words(zh: "依据", en: "evidence"), cells.joined(separator: " · "))
    }

    /// What to do and who has to; only where there is something to mend.
    var fixLine: String? {
        guard finding.outcome == .fail else { return nil }
        let names = rule.responsible.map(PrintedText.of).joined(separator: style.words(zh: "、", en: ", "))
        let parts = [
            rule.fix.map { with(style.words(zh: "整改", en: "fix"), PrintedText.of($0[style.language])) },
            names.isEmpty ? nil : with(style.words(zh: "责任部门", en: "responsible"), names),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "    ")
    }

    var comma: String { style.words(zh: "，", en: ", ") }
}
