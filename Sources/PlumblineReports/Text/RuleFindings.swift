import Diagnostics
import Plumbline

/// The findings that are printed, under the rules that made them, the worst rule first.
struct RuleFindings {
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

        /// Nothing was sent, or a parameter has no value, so that there is nothing to say of each but its name.
        var isSilence: Bool { reason == .noRecord || reason == .listNotSubmitted || reason == .parameterUnset }
    }

    let shortlists: [Group: FindingShortlist]
    let plan: AuditPlan
    let style: TextStyle
    let contradictoryRows: Set<RecordAddress>
    /// Whether the run did not come to its end, so that no findings do not mean that there are none.
    var isBrokenOff = false

    var lines: [String] {
        guard !shortlists.isEmpty else { return isBrokenOff ? [] : [style.bold(style.words(zh: "没有需要列出的结果。", en: "No findings to list."))] }
        let heading = style.bold(style.words(zh: "逐条规则的结果", en: "Findings by rule"))
        return [heading, ""] + rules.map { lines(ofRule: $0) }.joined(separator: [""])
    }
}

private extension RuleFindings {
    /// Of more groups than these only the worst few members are named each.
    static let groupsInFull = 10
    static let membersOfMany = 3

    /// The worst first.
    static let order: [Outcome] = [.fail, .error, .notMeasured, .notDue, .waived, .notApplicable, .pass]

    /// Rules that fail something stand first, the harder binding before the softer, the more fails before the fewer.
    var rules: [Int] {
        let keys = Set(shortlists.keys.map(\.rule)).map { rule in (rule: rule, rank: rank(ofRule: rule)) }
        return keys.sorted { lhs, rhs in
            lhs.rank == rhs.rank ? lhs.rule < rhs.rule : lhs.rank.lexicographicallyPrecedes(rhs.rank)
        }.map(\.rule)
    }

    func rank(ofRule rule: Int) -> [Int] {
        let outcomes = groups(ofRule: rule)
        let worst = outcomes.first.flatMap { Self.order.firstIndex(of: $0.key.outcome) } ?? Self.order.count
        let binding = RecordTally.bindings.firstIndex(of: plan.rules[rule].rule.binding) ?? 0
        let count = outcomes.filter { $0.key.outcome == outcomes.first?.key.outcome }.reduce(0) { $0 + $1.value.count }
        return [worst, binding, -count]
    }

    /// A rule's groups, the worst outcome first, those of one outcome as they came.
    func groups(ofRule rule: Int) -> [(key: Group, value: FindingShortlist)] {
        Self.order.flatMap { outcome in
            shortlists.filter { $0.key.rule == rule && $0.key.outcome == outcome }
                .sorted { $0.value.firstSequence < $1.value.firstSequence }
                .map { (key: $0.key, value: $0.value) }
        }
    }

    func lines(ofRule rule: Int) -> [String] {
        let groups = groups(ofRule: rule)
        let heading = RuleHeading(plan: plan.rules[rule], audit: plan, style: style)
        let hasFails = groups.contains { $0.key.outcome == .fail }
        return heading.lines(hasFails: hasFails) + groups.flatMap { lines(of: $0.key, $0.value) }
    }

    func lines(of group: Group, _ list: FindingShortlist) -> [String] {
        if group.isSilence { return silence(group, list) }
        // The members of many groups would bury the groups.
        let memberLimit = list.count > Self.groupsInFull ? Self.membersOfMany : GroupEvidence.memberLimit
        let blocks = list.entries.flatMap { entry in
            FindingBlock(
                finding: entry.finding, plan: plan.rules[group.rule], audit: plan, style: style, memberLimit: memberLimit,
                contradictoryRows: contradictoryRows
            ).linesUnderRule
        }
        return blocks + leftOver(group, list)
    }

    /// How many are named of those of which there is nothing else to say: what did not come is told at the head of the report.
    static let silentNames = 6

    /// One line of names: there are no figures and no cells.
    func silence(_ group: Group, _ list: FindingShortlist) -> [String] {
        var names = list.entries.prefix(Self.silentNames).map { RecordName(record: $0.finding.record, audit: plan, style: style).text }
        let more = list.count - names.count
        if more > 0 { names.append(style.words(zh: "另有 \(more) 个", en: "and \(more) more")) }
        let reason = group.reason?.text[style.language] ?? ""
        let head = "\(style.plainMark(group.outcome)) \(group.outcome.title[style.language])"
            + style.words(zh: "，\(reason)（\(list.count)）：", en: ", \(reason) (\(list.count)): ")
        let lines = WrappedList.lines(head, names, separator: style.words(zh: "、", en: ", "), margin: 2)
        let parameter = list.entries.first.flatMap { entry in
            FindingBlock(finding: entry.finding, plan: plan.rules[group.rule], audit: plan, style: style).parameterLine
        }
        return (lines + (parameter.map { ["  \($0)"] } ?? [])).map { "  \($0)" }
    }

    func leftOver(_ group: Group, _ list: FindingShortlist) -> [String] {
        let more = list.count - list.entries.count
        guard more > 0 else { return [] }
        let what = group.reason?.text ?? group.outcome.title
        return [
            style.words(
                zh: "  … 另有 \(more) 条\(Localized.quoted(what).zh)未列出；--format json 给出全部",
                en: "  … \(more) more with \"\(what.en)\"; --format json gives them all")
        ]
    }
}
