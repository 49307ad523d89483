import Diagnostics
import JSON
import Plumbline
import Quantities

extension JSONValue {
    /// A finding: its verdict, its figures exactly and as printed, and the cells that they rest on.
    init(_ finding: Finding, of plan: RulePlan, in language: Language) {
        let measurement = finding.measurement
        let figures = plan.limit.map { FigureText($0, of: measurement, in: language) }
        self = [
            "rule": .string(plan.rule.fullName),
            "record": JSONValue(finding.record),
            "outcome": .string(finding.outcome.rawValue),
            "reason": .string(finding.reason.rawValue),
            "binding": .string(plan.rule.binding.rawValue),
            "severity": .string(plan.rule.severity.rawValue),
            "observed": measurement.observed.map { JSONValue($0, figures, unit: plan.limit?.unit) } ?? .null,
            "limit": plan.limit.map { ["kind": .string($0.kind), "text": .text(figures?.limitText)] } ?? .null,
            "gap": measurement.gap.map { JSONValue(gap: $0, figures, unit: plan.limit?.unit?.difference) } ?? .null,
            "masked": .bool(measurement.isMasked),
            "closes": .object(measurement.closings.map { ($0.kind.rawValue, JSONValue($0.amount)) }),
            "evidence": .array(finding.evidence.map { JSONValue($0) }),
            "fault": finding.fault.map { JSONValue($0) } ?? .null,
        ]
    }

    init(_ text: Localized) { self = ["zh": .string(text.zh), "en": .string(text.en)] }
}

private extension JSONValue {
    init(_ record: RecordReference) {
        self = [
            "table": .string(record.table), "key": .string(record.key), "label": .text(record.label),
            "file": record.address.map { .string($0.file) } ?? .null, "row": record.address.map { .integer($0.row) } ?? .null,
            "line": record.address.map { .integer($0.line) } ?? .null,
        ]
    }

    init(_ observed: Measurement.Observed, _ figures: FigureText?, unit: Unit?) {
        switch observed {
        case .number(let number): self.init(number, text: figures?.observed(observed), unit: unit)
        // A date or a grade has no unit, though the gap of dates has.
        case .text(let text): self = ["value": .string(text), "text": .string(text), "unit": .null]
        }
    }

    init(gap: Number, _ figures: FigureText?, unit: Unit?) { self.init(gap, text: figures?.gap(gap), unit: unit) }

    /// The exact value stands there as text, in the unit that stands beside it: a double could not hold it.
    init(_ number: Number, text: String?, unit: Unit?) {
        let value = (unit.flatMap { number.multiplied(by: $0.scale.reciprocal ?? .one) } ?? number).description
        self = ["value": .string(value), "text": .string(text ?? value), "unit": .text(unit?.symbol)]
    }

    /// A whole number of any size, or `null` where no number is enough.
    init(_ amount: Closing.Amount) {
        switch amount {
        case .impossible: self = .null
        case .smallest(let number): self = number.isInteger ? .digits(number.description) : .string(number.description)
        }
    }

    init(_ evidence: Evidence) {
        self = [
            "field": .string(evidence.field), "column": .text(evidence.column), "text": .text(evidence.text),
            "state": .string(evidence.state.rawValue), "masked": .bool(evidence.isMasked),
            "file": .string(evidence.address.file), "row": .integer(evidence.address.row),
            "line": .integer(evidence.address.line),
        ]
    }
}
