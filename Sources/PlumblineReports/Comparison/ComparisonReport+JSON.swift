public import Diagnostics
import JSON
import Plumbline

extension ComparisonReport {
    /// One object: `rules`, a line for each rule that differs, with its `kind` and its `changes`; `unchanged`, how many do
    /// not; and where there are data `verdicts`, the records whose outcome changes, with `verdicts_unchanged`.
    public func json(in language: Language) -> String {
        var value: JSONValue = [
            "rules": .array(rules.differences.map { JSONValue($0) }),
            "unchanged": .integer(rules.unchangedCount),
        ]
        if let findings {
            value.append("verdicts", .array(findings.differences.map { verdict($0, in: language) }))
            value.append("verdicts_unchanged", .integer(findings.unchangedCount))
        }
        return value.lines() + "\n"
    }

    private func verdict(_ difference: FindingDifference, in language: Language) -> JSONValue {
        [
            "rule": .string(difference.rule),
            "record": JSONValue(difference.record),
            "old": side(difference.old, of: plan(of: difference.rule, isNew: false), in: language),
            "new": side(difference.new, of: plan(of: difference.rule, isNew: true), in: language),
        ]
    }

    private func side(_ side: FindingDifference.Side?, of plan: RulePlan?, in language: Language) -> JSONValue {
        guard let side else { return .null }
        let figures = plan?.limit.map { FigureText($0, of: side.measurement, in: language) }
        let value: JSONValue = [
            "outcome": .string(side.reason.outcome.rawValue), "reason": .string(side.reason.rawValue),
            "reason_today": .text(side.reasonToday?.rawValue), "limit": .text(figures?.limitText),
        ]
        return value.adding(JSONValue.figures(side.measurement, figures, unit: plan?.limit?.unit))
    }
}

private extension JSONValue {
    init(_ difference: RuleDifference) {
        self = [
            "rule": .string(difference.id), "kind": .string(difference.kind.rawValue),
            "changes": .array(difference.changes.map { change in
                [
                    "key": .string(change.key), "before": .text(change.before), "after": .text(change.after),
                    "direction": .string(change.direction.rawValue),
                ]
            }),
        ]
    }
}
