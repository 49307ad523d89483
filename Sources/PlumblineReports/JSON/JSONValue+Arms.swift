import Diagnostics
import JSON
import Plumbline

extension JSONValue {
    /// What each arm of a rule came to, in the order of the rule.
    static func arms(_ verdicts: [ArmVerdict], deciding: Measurement, of plan: RulePlan, in language: Language) -> JSONValue {
        guard let arms = plan.arms, arms.arms.count == verdicts.count else { return .array([]) }
        return .array(zip(arms.arms, verdicts).enumerated().map { place, arm in
            var value: JSONValue = [
                "name": arm.0.name.map { JSONValue($0) } ?? .null, "outcome": .string(arm.1.reason.outcome.rawValue),
                "reason": .string(arm.1.reason.rawValue), "deciding": .bool(deciding.arm == place),
            ]
            value.append(arm.1.measurement, limit: arm.0.plan.limit, in: language)
            value.append("evidence", .array(arm.1.evidence.map { JSONValue($0) }))
            value.append("fault", .text(arm.1.fault?[language]))
            return value
        })
    }

    /// What a finding would be under each other reading, in the order of the rule.
    static func readings(of finding: Finding, _ plan: RulePlan, in language: Language) -> JSONValue {
        .array(zip(plan.readings, finding.readings).map { reading, verdict in
            var value: JSONValue = [
                "name": JSONValue(verdict.name), "outcome": .string(verdict.outcome.rawValue),
                "reason": .string(verdict.reason.rawValue), "holds": .bool(verdict.holds),
                "period": .text(verdict.period?.description),
                "counts": verdict.counts.isEmpty ? .null : .object(Outcome.allCases.compactMap { outcome in
                    verdict.counts[outcome].map { (outcome.rawValue, .integer($0)) }
                }),
            ]
            value.append(verdict.measurement, limit: reading.plan.limit(of: verdict.measurement), in: language)
            return value
        })
    }

    /// What the arms of a rule ask; `null` where it has none.
    static func arms(of plan: RulePlan) -> JSONValue {
        guard let arms = plan.arms else { return .null }
        return [
            "manner": .string(arms.manner.rawValue),
            "arms": .array(arms.arms.map { arm in
                [
                    "name": arm.name.map { JSONValue($0) } ?? .null, "where": .text(arm.plan.scopeExpression),
                    "expression": .string(arm.plan.expression),
                    "limit": arm.plan.limit.map { .string("\($0.sign) \($0.text)") } ?? .null,
                ]
            }),
        ]
    }

    /// Figures by themselves: what was observed, the limit, the gap, what would close it.
    private mutating func append(_ measurement: Measurement, limit: Limit?, in language: Language) {
        let figures = limit.map { FigureText($0, of: measurement, in: language) }
        for (name, value) in Self.figures(measurement, figures, unit: limit?.unit) { append(name, value) }
        append("limit", limit.map { ["kind": .string($0.kind), "text": .text(figures?.limitText)] } ?? .null)
        append("masked", .bool(measurement.isMasked))
        append("closes", .object(measurement.closings.map { ($0.kind.rawValue, JSONValue($0.amount)) }))
    }
}
