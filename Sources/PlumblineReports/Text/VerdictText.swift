import Diagnostics
import Plumbline
import Quantities

/// A verdict with its figures in a sentence: `observed 82.35%, limit ≥ 85%, gap -2.65pp`.
struct VerdictText {
    let reason: Reason
    let outcome: Outcome
    let measurement: Measurement
    /// What the figures are held against; nil for a condition.
    let limit: Limit?
    /// What a rule without a limit asks for, in words: its condition is code.
    let title: String
    let fault: Localized?
    /// What could not be read or is not there, by name; nil where that goes without saying.
    private var named: String?
    let style: TextStyle

    init(_ finding: Finding, of plan: RulePlan, style: TextStyle) {
        self.init(finding.reason, finding.measurement, finding.outcome, of: plan, fault: finding.fault, style: style)
        named = Self.named(finding, plan, style)
    }

    /// - Parameter plan: The rule, whose own limit is meant.
    init(
        _ reason: Reason, _ measurement: Measurement, _ outcome: Outcome? = nil, of plan: RulePlan, fault: Localized? = nil,
        style: TextStyle
    ) {
        self.reason = reason
        self.outcome = outcome ?? reason.outcome
        self.measurement = measurement
        self.fault = fault
        self.style = style
        limit = plan.limit(of: measurement)
        title = PrintedText.of(plan.rule.title[style.language])
    }

    /// A member of a group, by what members are held against.
    init(_ member: GroupEvidence.Member, of plan: RulePlan, style: TextStyle) {
        reason = member.reason
        outcome = reason.outcome
        measurement = member.measurement
        fault = nil
        self.style = style
        limit = plan.memberLimit(of: member.measurement)
        title = PrintedText.of(plan.rule.title[style.language])
        named = Self.joined((member.unreadable + member.doubtful).map { Self.text(of: $0, style) }, style) ?? Self.named(member.names, style)
    }

    /// The whole verdict; a pass and a fail show by their figures where they have some.
    var text: String {
        switch reason {
        case .beyondLimit, .withinLimit, .coverageShort, .coverageMet, .late: figures(withLimit: true) ?? words
        case .conditionFalse, .conditionTrue: with(words, title)
        case .ruleError, .costLimit: with(words, fault.map { PrintedText.of($0[style.language]) })
        default: with(outcome.title[style.language], with(words, named)) + (outcome == .notMeasured ? limitAfter : "")
        }
    }

    /// The whole verdict under a heading that says the rule's condition.
    var textUnderRule: String {
        switch reason {
        case .conditionFalse, .conditionTrue: words
        default: text
        }
    }

    /// The verdict by itself, for lists under a rule that says its limit elsewhere: `82.35%, gap -2.65pp`.
    var short: String { figures(withLimit: false) ?? with(words, named) }
}

private extension VerdictText {
    var words: String { reason.text[style.language] }

    /// The cells that cannot be read, with what they say; the figure that nobody published.
    static func named(_ finding: Finding, _ plan: RulePlan, _ style: TextStyle) -> String? {
        let names: [String]
        switch finding.reason {
        case .unreadable: names = finding.evidence.filter { $0.state == .unreadable }.map { text(of: $0, style) }
        // The record has cells in the period that is judged: it is the one that it is held against that has none.
        case .noSuchPeriod where !finding.evidence.isEmpty:
            names = [finding.record.period.flatMap(plan.otherPeriod)?.description].compactMap(\.self)
        case .noBenchmark: names = plan.publishedIndicators.map { PrintedText.of($0[style.language]) }
        default: return nil
        }
        return joined(names, style)
    }

    /// Elements of lists by name, each kind after what it is.
    static func named(_ names: [GroupEvidence.Names], _ style: TextStyle) -> String? {
        let parts = names.map { names in
            let list = names.names.map(PrintedText.of).joined(separator: style.words(zh: "、", en: ", "))
            let more = names.leftOut > 0 ? style.words(zh: "等 \(names.names.count + names.leftOut) 项", en: " and \(names.leftOut) more") : ""
            return PrintedText.of(names.title[style.language]) + " " + list + more
        }
        return parts.isEmpty ? nil : parts.joined(separator: style.words(zh: "；", en: "; "))
    }

