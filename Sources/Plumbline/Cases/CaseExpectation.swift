import Diagnostics
import Quantities

/// Holds a finding against what a case expects of it.
struct CaseExpectation {
    let example: RuleCase
    let rule: RulePlan

    /// Whether it takes more of a finding than what came out, and why, to know whether the case comes out as it says.
    var needsFigures: Bool {
        example.observed != nil || example.gap != nil || example.track != nil || !example.closes.isEmpty || !example.readings.isEmpty
    }

    func failures(of finding: Finding) -> [Diagnostic] {
        var failures: [Diagnostic] = []
        if finding.outcome != example.outcome {
            failures.append(failure("outcome", expected: example.outcome.rawValue, found: finding.outcome.rawValue, because: finding))
        }
        if let reason = example.reason, reason != finding.reason {
            failures.append(failure("reason", expected: reason.rawValue, found: finding.reason.rawValue, because: finding))
        }
        if let track = example.track, track != finding.track?.state {
            failures.append(failure("track", expected: track.rawValue, found: finding.track?.state.rawValue ?? "none", because: finding))
        }
        if let observed = example.observed, !matches(observed.text, finding.measurement) {
            failures.append(failure("observed", observed, found: observedText(finding)))
        }
        let gapUnit = finding.measurement.gapUnit ?? rule.limit(of: finding.measurement)?.unit?.difference
        if let gap = example.gap, !matches(gap.text, finding.measurement.gap, unit: gapUnit) {
            failures.append(failure("gap", gap, found: gapText(finding)))
        }
        return failures + closingFailures(finding) + readingFailures(finding)
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

    func matches(_ text: String, _ measurement: Measurement) -> Bool {
        switch measurement.observed {
        case .number(let number): matches(text, number, unit: rule.limit(of: measurement)?.unit)
        case .text(let found): CellText.comparable(found) == CellText.comparable(text)
        case .range(let low, let high): text == IntervalValue.description(low, high)
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

    /// A reading whose name the case misspells was told when the case was read.
    func readingFailures(_ finding: Finding) -> [Diagnostic] {
        example.readings.compactMap { expected in
            let place = rule.rule.otherReadings.firstIndex { $0.isCalled(expected.name) }
            let found = place.flatMap { finding.readings.indices.contains($0) ? finding.readings[$0] : nil }
            guard found?.outcome != expected.outcome else { return nil }
            return .caseFailed(
                example.name, rule: rule.rule.id, what: "readings.\(expected.name)", expected: expected.outcome.rawValue,
                found: found?.outcome.rawValue, because: (found?.reason).map { Localized(same: $0.rawValue) }, at: expected.location)
        }
    }

    func observedText(_ finding: Finding) -> String? {
        guard let limit = rule.limit(of: finding.measurement), let observed = finding.measurement.observed else { return nil }
        return FigureText(limit, of: finding.measurement, in: .en).asWritten.observed(observed)
    }

    func gapText(_ finding: Finding) -> String? {
        guard let limit = rule.limit(of: finding.measurement), let gap = finding.measurement.gap else { return nil }
        return FigureText(limit, of: finding.measurement, in: .en).asWritten.gap(gap)
    }

    func failure(_ what: String, _ expected: RuleCase.Expected, found: String?) -> Diagnostic {
        .caseFailed(example.name, rule: rule.rule.id, what: what, expected: expected.text, found: found, because: nil, at: expected.location)
    }

    /// - Parameter finding: Gives its reason where that was not what was asked, and what went wrong where the rule erred.
    func failure(_ what: String, expected: String, found: String, because finding: Finding) -> Diagnostic {
        let reason = found == finding.reason.rawValue ? nil : finding.reason.rawValue
        let cause = (finding.fault ?? open(finding)).map { fault in
            Localized(zh: (reason.map { "\($0)：" } ?? "") + fault.zh, en: (reason.map { "\($0): " } ?? "") + fault.en)
        }
        return .caseFailed(
            example.name, rule: rule.rule.id, what: what, expected: expected, found: found,
            because: cause ?? reason.map { Localized(same: $0) }, at: example.location)
    }

    /// What the case leaves blank of that which the rule looks at, where that decides; nil where there is nothing.
    func open(_ finding: Finding) -> Localized? {
        let fields = finding.outcome == .notMeasured ? finding.evidence.filter { $0.state != .measured }.map(\.field) : []
        guard !fields.isEmpty else { return nil }
        return Localized(
            zh: "用例没有给出 \(fields.joined(separator: "、"))", en: "the case does not give \(fields.joined(separator: ", "))")
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
        _ name: String, rule: String, what: String, expected: String, found: String?, because cause: Localized?,
        at location: Location
    ) -> Self {
        Self(
            code: "case-failed", at: location,
            message: Localized(
                zh: "规则“\(rule)”的用例“\(name)”：\(what) 应为 \(expected)，实为 \(found ?? "无")\(cause.map { " (\($0.zh))" } ?? "")",
                en: "case '\(name)' of '\(rule)': \(what) should be \(expected), but is \(found ?? "nothing")\(cause.map { " (\($0.en))" } ?? "")"))
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
