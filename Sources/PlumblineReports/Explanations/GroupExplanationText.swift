public import Diagnostics
public import Plumbline

/// What a rule over many records says of its groups: each with how its count came about, its members and what would
/// change the verdict.
public struct GroupExplanationText {
    /// How many groups are explained.
    public static let mostGroups = 10

    private let findings: [Finding]
    private let plan: AuditPlan
    private let style: TextStyle

    /// - Parameter findings: Those of the groups, each with its rule's place in the plan.
    public init(_ findings: [Finding], of plan: AuditPlan, in language: Language, usesColor: Bool = false) {
        self.findings = findings
        self.plan = plan
        style = TextStyle(language: language, usesColor: usesColor)
    }

    public var text: String {
        let blocks = findings.prefix(Self.mostGroups).map { lines(of: $0).joined(separator: "\n") + "\n" }
        let more = findings.count - blocks.count
        let rest = more > 0 ? style.words(zh: "\n… 另有 \(more) 组\n", en: "\n… and \(more) more groups\n") : ""
        return blocks.joined(separator: "\n") + rest
    }
}

private extension GroupExplanationText {
    func lines(of finding: Finding) -> [String] {
        let rule = plan.rules[finding.rule]
        let block = FindingBlock(finding: finding, plan: rule, audit: plan, style: style)
        let change = ChangeText(finding: finding, plan: rule, audit: plan, style: style)
        return block.lines + count(finding, rule) + change.lines
    }

    /// What each record of a coverage is held against, where it observes a value.
    func memberLimit(_ rule: RulePlan) -> String? {
        guard rule.rule.coverage != nil, rule.rule.observesValue else { return nil }
        return rule.memberLimit.map { PrintedText.of(FigureText($0, in: style.language).limitText) }
    }

    /// How the figure came about: who is asked, what is asked of each, and how many there are of either.
    func count(_ finding: Finding, _ rule: RulePlan) -> [String] {
        guard let group = finding.group else { return [] }
        let all = group.passed + group.failed + group.undecided
        let excluded = group.ledger.excluded
        let asked = [PrintedText.ofExpression(rule.expression), memberLimit(rule)].compactMap(\.self).joined(separator: " ")
        let lines: [String?] = [
            rule.scopeExpression.map { scope in
                style.words(
                    zh: "只看 \(PrintedText.ofExpression(scope)) 的记录", en: "of the records with \(PrintedText.ofExpression(scope))")
                    + (excluded > 0 ? style.words(zh: "，不符合的 \(excluded) 条不计", en: "; \(excluded) without it left out") : "")
            },
            rule.expression.isEmpty ? nil : style.words(
                zh: "每条看：\(asked)", en: "each is asked for: \(asked)"),
            all == 0 ? nil : style.words(
                zh: "\(all) 条中 \(group.passed) 条达标，\(group.failed) 条未达标，\(group.undecided) 条无法判定",
                en: "of \(all) records \(group.passed) meet it, \(group.failed) do not, \(group.undecided) could not be decided"),
        ]
        let told = lines.compactMap(\.self)
        guard !told.isEmpty else { return [] }
        return ["", style.bold(style.words(zh: "怎样得出", en: "How was it counted?"))] + told.map { "  " + $0 }
    }
}
