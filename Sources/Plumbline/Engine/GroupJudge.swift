import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// Judges groups of records by one rule: how many pass, or how they compare.
struct GroupJudge {
    /// A record in a period, with what the rule's scope says of it.
    struct Member {
        var view: RecordView
        var verdict: Verdict
    }

    /// What came out for a group in a period.
    struct GroupVerdict {
        var verdict: Verdict
        var measurement: Measurement
        var evidence: GroupEvidence
    }

    private let tableJudge: TableJudge
    private let task: RuleTask
    private let index: Int
    private let rule: RulePlan
    private let dataset: Dataset
    private let table: HeldTable
    private let names: GroupNames
    /// The record whose group alone is judged; nil where all groups are.
    private let chosen: ChosenRecord?
    /// The groups and the records that a profile lets pass.
    private(set) var waived: WaivedRecords

    init(_ tableJudge: TableJudge, _ task: RuleTask, chosen: ChosenRecord? = nil) {
        self.chosen = chosen
        self.tableJudge = tableJudge
        self.task = task
        index = task.index
        rule = task.rule
        waived = task.waived
        (dataset, table) = (tableJudge.context.dataset, tableJudge.context.table)
        names = GroupNames(rule, dataset, withholdsSensitive: tableJudge.context.withholdsSensitive)
    }

    /// Finds the groups of every period, and tells each group's verdict in the order in which the groups come first.
    mutating func judge(into sink: inout some FindingSink) {
        var groups: OrderedDictionary<RecordGroup, [PeriodOutcome<GroupVerdict>]> = [:]
        var (excepted, letPass): (Set<String>, Set<String>) = ([], [])
        let periods = periods
        for (place, period) in periods.enumerated() {
            let isFirst = place == 0
            let members = members(in: period, isFirst: isFirst)
            // Of a table that did not come nobody can say that too few pass.
            guard dataset.isSupplied(table.table) || !members.isEmpty else { continue }
            let own = chosen == nil ? members : members.filter(isOfChosen)
            // What is of no known period may be of any of them, and is one record all the same.
            for member in own where isFirst || !tableJudge.isOfUnknownPeriod(member.view) {
                sink.account(rule: index, reason: isLetPass(member) ? .waived : member.verdict.reason)
            }
            tellExcepted(own, &excepted, into: &sink)
            tellLetPass(own, &letPass, into: &sink)
            for (group, verdict) in verdicts(on: waived.isEmpty ? members : members.filter { !isLetPass($0) }, in: period, of: periods) where chosen.map(group.isOne) ?? true {
                groups[group, default: []].append(PeriodOutcome(period: period, verdict: verdict.verdict, subject: verdict))
            }
        }
        let due = DueJudge(schedule: rule.schedule, asOf: dataset.asOf)
        for group in groups.keys where !waived.isEmpty { waived.note(names.reference(to: group)) }
        for (group, outcomes) in groups {
            if rule.schedule.isOneVerdict {
                tell(due.told(outcomes.map { ($0.period, $0.verdict.reason) }), group, outcomes, into: &sink)
            } else {
                for outcome in outcomes { tell(due.told(outcome.verdict.reason, in: outcome.period), group, [outcome], into: &sink) }
            }
        }
    }
}

// MARK: - Members

extension GroupJudge {
    /// Every record of the table in a period, with its own verdict.
    ///
    /// - Parameter isFirst: Whether no period was judged before.
    func members(in period: CalendarPeriod?, isFirst: Bool) -> [Member] {
        // Whoever asks for bounds wants to know whether what is of no known period could decide in any of them; where it
        // counts for itself, it counts once.
        var members = present(in: period)
        if !isFirst, !rule.missing.isBounded { members.removeAll { tableJudge.isOfUnknownPeriod($0.view) } }
        members += unheard(in: period)
        members += unfound(in: period)
        return table.repeated.isEmpty ? members : members.compactMap(counted)
    }
}

