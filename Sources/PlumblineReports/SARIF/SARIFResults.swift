import Diagnostics
import JSON
import Plumbline

/// Findings as SARIF results.
struct SARIFResults {
    private let plan: AuditPlan
    private let style: TextStyle

    init(_ context: ReportContext) {
        var context = context
        context.usesColor = false
        plan = context.plan
        style = TextStyle(context)
    }

    func result(_ finding: Finding) -> JSONValue {
        let rule = plan.rules[finding.rule]
        var members: [(String, JSONValue)] = [
            ("ruleId", .string(rule.rule.fullName)),
            ("ruleIndex", .integer(finding.rule)),
            ("kind", .string(finding.outcome.kind)),
            ("level", .string(finding.outcome.kind == "fail" ? rule.rule.severity.rawValue : "none")),
            ("message", SARIFText.message(message(finding, rule))),
            ("locations", .array([location(finding.record)])),
        ]
        let related = relatedLocations(finding, rule)
        if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
        members.append(("partialFingerprints", ["recordAndRule/v1": .string(fingerprint(finding, rule))]))
        if finding.outcome == .waived { members.append(("suppressions", .array([suppression(finding)]))) }
        members.append(("properties", properties(finding, rule)))
        return .object(members)
    }
}

private extension SARIFResults {
    /// Source: SARIF 2.1.0, section 3.35.
    func suppression(_ finding: Finding) -> JSONValue {
        var suppression: JSONValue = ["kind": .string("external"), "status": .string("accepted")]
        if let waiver = finding.waiver { suppression.append("justification", .string(PrintedText.of(waiver.words[style.language]))) }
        return suppression
    }

    func message(_ finding: Finding, _ rule: RulePlan) -> String {
        let block = FindingBlock(finding: finding, plan: rule, audit: plan, style: style)
        let details = [
            block.verdictLine, block.waiverLine, block.parameterLine, block.todayLine, block.trackLine, block.baselineLine, block.armLine,
            block.periodLine, block.groupLine,
        ].compactMap(\.self) + block.nameLines + [block.closingLine, block.messageLine, block.readingLine].compactMap(\.self)
        return block.name + style.words(zh: "：", en: ": ") + details.joined(separator: style.words(zh: "；", en: "; "))
    }

    func location(_ record: RecordReference) -> JSONValue {
        let logical: JSONValue = .array([
            [
                "name": .string(record.kind == .all ? RecordName(record: record, audit: plan, style: style).plain : record.name),
                "fullyQualifiedName": .string(record.qualifiedName), "kind": .string(record.kind.rawValue),
            ]
        ])
        guard let address = record.address else { return ["logicalLocations": logical] }
        return ["physicalLocation": SARIFText.place(address.file, line: address.line), "logicalLocations": logical]
    }

    /// The cells that the verdict rests on, then the members of a group that stand in a file.
    func relatedLocations(_ finding: Finding, _ rule: RulePlan) -> [JSONValue] {
        let cells = finding.evidence.map { ($0.address, text(of: $0, finding)) }
        let members = (finding.group?.members ?? []).compactMap { member in
            member.record.address.map { ($0, text(of: member, rule)) }
        }
        return (cells + members).enumerated().map { place, location in
            [
                "id": .integer(place + 1),
                "physicalLocation": SARIFText.place(location.0.file, line: location.0.line),
                "message": SARIFText.message(location.1),
            ]
        }
    }

    func text(of member: GroupEvidence.Member, _ rule: RulePlan) -> String {
        RecordName(record: member.record, audit: plan, style: style).text + style.words(zh: "：", en: ": ")
            + VerdictText(member, of: rule, style: style).short
    }

    func text(of evidence: Evidence, _ finding: Finding) -> String {
        let blank = plan.blank(ofField: evidence.field, in: finding.record.table)
        return EvidenceText(evidence: evidence, record: finding.record, blank: blank, style: style).text
    }

    /// The same for a record wherever it stands, as long as it keeps its key; where it has none, file and row are all
    /// that a record has. Each period of a record has its own.
    func fingerprint(_ finding: Finding, _ rule: RulePlan) -> String {
        let record = finding.record
        let file = record.key.hasPrefix("#") ? record.address.map { "\($0.file):" } ?? "" : ""
        let period = record.period.map { "@\($0)" } ?? ""
        return "\(rule.rule.fullName):\(file)\(record.qualifiedName)\(period)"
    }

    /// What SARIF has no words for, as the JSON report has it.
    func properties(_ finding: Finding, _ rule: RulePlan) -> JSONValue {
        var members = ["outcome", "reason", "binding", "observed", "limit", "gap", "closes"]
        if finding.due != nil { members.append("due") }
        if finding.reasonToday != nil { members.append("reason_today") }
        if finding.track != nil { members.append("track") }
        if finding.baseline != nil { members.append("baseline") }
        if finding.measurement.reachedOn != nil { members.append("reached_on") }
        if finding.waiver != nil { members += ["waiver", "reason_without_waiver"] }
        if finding.reason == .parameterUnset { members.append("parameters") }
        if !finding.periods.isEmpty { members.append("periods") }
        if finding.group != nil { members.append("group") }
        if !finding.arms.isEmpty { members.append("arms") }
        if !finding.readings.isEmpty { members += ["readings", "holds_under_all_readings"] }
        let value = JSONValue(finding, of: rule, in: style.language).picking(members)
        guard let period = finding.record.period else { return value }
        return value.adding([("period", .string(period.description))])
    }
}

private extension RecordReference {
    /// The table and the key; a group of a table has another name than a record of the same key.
    var qualifiedName: String {
        switch kind {
        case .record: "\(table)/\(key)"
        case .group: "\(table)/group/\(key)"
        case .all: "\(table)/all"
        }
    }
}

extension Outcome {
    /// What a result of the outcome is in SARIF. A waived finding is one that failed, and is suppressed; where the
    /// rule itself failed, a person has to look.
    ///
    /// Source: SARIF 2.1.0, section 3.27.9.
    var kind: String {
        switch self {
        case .pass: "pass"
        case .fail, .waived: "fail"
        case .notDue: "informational"
        case .notApplicable: "notApplicable"
        case .notMeasured: "open"
        case .error: "review"
        }
    }
}
