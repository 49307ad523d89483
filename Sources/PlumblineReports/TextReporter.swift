import Diagnostics
public import Plumbline

/// The report for people at a terminal: what was read, the findings worst first, the data problems,
/// a table of the rules, and one closing line.
///
/// A rule that fails thousands of records keeps the report readable: the worst are printed, the rest
/// counted. Only what will be printed is kept, however many findings there are.
public struct TextReporter: Reporter {
    public static let name = "text"

    private let context: ReportContext
    private var shortlists: [Group: FindingShortlist] = [:]
    private var findingCount = 0

    public init(_ context: ReportContext) { self.context = context }

    /// - Complexity: O(log *k*) a finding, where *k* is how many of its kind are printed.
    public mutating func write(_ findings: [Finding], to out: inout ReportBuffer) {
        for finding in findings {
            let group = Group(finding)
            shortlists[group, default: FindingShortlist(limit: group.limit)].add(finding, sequence: findingCount)
            findingCount += 1
        }
    }

    public mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer) {
        let style = TextStyle(context)
        let sections = [
            RunHeading(context: context, totals: totals, style: style).lines,
            findingLines(style),
            DataProblemList(totals: totals, style: style).lines,
            RuleTable(rules: context.plan.rules, totals: totals, style: style).lines,
            RunClosing(totals: totals, style: style).lines,
        ]
        out.append(sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n")
    }
}

private extension TextReporter {
    /// Findings that share one cap: of one rule and outcome, and where nothing was measured of one reason.
    struct Group: Hashable {
        let rule: Int
        let outcome: Outcome
        let reason: Reason?

        init(_ finding: Finding) {
            rule = finding.rule
            outcome = finding.outcome
            reason = finding.outcome == .notMeasured ? finding.reason : nil
        }

        var limit: Int { outcome == .notMeasured ? 20 : 50 }
    }

    /// The worst first.
    static let order: [Outcome] = [.fail, .error, .notMeasured, .notDue, .waived, .notApplicable, .pass]

    func findingLines(_ style: TextStyle) -> [String] {
        guard findingCount > 0 else { return [style.bold(style.words(zh: "没有需要列出的结果。", en: "No findings to list."))] }
        let sections = Self.order.compactMap { section($0, style) }
        return Array(sections.joined(separator: [""]))
    }

    /// All findings of one outcome, and for each rule how many more there are.
    func section(_ outcome: Outcome, _ style: TextStyle) -> [String]? {
        let groups = shortlists.filter { $0.key.outcome == outcome }
            .sorted { $0.value.firstSequence < $1.value.firstSequence }
        guard !groups.isEmpty else { return nil }
        let total = groups.reduce(0) { $0 + $1.value.count }
        let heading = style.paint("\(style.heading(outcome)) (\(total))", as: outcome)
        let blocks = groups.flatMap(\.value.entries).sorted().map { entry in
            let plan = context.plan.rules[entry.finding.rule]
            return FindingBlock(finding: entry.finding, plan: plan, audit: context.plan, style: style).lines
        }
        let rest = groups.compactMap { leftOver($0.key, $0.value, style) }
        return [heading] + blocks.joined(separator: [""]) + (rest.isEmpty ? [] : [""] + rest)
    }

    func leftOver(_ group: Group, _ list: FindingShortlist, _ style: TextStyle) -> String? {
        let more = list.count - list.entries.count
        guard more > 0 else { return nil }
        let rule = PrintedText.of(context.plan.rules[group.rule].rule.fullName)
        let reason = group.reason.map { style.words(zh: "（\($0.text.zh)）", en: " (\($0.text.en))") } ?? ""
        return style.words(
            zh: "… \(rule)\(reason)另有 \(more) 条未列出；--format json 给出全部",
            en: "… \(more) more of \(rule)\(reason); --format json gives them all")
    }
}
