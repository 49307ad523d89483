import Diagnostics
import Plumbline
import Quantities

/// One finding as an auditor reads it: which record, by which rule, why, what would mend it and on
/// which cells it rests.
struct FindingBlock {
    /// Where the addresses stand, unless a name is longer.
    private static let addressColumn = 56

    let finding: Finding
    let plan: RulePlan
    let audit: AuditPlan
    let style: TextStyle
    /// How many members of a group are named.
    var memberLimit = GroupEvidence.memberLimit
    /// The rows whose cells contradict each other.
    var contradictoryRows: Set<RecordAddress> = []

    /// The finding by itself, with what its rule says.
    var lines: [String] {
        let heading = RuleHeading(plan: plan, audit: audit, style: style)
        let rule = [heading.title(isBold: false)]
        let mend = finding.outcome == .fail ? heading.fixLines(margin: 2) : []
        return [recordLine(margin: 0)] + (rule + details(margin: 2, saysRule: true) + mend).map { "  \($0)" }
    }

    /// The finding under a heading that says what its rule says.
    var linesUnderRule: [String] {
        [recordLine(margin: 2)].map { "  \($0)" } + details(margin: 4, saysRule: false).map { "    \($0)" }
    }
}

/// The sentences that other reports say too; plain text but for the marks of ``PrintedText``.
extension FindingBlock {
    var name: String { RecordName(record: finding.record, audit: audit, style: style).text }

    var verdictLine: String {
        if let waiver = finding.waiver { return PrintedText.of(waiver.words[style.language]) }
        guard finding.reason == .beforeDue else {
            return armText?.sentence(finding.reason, finding.measurement) ?? VerdictText(finding, of: plan, style: style).text
        }
        let until = finding.due.map { due in style.words(zh: "，期限 \(text(due).zh)", en: ", due \(text(due).en)") } ?? ""
        return finding.reason.text[style.language] + until
    }

    /// What the record would be if the requirement were due today.
    var todayLine: String? {
        guard finding.reason == .beforeDue, let today = finding.reasonToday else { return nil }
        return style.words(zh: "按目前数据：", en: "as of today: ") + verdict(today)
    }

    /// What a record would be that is let pass for the time being.
    var waiverLine: String? {
        guard finding.waiver != nil, let reason = finding.reasonWithoutWaiver else { return nil }
        let would = finding.reasonToday.map { today in
            style.words(zh: "\(reason.text.zh)，按目前数据", en: "\(reason.text.en); as of today: ") + verdict(today)
        } ?? verdict(reason)
        return style.words(zh: "若无豁免：\(would)", en: "without that: \(would)")
    }

