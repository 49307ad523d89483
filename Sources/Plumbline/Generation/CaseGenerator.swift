import CEL
public import Diagnostics
public import OrderedCollections

/// Makes the boundary cases of rules: records just on either side of a limit, and those that leave it undecided.
///
/// What a case expects is what the rule says of its records today. That is a proposal: whether it is what the plan asks
/// is for the rule's author to say.
public struct CaseGenerator: Sendable {
    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// What could be made for a rule, and what could not.
    public struct Result: Sendable {
        /// The rule that the cases are for.
        public var rule: Rule
        /// What every case of the rule starts from.
        public var example: RuleCase.Record
        /// Those that could be made, each with what the rule says of it.
        public var cases: [RuleCase] = []
        /// The boundaries that no case shows, each with why.
        public var unmade: [(boundary: Boundary, why: Localized)] = []
        /// The names of cases that the rule has already.
        public var present: [String] = []
    }

    /// - Parameter language: Of the cases' names; nil for that of the rule's title.
    public func cases(ofRule index: Int, in language: Language? = nil) -> Result {
        let rule = plan.rules[index]
        let language = language ?? (rule.rule.title.isChinese ? .zh : .en)
        let names = Set(rule.rule.cases.map(\.name))
        guard let maker = BoundaryMaker(rule, plan: plan) else { return Result(rule: rule.rule, example: [:]) }
        var result = Result(rule: rule.rule, example: maker.example)
        let check = GeneratedCaseCheck(plan, rule: index, example: maker.example)
        for boundary in maker.boundaries {
            let name = boundary.title[language]
            guard !names.contains(name) else {
                result.present.append(name)
                continue
            }
            do throws(Unmakeable) {
                let made = try complete(try maker.make(boundary), name, boundary, rule: index)
                if let fault = check.fault(of: made) { throw .notLoaded(fault) }
                result.cases.append(made)
            } catch {
                result.unmade.append((boundary, error.why))
            }
        }
        return result
    }
}

private extension CaseGenerator {
    /// The case with a name and what the rule says of it.
    func complete(_ made: RuleCase, _ name: String, _ boundary: Boundary, rule index: Int) throws(Unmakeable) -> RuleCase {
        var made = made
        made.name = name
        let rule = plan.rules[index]
        guard let finding = CaseRunner(plan).finding(of: made, rule: index) else { throw .noVerdict }
        let outcome = finding.outcome
        guard !boundary.isDecided || outcome == .pass || outcome == .fail, outcome != .error else { throw .undecided(finding.reason) }
        guard boundary.isShown(by: finding, kind: rule.limit?.kind) else { throw .undecided(finding.reason) }
        guard boundary == .outOfScope || outcome != .notApplicable || boundary == .nobodyTested else { throw .undecided(finding.reason) }
        guard !boundary.isOfArms || rule.coverage != nil || boundary.isShown(by: finding.arms) else { throw .armsTogether }
        made.outcome = outcome
        made.reason = outcome == .pass || outcome == .fail ? nil : finding.reason
        return expecting(finding, made, rule: rule)
    }

    /// The case with the figures of the finding, where they can be written so that they are found again.
    func expecting(_ finding: Finding, _ made: RuleCase, rule: RulePlan) -> RuleCase {
        guard let limit = rule.limit else { return made }
        let text = FigureText(limit, of: finding.measurement, in: .en).asWritten
        var full = made
        if case .number = finding.measurement.observed, let observed = finding.measurement.observed {
            full = keeping(finding, full, rule) { $0.observed = RuleCase.Expected(text: text.observed(observed), location: made.location) }
        }
        if let gap = finding.measurement.gap {
            full = keeping(finding, full, rule) { $0.gap = RuleCase.Expected(text: Self.unsigned(text.gap(gap)), location: made.location) }
        }
        return keeping(finding, full, rule) { example in
            example.closes = finding.measurement.closings.map { closing in
                (closing.kind, RuleCase.Expected(text: closing.text, location: made.location))
            }
        }
    }

    /// A case writes a gap above zero without its sign.
    static func unsigned(_ text: String) -> String { text.hasPrefix("+") ? String(text.dropFirst()) : text }

    func keeping(_ finding: Finding, _ made: RuleCase, _ rule: RulePlan, _ change: (inout RuleCase) -> Void) -> RuleCase {
        var changed = made
        change(&changed)
        return CaseExpectation(example: changed, rule: rule).failures(of: finding).isEmpty ? changed : made
    }
}

private extension Unmakeable {
    static func notLoaded(_ fault: Localized) -> Unmakeable {
        Unmakeable(why: Localized(zh: "推出的用例不成立：\(fault.zh)", en: "the case that was made does not hold: \(fault.en)"))
    }

    static let noVerdict = Unmakeable(why: Localized(zh: "推出的记录得不到任何结论", en: "the record that was made comes to no verdict"))

    static let armsTogether = Unmakeable(why: Localized(
        zh: "各项取决于同样的数据，不能分别达标", en: "the arms rest on the same cells, and cannot be met one without the other"))

    static func undecided(_ reason: Reason) -> Unmakeable {
        Unmakeable(why: Localized(
            zh: "推出的记录结论为 \(reason.outcome.rawValue)（\(reason.rawValue)）", en: "the record that was made comes to \(reason.outcome.rawValue) (\(reason.rawValue))"))
    }
}

private extension Localized {
    var isChinese: Bool { zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
