import Diagnostics
import JSON
import Plumbline
import Quantities

extension JSONValue {
    /// A finding: its verdict, its figures exactly and as printed, what it would be today where it is not due yet, the
    /// periods and the records that it was made of, and the cells that all of that rests on.
    init(_ finding: Finding, of plan: RulePlan, in language: Language) {
        let measurement = finding.measurement
        let limit = plan.limit(of: measurement)
        let figures = limit.map { FigureText($0, of: measurement, in: language) }
        self = [
            "rule": .string(plan.rule.fullName),
            "record": JSONValue(finding.record),
            "outcome": .string(finding.outcome.rawValue),
            "reason": .string(finding.reason.rawValue),
            "binding": .string(plan.rule.binding.rawValue),
            "severity": .string(plan.rule.severity.rawValue),
            "observed": measurement.observed.map { JSONValue($0, figures, unit: limit?.unit) } ?? .null,
            "limit": limit.map { limit in
                ["kind": .string(limit.kind), "text": .text(figures?.limitText), "as_written": .text(limit.asWritten)]
            } ?? .null,
            "gap": measurement.gap.map { JSONValue(gap: $0, figures, unit: measurement.gapUnit ?? limit?.unit?.difference) } ?? .null,
            "reached_on": .text(measurement.reachedOn?.description),
            "masked": .bool(measurement.isMasked),
            "closes": .object(measurement.closings.map { ($0.kind.rawValue, JSONValue($0.amount)) }),
            "due": finding.due.map { JSONValue($0) } ?? .null,
            "reason_today": .text(finding.reasonToday?.rawValue),
            "waiver": finding.waiver.map { JSONValue($0) } ?? .null,
            "reason_without_waiver": .text(finding.reasonWithoutWaiver?.rawValue),
            "parameters": .array(finding.reason == .parameterUnset ? plan.unsetParameters.map { JSONValue($0) } : []),
            "track": finding.track.map { JSONValue($0, figures, unit: limit?.unit) } ?? .null,
            "baseline": finding.baseline.map { JSONValue($0, in: language) } ?? .null,
            "periods": .array(finding.periods.map { verdict in
                // Each period may be decided by another arm.
                guard plan.arms != nil, let limit = plan.limit(of: verdict.measurement) else {
                    return JSONValue(verdict, figures, unit: limit?.unit)
                }
                return JSONValue(verdict, FigureText(limit, of: verdict.measurement, in: language), unit: limit.unit)
            }),
            "arms": .arms(finding.arms, deciding: measurement, of: plan, in: language),
            "readings": .readings(of: finding, plan, in: language),
            "holds_under_all_readings": finding.holdsUnderAllReadings.map { .bool($0) } ?? .null,
            "group": finding.group.map { JSONValue($0, of: plan, in: language) } ?? .null,
            "evidence": .array(finding.evidence.map { JSONValue($0) }),
            "fault": .text(finding.fault?[language]),
        ]
    }

    init(_ text: Localized) { self = ["zh": .string(text.zh), "en": .string(text.en)] }
}

extension JSONValue {
    /// A record has its place in a file; a group of records and one that nobody sent have none.
    init(_ record: RecordReference) {
        self = [
            "table": .string(record.table), "key": .string(record.key), "label": .text(record.label),
            "name": .string(record.name), "kind": .string(record.kind.rawValue), "period": .text(record.period?.description),
            "file": record.address.map { .string($0.file) } ?? .null, "row": record.address.map { .integer($0.row) } ?? .null,
            "line": record.address.map { .integer($0.line) } ?? .null,
        ]
    }

    init(_ observed: Measurement.Observed, _ figures: FigureText?, unit: Unit?) {
        switch observed {
        case .number(let number): self.init(number, text: figures?.observed(observed), unit: unit)
        case .range(let low, let high):
            let ends = [low, high].map { $0.map { Self.exact($0, in: unit) } ?? "" }
            self = ["value": .string(ends.joined(separator: "..")), "text": .text(figures?.observed(observed)), "unit": .text(unit?.symbol)]
        // A date or a grade has no unit, though the gap of dates has.
        case .text(let text): self = ["value": .string(text), "text": .string(text), "unit": .null]
        }
    }

    /// What was observed and how far that is from the limit: two members.
    static func figures(_ measurement: Measurement, _ figures: FigureText?, unit: Unit?) -> [(String, JSONValue)] {
        [
            ("observed", measurement.observed.map { JSONValue($0, figures, unit: unit) } ?? .null),
            ("gap", measurement.gap.map { JSONValue(gap: $0, figures, unit: measurement.gapUnit ?? unit?.difference) } ?? .null),
        ]
    }

    init(gap: Number, _ figures: FigureText?, unit: Unit?) { self.init(gap, text: figures?.gap(gap), unit: unit) }

    /// The exact value stands there as text, in the unit that stands beside it: a double could not hold it.
    init(_ number: Number, text: String?, unit: Unit?) {
        let value = Self.exact(number, in: unit)
        self = ["value": .string(value), "text": .string(text ?? value), "unit": .text(unit?.symbol)]
    }

    private static func exact(_ number: Number, in unit: Unit?) -> String {
        (unit.flatMap { number.multiplied(by: $0.scale.reciprocal ?? .one) } ?? number).description
    }

    init(_ due: Due) { self = ["date": .string(due.date.description), "stated": .bool(due.isStated)] }

    init(_ verdict: PeriodVerdict, _ figures: FigureText?, unit: Unit?) {
        self = [
            "period": .string(verdict.period.description), "outcome": .string(verdict.reason.outcome.rawValue),
            "reason": .string(verdict.reason.rawValue),
        ]
        for (name, value) in Self.figures(verdict.measurement, figures, unit: unit) { append(name, value) }
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
