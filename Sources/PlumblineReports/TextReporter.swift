public import Plumbline

/// The report for people at a terminal: what was audited and what it came to, what was not received and what is wrong
/// with the data, the plan clause by clause, the institutions and the rules with their findings, each worst first, then
/// the files, and one closing line.
///
/// A rule that fails thousands of records keeps the report readable: the worst are printed, the rest
/// counted. Only what will be printed is kept, and a few counts for each of a bounded number of records.
public struct TextReporter: Reporter {
    public static let name = "text"

    private let context: ReportContext
    private var shortlists: [RuleFindings.Group: FindingShortlist] = [:]
    private var records = RecordTally()
    private var receipts = ReceiptTally()
    private var findingCount = 0

    public init(_ context: ReportContext) { self.context = context }

    /// - Complexity: O(log *k*) a finding, where *k* is how many of its kind are printed.
    public mutating func write(_ findings: [Finding], to out: inout ReportBuffer) {
        for finding in findings {
            let group = RuleFindings.Group(finding)
            shortlists[group, default: FindingShortlist(limit: group.limit)].add(finding, sequence: findingCount)
            records.add(finding, of: context.plan.rules[finding.rule].rule)
            receipts.add(finding)
            findingCount += 1
        }
    }

    public mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer) {
        let (style, plan) = (TextStyle(context), context.plan)
        let files = FileSection(plan: plan, totals: totals, style: style)
        let clauses = ClauseTable(totals: totals, plan: plan, style: style)
        let sums = RunSums(totals: totals, clauses: clauses, style: style)
        let broken = BrokenOff(totals: totals, style: style)
        let problems = DataProblemList(totals: totals, style: style)
        let sections = [
            RunHeading(context: context, totals: totals, style: style).lines,
            broken.lines,
            ProfileSection(rulesets: plan.book.rulesets, asOf: context.asOf, style: style).lines,
            sums.lines,
            NotReceived(tally: receipts, totals: totals, plan: plan, style: style).lines,
            problems.head,
            clauses.lines,
            RecordTable(tally: records, plan: plan, style: style).lines,
            RuleFindings(
                shortlists: shortlists, plan: plan, style: style, contradictoryRows: totals.contradictoryRows,
                isBrokenOff: totals.fault != nil
            ).lines,
            problems.tail,
            files.readLines,
            files.skippedLines,
            RuleTable(rules: plan.rules, totals: totals, style: style).lines,
            [broken.line, sums.records].compactMap(\.self),
        ]
        out.append(sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n")
    }
}
