import Diagnostics
import Quantities

/// Holds a finding against what a case expects of it.
struct CaseExpectation {
    let example: RuleCase
    let rule: RulePlan

    func failures(of finding: Finding) -> [Diagnostic] {
        var failures: [Diagnostic] = []
        if finding.outcome != example.outcome {
            failures.append(failure("outcome", expected: example.outcome.rawValue, found: finding.outcome.rawValue, because: finding.reason))
        }
        if let reason = example.reason, reason != finding.reason {
            failures.append(failure("reason", expected: reason.rawValue, found: finding.reason.rawValue))
        }
        if let track = example.track, track != finding.track?.state {
            failures.append(failure("track", expected: track.rawValue, found: finding.track?.state.rawValue ?? "none"))
        }
        if let observed = example.observed, !matches(observed.text, finding.measurement.observed) {
            failures.append(failure("observed", observed, found: observedText(finding)))
        }
        if let gap = example.gap, !matches(gap.text, finding.measurement.gap, unit: rule.limit?.unit?.difference) {
            failures.append(failure("gap", gap, found: gapText(finding)))
        }
        return failures + closingFailures(finding)
    }
}

private extension CaseExpectation {
    /// A figure matches when it is the expected one after rounding to the digits that the case writes. A bare
    /// number is in the rule's own unit; another unit has to measure the same.
    func matches(_ text: String, _ number: Number?, unit: Unit?) -> Bool {
        guard let number, let quantity = try? Quantity.parse(text) else { return false }
        if let written = quantity.unit, let unit, written.dimension != unit.dimension { return false }
        let scale = (quantity.unit ?? unit)?.scale ?? 1
        let expected = quantity.unit == nil ? quantity.value * scale : quantity.value
        let factor = scale.reciprocal ?? 1
        return (number * factor).rounded(fractionDigits: quantity.fractionDigits) == expected * factor
    }

    func matches(_ text: String, _ observed: Measurement.Observed?) -> Bool {
        switch observed {
        case .number(let number): matches(text, number, unit: rule.limit?.unit)
        case .text(let found): found == text
        case nil: false
        }
    }

    func closingFailures(_ finding: Finding) -> [Diagnostic] {
        example.closes.compactMap { kind, amount in
            let found = finding.measurement.closings.filter { kind == nil || $0.kind == kind }
            let text = found.map(\.text).joined(separator: ", ")
            guard found.count == 1, text == (Decimal(amount.text).map { Number($0).description } ?? amount.text) else {
                return failure("closes" + (kind.map { ".\($0.rawValue)" } ?? ""), amount, found: text.isEmpty ? nil : text)
            }
            return nil
        }
    }

    func observedText(_ finding: Finding) -> String? {
        guard let limit = rule.limit, let observed = finding.measurement.observed else { return nil }
        return FigureText(limit, of: finding.measurement, in: .en).observed(observed)
    }

    func gapText(_ finding: Finding) -> String? {
        guard let limit = rule.limit, let gap = finding.measurement.gap else { return nil }
        return FigureText(limit, of: finding.measurement, in: .en).gap(gap)
    }

    func failure(_ what: String, _ expected: RuleCase.Expected, found: String?) -> Diagnostic {
        .caseFailed(example.name, rule: rule.rule.id, what: what, expected: expected.text, found: found, because: nil, at: expected.location)
    }

    func failure(_ what: String, expected: String, found: String, because reason: Reason? = nil) -> Diagnostic {
        .caseFailed(
            example.name, rule: rule.rule.id, what: what, expected: expected, found: found, because: reason,
            at: example.location)
    }
}

extension Closing {
    /// `3`, or `impossible`.
    public var text: String {
        switch amount {
        case .smallest(let number): number.description
        case .impossible: "impossible"
        }
    }
}

extension Diagnostic {
    /// A case that does not come out as it says.
    static func caseFailed(
        _ name: String, rule: String, what: String, expected: String, found: String?, because reason: Reason?,
        at location: Location
    ) -> Self {
        let because = reason.map { " (\($0.rawValue))" } ?? ""
        return Self(
            code: "case-failed", at: location,
            message: Localized(
                zh: "规则“\(rule)”的用例“\(name)”：\(what) 应为 \(expected)，实为 \(found ?? "无")\(because)",
                en: "case '\(name)' of '\(rule)': \(what) should be \(expected), but is \(found ?? "nothing")\(because)"))
    }

    /// A case whose records gave nothing that it could be about.
    static func caseWithoutFinding(_ example: RuleCase, of rule: Rule) -> Self {
        Self(
            code: "case-failed", at: example.location,
            message: Localized(
                zh: "规则“\(rule.id)”的用例“\(example.name)”没有得到任何结论", en: "case '\(example.name)' of '\(rule.id)' came to no verdict at all"),
            help: Localized(
                zh: "检查用例给出的期间和记录是否属于该规则", en: "check that its period and its records are the rule's"))
    }
}
