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
        let related = finding.evidence.enumerated().map { relatedLocation($1, of: finding, id: $0 + 1) }
        if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
        members.append(("partialFingerprints", ["recordAndRule/v1": .string(fingerprint(finding, rule))]))
        if finding.outcome == .waived { members.append(("suppressions", .array([["kind": .string("external")]]))) }
        members.append(("properties", properties(finding, rule)))
        return .object(members)
    }
}

private extension SARIFResults {
    func message(_ finding: Finding, _ rule: RulePlan) -> String {
        let block = FindingBlock(finding: finding, plan: rule, audit: plan, style: style)
        let details = [block.verdictLine, block.closingLine, block.messageLine].compactMap(\.self)
        return block.name + style.words(zh: "：", en: ": ") + details.joined(separator: style.words(zh: "；", en: "; "))
    }

    func location(_ record: RecordReference) -> JSONValue {
        let logical: JSONValue = .array([
            [
                "name": .string(record.name), "fullyQualifiedName": .string("\(record.table)/\(record.key)"),
                "kind": .string(record.kind.rawValue),
            ]
        ])
        guard let address = record.address else { return ["logicalLocations": logical] }
        return ["physicalLocation": SARIFText.place(address.file, line: address.line), "logicalLocations": logical]
    }

    func relatedLocation(_ evidence: Evidence, of finding: Finding, id: Int) -> JSONValue {
        [
            "id": .integer(id),
            "physicalLocation": SARIFText.place(evidence.address.file, line: evidence.address.line),
            "message": SARIFText.message(text(of: evidence, finding)),
        ]
    }

    func text(of evidence: Evidence, _ finding: Finding) -> String {
        let blank = plan.blank(ofField: evidence.field, in: finding.record.table)
        return EvidenceText(evidence: evidence, record: finding.record, blank: blank, style: style).text
    }

    /// The same for a record wherever it stands, as long as it keeps its key; in a table without a key the row is
    /// all that a record has.
    func fingerprint(_ finding: Finding, _ rule: RulePlan) -> String {
        "\(rule.rule.fullName):\(finding.record.table)/\(finding.record.key)"
    }

    /// What SARIF has no words for, as the JSON report has it.
    func properties(_ finding: Finding, _ rule: RulePlan) -> JSONValue {
        let members = ["outcome", "reason", "binding", "observed", "limit", "gap", "closes"]
        return JSONValue(finding, of: rule, in: style.language).picking(members)
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