    static func joined(_ names: [String], _ style: TextStyle) -> String? {
        names.isEmpty ? nil : names.joined(separator: style.words(zh: "、", en: ", "))
    }

    /// A cell and its place, which stays whole however long the cell's text is.
    static func text(of cell: Evidence, _ style: TextStyle) -> String {
        let written = PrintedText.of(cell.text ?? "")
        let isUntold = cell.isMasked || cell.state == .unreadable && cell.text == nil
        let text = isUntold ? "" : written.isEmpty ? style.words(zh: "（空）", en: " (blank)") : style.words(zh: "“\(written)”", en: " '\(written)'")
        return "\(PrintedText.of(cell.column ?? cell.field))\(text) (\(PrintedText.of("\(cell.address.file):\(cell.address.line)")))"
    }

    func with(_ head: String, _ rest: String?) -> String {
        rest.map { head + style.words(zh: "：", en: ": ") + $0 } ?? head
    }

    func figures(withLimit: Bool) -> String? {
        if measurement.isMasked {
            let withheld = style.words(zh: "数值涉及敏感信息，不予列出", en: "the figures are sensitive and withheld")
            return with(words, withheld) + (withLimit ? limitAfter : "")
        }
        guard let limit, let observed = measurement.observed else { return nil }
        if let set = limit.wantedSet { return withLimit ? difference(from: set, withLimit: true) : named ?? difference(from: set, withLimit: false) }
        let text = FigureText(limit, of: measurement, in: style.language)
        let value = PrintedText.of(text.observed(observed))
        let parts = [
            withLimit ? style.words(zh: "实际 \(value)", en: "observed \(value)") : value, withLimit ? limitWords(text) : nil,
            measurement.reachedOn.map { day in style.words(zh: "\(day) 才达到", en: "reached only on \(day)") },
            measurement.gap.map { gap in style.words(zh: "差距 \(text.gap(gap))", en: "gap \(text.gap(gap))") },
        ]
        return parts.compactMap(\.self).joined(separator: style.words(zh: "，", en: ", "))
    }

    /// How a list differs from the one that it has to agree with: `3 missing, 1 extra`.
    func difference(from set: Limit.WantedSet, withLimit: Bool) -> String {
        let counts = measurement.closings.compactMap { closing -> String? in
            guard case .smallest(let count) = closing.amount, count != 0 else { return nil }
            return closing.kind == .add
                ? style.words(zh: "缺少 \(count) 项", en: "\(count) missing") : style.words(zh: "多出 \(count) 项", en: "\(count) extra")
        }.joined(separator: style.words(zh: "，", en: ", "))
        let listed = set.names.joined(separator: style.words(zh: "、", en: ", "))
        let name = withLimit ? PrintedText.of(listed) : style.words(zh: "清单", en: "the list")
        if outcome == .pass {
            return set.allowsExtra
                ? style.words(zh: "\(name) 的各项都有", en: "holds all of \(name)") : style.words(zh: "与 \(name) 一致", en: "the same as \(name)")
        }
        if counts.isEmpty { return words }
        if !withLimit { return counts }
        return set.allowsExtra
            ? style.words(zh: "\(name) 的各项没有齐全，\(counts)", en: "not all of \(name): \(counts)")
            : style.words(zh: "与 \(name) 不一致，\(counts)", en: "not the same as \(name): \(counts)")
    }

    func limitWords(_ text: FigureText) -> String {
        let limit = PrintedText.of(text.limitText)
        if self.limit?.wantedSet != nil { return limit }
        return style.words(zh: "限值 \(limit)", en: "limit \(limit)")
    }

    var limitAfter: String {
        guard let limit else { return "" }
        return style.words(zh: "；", en: "; ") + limitWords(FigureText(limit, in: style.language))
    }
}
