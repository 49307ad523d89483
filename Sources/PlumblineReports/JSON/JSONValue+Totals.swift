import Diagnostics
import JSON
import Plumbline

extension JSONValue {
    /// A rule with what the run says of it: a count for every outcome, also those that are 0.
    init(_ plan: RulePlan, _ summary: RuleSummary) {
        self.init(rule: plan)
        append("status", .string(summary.status.rawValue))
        if summary.isDisabled, let suspension = plan.rule.suspension { append("disabled", JSONValue(suspension)) }
        append("outcomes", outcomes(summary.count))
        append("ledger", JSONValue(summary.ledger, excludedBy: plan.scopeExpression))
    }

    /// What a rule says of itself.
    init(rule plan: RulePlan) {
        let rule = plan.rule
        self = [
            "id": .string(rule.fullName),
            "title": JSONValue(rule.title),
            "section": .text(rule.source?.section),
            "clauses": .strings(rule.source?.clauses ?? []),
            "binding": .string(rule.binding.rawValue),
            "hedge": .text(rule.hedge),
            "severity": .string(rule.severity.rawValue),
            "table": .string(rule.table),
            "template": .text(rule.template?.template.id),
            "limit": plan.limit.map { .string("\($0.sign) \($0.text)") } ?? .null,
            "arms": .arms(of: plan),
            "reading": rule.reading.map { JSONValue($0) } ?? .null,
            "other_readings": .array(rule.otherReadings.map { ["name": JSONValue($0.name), "set": .string($0.changes)] }),
            "responsible": .strings(rule.responsible),
            "fix": rule.fix.map { JSONValue($0) } ?? .null,
        ]
    }

    init(_ ruleset: Ruleset, asOf day: CalendarDate) {
        self = [
            "id": .string(ruleset.name), "title": ruleset.plan.map { JSONValue($0.title) } ?? .null,
            "document": .text(ruleset.plan?.document),
            "from": .text(ruleset.plan?.from?.description), "to": .text(ruleset.plan?.to?.description),
            "profile": ruleset.profile.map { JSONValue($0, asOf: day) } ?? .null,
        ]
    }

    init(_ file: ReadFile) {
        self = [
            "file": .string(file.file), "table": .string(file.table), "records": .integer(file.records),
            "encoding": .text(file.form.encoding?.rawValue), "delimiter": .text(file.form.delimiter.map { String($0) }),
            "set_aside": .array(file.setAside.map { JSONValue($0) }),
        ]
    }

    /// Rows that are no records; of many only the first have their lines told.
    init(_ rows: SetAside) {
        self = [
            "kind": .string(rows.kind.rawValue), "count": .integer(rows.count),
            "lines": .array(rows.rows.map { .integer($0.line) }),
        ]
    }

    init(_ file: SkippedFile, in language: Language) {
        self = ["file": .string(file.file), "reason": .string(file.reason[language])]
    }

    /// Why the data could not be read to their end, and where.
    init(fault: Diagnostic, in language: Language) {
        self = [
            "code": .string(fault.code.rawValue), "file": .text(fault.location?.file),
            "line": fault.location.map { .integer($0.start.line) } ?? .null, "message": .string(fault.message[language]),
        ]
    }

    init(_ problem: DataProblem, in language: Language) {
        self = [
            "code": .string(problem.code.rawValue), "table": .string(problem.table), "file": .string(problem.file),
            "row": problem.address.map { .integer($0.row) } ?? .null,
            "line": problem.address.map { .integer($0.line) } ?? .null,
            "column": .text(problem.column), "text": .text(problem.text), "message": .string(problem.message[language]),
        ]
    }

    /// What the whole run came to; `decided` is false where no rule came to a verdict on any record.
    init(summary totals: RunTotals) {
        self = [
            "records": .integer(totals.files.reduce(0) { $0 + $1.records }),
            "rules": .integer(totals.summaries.count),
            "decided": .bool(totals.decidedAnything),
            "statuses": .object(RuleSummary.Status.all.map { status in
                (status.rawValue, .integer(totals.summaries.count { $0.status == status }))
            }),
            "outcomes": outcomes(totals.count),
            "data_problems": .integer(totals.dataProblems.count + totals.dataProblemsLeftOut),
        ]
    }
}

func outcomes(_ count: (Outcome) -> Int) -> JSONValue {
    .object(Outcome.allCases.map { ($0.rawValue, .integer(count($0))) })
}

extension JSONValue {
    init(_ ledger: Ledger, excludedBy condition: String?) {
        self = [
            "records": .integer(ledger.records), "counted": .integer(ledger.counted),
            "excluded": .integer(ledger.excluded), "excluded_by": .text(condition), "scope_unknown": .integer(ledger.scopeUnknown),
            "not_measured": .integer(ledger.notMeasured), "missing": .integer(ledger.missing),
            "duplicates": .integer(ledger.duplicates), "failed": .integer(ledger.failed),
        ]
    }
}

private extension RuleSummary.Status {
    static let all: [Self] = [.judged, .noRecords, .tableMissing, .disabled, .notJudged]
}