    /// The parameters that a verdict waits for, each with why it has no value.
    var parameterLine: String? {
        guard finding.reason == .parameterUnset || finding.reasonWithoutWaiver == .parameterUnset else { return nil }
        let texts = plan.unsetParameters.map { parameter in
            let why = parameter.why.map { style.words(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? ""
            return PrintedText.of("params.\(parameter.name)" + why)
        }
        guard !texts.isEmpty else { return nil }
        return style.words(zh: "待设定：", en: "to be set: ") + texts.joined(separator: style.words(zh: "、", en: ", "))
    }

    private func verdict(_ reason: Reason) -> String {
        let outcome = reason.outcome.title[style.language]
        let text = armText?.sentence(reason, finding.measurement) ?? VerdictText(reason, finding.measurement, of: plan, style: style).text
        return text.hasPrefix(outcome) ? text : outcome + style.words(zh: "，", en: ", ") + text
    }

    /// What each of several periods came to, on one line.
    var periodLine: String? {
        periodTexts.isEmpty ? nil : periodHead + periodTexts.joined(separator: style.words(zh: "；", en: "; "))
    }

    var groupLine: String? {
        finding.group.flatMap { GroupText(group: $0, plan: plan, audit: audit, style: style, margin: 0).counts }
    }

    /// What the finding tells by name, such as what is missing from a list, each kind on one line.
    var nameLines: [String] {
        finding.group.map { GroupText(group: $0, plan: plan, audit: audit, style: style, margin: 0).nameLines } ?? []
    }

    /// What each arm came to, on one line.
    var armLine: String? { armText?.line }

    /// What the finding would be under other readings, on one line.
    var readingLine: String? { ReadingText(finding, of: plan, style: style)?.line }

    /// Where there are arms, each has its own.
    var closingLine: String? {
        guard finding.arms.isEmpty else { return nil }
        let closings = finding.measurement.closings
        guard !closings.isEmpty else { return nil }
        let text = ClosingText(
            counted: plan.counted(in: finding.measurement), unit: plan.limit(of: finding.measurement)?.unit, isBelow: !(finding.measurement.gap.map { $0 > 0 } ?? false),
            needsAll: plan.limit(of: finding.measurement)?.closingsGoTogether ?? false,
            isOfSets: plan.limit(of: finding.measurement)?.wantedSet != nil, language: style.language)
        return style.words(zh: "达标所需：", en: "to close: ") + text.text(closings)
    }

    var messageLine: String? {
        guard finding.outcome == .fail else { return nil }
        return plan.rule.message.map { PrintedText.of($0[style.language]) }
    }
}

private extension FindingBlock {
    func recordLine(margin: Int) -> String {
        let padded = DisplayWidth.padded(name, to: Self.addressColumn - 2 - margin)
        let address = finding.record.address.map { "\(PrintedText.of($0.file)):\($0.line)" } ?? ""
        guard !address.isEmpty else { return "\(style.mark(finding.outcome)) \(style.bold(name))" }
        return "\(style.mark(finding.outcome)) \(style.bold(padded))  \(style.faint(address))"
    }

    func details(margin: Int, saysRule: Bool) -> [String] {
        let verdict = saysRule || finding.reason == .beforeDue || finding.waiver != nil || !finding.arms.isEmpty
            ? verdictLine : VerdictText(finding, of: plan, style: style).textUnderRule
        let baseline = saysRule || plan.statedBaseline == nil ? baselineLine : nil
        let head = [
            verdict, waiverLine, parameterLine, contradictionLine, todayLine, trackLine, baseline, dueLine(saysRule),
        ].compactMap(\.self)
        let group = finding.group.map { group in
            GroupText(
                group: group, plan: plan, audit: audit, style: style, margin: margin, memberLimit: memberLimit,
                contradictoryRows: contradictoryRows
            ).lines
        } ?? []
        let mend = [closingLine, saysRule ? messageLine : nil].compactMap(\.self)
        let readings = ReadingText(finding, of: plan, style: style)?.lines ?? []
        return head + (armText?.lines ?? []) + periodLines(margin) + group + mend + evidenceLines(margin) + readings
    }

    var armText: ArmText? { ArmText(plan, finding.arms, style: style) }

    var contradictionLine: String? {
        guard let address = finding.record.address, contradictoryRows.contains(address) else { return nil }
        return style.paint(
            style.words(
                zh: "数据自相矛盾，该结论不可信，见数据问题", en: "its data contradict themselves, so this cannot be trusted: see the data problems"),
            as: .notMeasured)
    }

    /// The heading of a rule says the rule's own date, and a period's end need not be said beside the period.
    func dueLine(_ saysRule: Bool) -> String? {
        guard finding.reason != .beforeDue, let due = finding.due else { return nil }
        if finding.record.period != nil, !due.isStated { return nil }
        if !saysRule, due.date == RuleHeading(plan: plan, audit: audit, style: style).due?.date { return nil }
        return style.words(zh: "期限：\(text(due).zh)", en: "due \(text(due).en)")
    }

    func text(_ due: Due) -> Localized {
        due.text(isOfPeriod: finding.record.period.map { $0.lastDay == due.date } ?? (plan.rule.period != nil))
    }

    func periodLines(_ margin: Int) -> [String] {
        guard !periodTexts.isEmpty else { return [] }
        return WrappedList.lines(periodHead, periodTexts, separator: style.words(zh: "；", en: "; "), margin: margin)
    }

    var periodHead: String { style.words(zh: "各期：", en: "by period: ") }

    var periodTexts: [String] {
        finding.periods.map { verdict in
            let text = VerdictText(verdict.reason, verdict.measurement, of: plan, style: style).short
            return "\(verdict.period) \(style.plainMark(verdict.reason.outcome)) \(text)"
        }
    }

    func evidenceLines(_ margin: Int) -> [String] {
        guard !finding.evidence.isEmpty else { return [] }
        let cells = finding.evidence.map { cell in
            let blank = audit.blank(ofField: cell.field, in: finding.record.table)
            return EvidenceText(evidence: cell, record: finding.record, blank: blank, style: style).text
        }
        return WrappedList.lines(style.words(zh: "依据：", en: "evidence: "), cells, separator: " · ", margin: margin)
    }
}

extension Due {
    /// The day, and who says so.
    ///
    /// - Parameter isOfPeriod: Where the rule states no day: whether it is its period's end, and not the plan's.
    func text(isOfPeriod: Bool) -> Localized {
        if isStated { return Localized(zh: "\(date)（条文写明）", en: "\(date), as the clause says") }
        return isOfPeriod
            ? Localized(zh: "\(date)（期间末）", en: "\(date), the end of its period")
            : Localized(zh: "\(date)（取自规划）", en: "\(date), the plan's")
    }
}