private extension GroupJudge {
    /// The periods that the rule judges; `nil` alone where it judges records as they stand.
    var periods: [CalendarPeriod?] {
        // Each member is judged in its own latest period.
        if rule.schedule.manner == .latestSince { return [nil] }
        if let choice = rule.schedule.choice { return choice.periods }
        guard table.table.period != nil else { return [rule.schedule.duePeriod(of: table, record: nil, dataset)] }
        return [rule.schedule.duePeriod(of: table, table.periods, asOf: dataset.asOf)]
    }

    /// Whether a member is in the group that is judged.
    func isOfChosen(_ member: Member) -> Bool {
        guard let chosen else { return true }
        return rule.grouping.map { chosen.isMeant(by: member.view.value(of: $0)) } ?? false
    }

    /// A record counts once, however often it came; not at all for what it is, where its copies say different things.
    func counted(_ member: Member) -> Member? {
        guard case .held(_, let table, let record) = member.view.source else { return member }
        if table.repeated[record] != nil { return nil }
        guard table.contradicted.contains(record), member.verdict.reason.outcome != .notApplicable else { return member }
        return Member(view: member.view, verdict: Verdict(.ambiguousRecord))
    }

    /// Where a group's records are held against each other, one without a row is missing among them.
    func unheard(in period: CalendarPeriod?) -> [Member] {
        guard rule.comparesSides else { return [] }
        return table.unheard.flatMap { entity in
            tableJudge.views(of: .entity(entity), in: period, rule).map {
                Member(view: $0, verdict: tableJudge.verdict(task, $0))
            }
        }
    }

    func present(in period: CalendarPeriod?) -> [Member] {
        if task.isPlain {
            return (0..<table.count).map { record in
                let view = RecordView(.held(dataset, table, record), task.circumstances)
                return Member(view: view, verdict: task.judge.verdict(on: view, task.names))
            }
        }
        return tableJudge.subjects.flatMap { subject -> [Member] in
            if case .record(let record) = subject, table.table.period != nil, let own = table.periods[record],
               !(period.map { $0 == own } ?? rule.schedule.judges(own)) {
                return []
            }
            return tableJudge.views(of: subject, in: period, rule).map {
                Member(view: $0, verdict: tableJudge.verdict(task, $0))
            }
        }
    }

    /// A record that the rule names has to be there, once.
    func unfound(in period: CalendarPeriod?) -> [Member] {
        guard tableJudge.context.wantsNamed else { return [] }
        return rule.rule.subjects.compactMap { subject in
            guard let verdict = task.names.fault(of: subject.name) else { return nil }
            let entity = HeldTable.Entity(key: [subject.name], records: [])
            let circumstances = Circumstances(asOf: dataset.asOf, period: period)
            return Member(view: RecordView(.absent(dataset, table, entity, .noRecord), circumstances), verdict: verdict)
        }
    }

    func verdicts(
        on members: [Member], in period: CalendarPeriod?, of periods: [CalendarPeriod?]
    ) -> [(RecordGroup, GroupVerdict)] {
        let withholdsSensitive = tableJudge.context.withholdsSensitive
        let circumstances = Circumstances(
            asOf: dataset.asOf, period: period, due: rule.schedule.due(in: period)?.date,
            registerDay: rule.schedule.registerDay(in: period))
        let grouping = Grouping(programs: rule.comparison?.strata ?? [rule.coverage?.per].compactMap(\.self), periods: periods)
        let awaited = AwaitedMembers(tableJudge.missingLists, of: rule, by: grouping, dataset, circumstances)
        if let coverage = rule.coverage {
            return CoverageJudge(
                rule: rule, coverage: coverage, dataset: dataset, table: table, withholdsSensitive: withholdsSensitive,
                grouping: grouping, awaited: awaited
            ).verdicts(on: members)
        }
        guard let comparison = rule.comparison else { return [] }
        return ComparisonJudge(
            rule: rule, comparison: comparison, dataset: dataset, table: table, withholdsSensitive: withholdsSensitive,
            grouping: grouping, awaited: awaited, circumstances: circumstances
        ).verdicts(on: members)
    }

    /// Whom the plan exempts is always told by name; once where one verdict is made of several periods'.
    func tellExcepted(_ members: [Member], _ told: inout Set<String>, into sink: inout some FindingSink) {
        for member in members where member.verdict.reason == .excepted {
            var record = member.view.reference
            if rule.schedule.isOneVerdict {
                guard told.insert(record.key).inserted else { continue }
                record.period = nil
            }
            sink.countGroup(rule: index, reason: .excepted)
            sink.receive(Finding(rule: index, record: record, reason: .excepted))
        }
    }
}

// MARK: - Waivers

private extension GroupJudge {
    /// Whether a member is let pass, and so counts neither among those that meet a coverage nor among the others. Where
    /// records are held against each other, all are.
    func isLetPass(_ member: Member) -> Bool {
        !waived.isEmpty && rule.coverage != nil && member.verdict.reason != .excepted && waived.waiver(of: member.view.reference) != nil
    }

    /// Who is let pass is always told by name; once where one verdict is made of several periods'.
    func tellLetPass(_ members: [Member], _ told: inout Set<String>, into sink: inout some FindingSink) {
        for member in members where isLetPass(member) {
            var record = member.view.reference
            if rule.schedule.isOneVerdict {
                guard told.insert(record.key).inserted else { continue }
                record.period = nil
            }
            guard let waiver = waived.waiver(of: record) else { continue }
            sink.countGroup(rule: index, reason: .waived)
            var finding = Finding(rule: index, record: record, reason: .waived)
            finding.waive(waiver, insteadOf: member.verdict.reason)
            sink.receive(finding)
        }
    }
}

// MARK: - Findings

private extension GroupJudge {
    func tell(
        _ told: DueJudge.Told, _ group: RecordGroup, _ outcomes: [PeriodOutcome<GroupVerdict>],
        into sink: inout some FindingSink
    ) {
        let deciding = outcomes[told.deciding]
        let reference = names.reference(to: group)
        let (reason, waiver) = waived.told(told.reason, of: reference)
        let counted = waiver == nil ? told.counted : reason
        sink.countGroup(rule: index, reason: counted)
        guard sink.wants(counted) else { return }
        var finding = Finding(
            rule: index, record: reference, reason: reason,
            measurement: deciding.subject.measurement, fault: fault(of: deciding.verdict))
        finding.group = deciding.subject.evidence
        finding.due = told.due
        finding.reasonToday = told.today
        finding.isAwaited = told.isAwaited && waiver == nil
        if told.counted == .beforeDue {
            let judge = TrackJudge(rule: rule, asOf: dataset.asOf)
            let measurement = deciding.subject.measurement
            finding.track = judge.track(over: outcomes.map(\.verdict.reason))
                ?? judge.track(ofGroup: measurement.observed, in: deciding.period, told.today, due: told.due)
        }
        if rule.coverage?.baseline != nil { finding.baseline = rule.statedBaseline }
        if let waiver { finding.waive(waiver, insteadOf: told.reason) }
        if rule.schedule.isOneVerdict {
            finding.periods = outcomes.compactMap { outcome in
                outcome.period.map {
                    PeriodVerdict(period: $0, reason: outcome.verdict.reason, measurement: outcome.subject.measurement)
                }
            }
        } else {
            finding.record.period = deciding.period
        }
        finding.readings = task.readings(of: finding)
        sink.receive(finding)
    }

    /// What went wrong on a member, for an error whose wording tells no sensitive cell.
    func fault(of verdict: Verdict) -> Localized? {
        guard let fault = verdict.fault else { return nil }
        return tableJudge.context.withholdsSensitive && rule.programs.contains(where: dataset.looksAtSensitive) ? nil : fault
    }
}
