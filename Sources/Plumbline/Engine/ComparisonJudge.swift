import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// Holds the records of each stratum against each other.
struct ComparisonJudge {
    let rule: RulePlan
    let comparison: ComparisonPlan
    let dataset: Dataset
    let table: HeldTable
    let withholdsSensitive: Bool
    let grouping: Grouping
    /// Who may be missing because a list did not come.
    let awaited: AwaitedMembers
    /// Under what the period's records are judged.
    let circumstances: Circumstances

    func verdicts(on members: [GroupJudge.Member]) -> [(RecordGroup, GroupJudge.GroupVerdict)] {
        let expected = expectedGroups
        let strata = Strata(of: members, by: grouping, comparison, notesOutside: !expected.isEmpty)
        var memory = StandingMemory(comparison.joining)
        let found = strata.groups.map { group, stratum in
            var verdict = verdict(on: stratum, of: group, strata, &memory)
            if group.isUnknown { verdict.evidence.name(strata.strangers.lazy.map(grouping.stranger)) }
            return (group, verdict)
        }
        return found + expected.filter { !strata.seen.contains($0.group) }.map { ($0.group, verdict(onNobody: $0.reason)) }
    }
}

private extension ComparisonJudge {
    /// The groups that a roster names, each with why nothing may be known of it; without those that are known to have
    /// nobody, or nobody in scope.
    var expectedGroups: [(group: RecordGroup, reason: Reason)] {
        guard comparison.tested != nil, let name = comparison.strataTable, let parent = dataset.table(named: name),
              parent.isRostered
        else { return [] }
        return parent.rosterRecords.filter { parent.repeated[$0] == nil }.compactMap { record in
            let owner = Value.object(RecordObject(dataset, parent, record, in: .now))
            guard let reason = absence(of: record, in: parent), mayHaveMembers(owner) else { return nil }
            return (RecordGroup([owner]), reason)
        }
    }

    /// Whether a record of a group could be in scope, as far as the group itself tells.
    func mayHaveMembers(_ owner: Value) -> Bool {
        let member = comparison.strataTexts.first.flatMap { ImaginedMember($0, leadingTo: owner, circumstances) }
        return member?.mayBe(in: rule.scope) ?? true
    }

    /// Why there may be no row of a group; nil where the group is known to have nobody.
    func absence(of record: Int, in parent: HeldTable) -> Reason? {
        if parent.isUnsent(record) { return .noRecord }
        let owners = table.table.entityFields.compactMap { name -> String? in
            if case .reference(let owner)? = table.table.fields[name]?.type { owner } else { nil }
        }
        let lists = parent.lists.filter { $0.value.list.table == table.table.name || owners.contains($0.value.list.table) }
        let reasons = lists.keys.compactMap { name -> Reason? in
            guard case .unknown(let causes)? = dataset.value(of: name, record, of: parent, ranges: .none, in: circumstances.moment) else { return nil }
            return Verdict.reason(of: causes)
        }
        return lists.isEmpty ? .listNotSubmitted : reasons.min()
    }

    func verdict(onNobody reason: Reason) -> GroupJudge.GroupVerdict {
        GroupJudge.GroupVerdict(
            verdict: Verdict(reason), measurement: Measurement(), evidence: GroupEvidence(missing: rule.missing))
    }

    func verdict(
        on stratum: Stratum, of group: RecordGroup, _ strata: Strata, _ memory: inout StandingMemory
    ) -> GroupJudge.GroupVerdict {
        if group.isUnknown { return told(Verdict(stratum.cause ?? .scopeUnknown), stratum, as: stratum) }
        let own = settled(stratum)
        if mayChange(own), awaited.concern(group) {
            var told = told(Verdict(.listNotSubmitted), stratum, as: stratum)
            told.evidence.begin(with: awaited.owners(of: group))
            return told
        }
        guard rule.missing.isBounded, own.reason.isDecided || own.reason == .noTestedGroup else { return told(own, stratum, as: stratum) }
        // Whoever may belong to the group may make it fail, and cannot mend it.
        if rule.missing == .against, own.reason.outcome == .fail { return told(own, stratum, as: stratum) }
        let crowd = strata.crowd(into: group)
        let stands = memory.stands(stratum, crowd) {
            strata.ways(of: crowd, into: group).map { ways in
                others(stratum, ways).allSatisfy { settled($0).reason == own.reason }
            } ?? false
        }
        if stands { return told(own, stratum, as: stratum) }
        guard rule.missing == .against else { return told(Verdict(.missingDecides), stratum, as: stratum) }
        guard let ways = strata.ways(of: crowd, into: group) else {
            return told(Verdict(.missingDecides).settled(by: rule.missing, as: .beyondLimit), stratum, as: nil)
        }
        guard let failing = others(stratum, ways).first(where: { settled($0).reason.outcome == .fail }) else { return told(own, stratum, as: stratum) }
        return told(settled(failing), stratum, as: failing)
    }

    /// Whether more records can change a verdict: what some share that should not stays shared.
    func mayChange(_ verdict: Verdict) -> Bool {
        switch verdict.reason.outcome {
        case .pass: true
        case .fail: !comparison.sides.isEmpty
        default: verdict.reason == .noTestedGroup || verdict.reason == .emptyGroup
        }
    }

    /// The group with each choice of those beside it who may belong to it.
    func others(_ stratum: Stratum, _ ways: StrangerWays) -> some Sequence<Stratum> {
        (1..<max(1, ways.count)).lazy.map { stratum.joined(by: ways.joining($0)) }
    }

    /// - Parameter shown: The group as its figures are told, others among it where these make it fail; nil where there are none.
    func told(_ verdict: Verdict, _ stratum: Stratum, as shown: Stratum?) -> GroupJudge.GroupVerdict {
        GroupJudge.GroupVerdict(
            verdict: verdict, measurement: shown.map { measurement($0, $0.lists, verdict) } ?? Measurement(),
            evidence: evidence(stratum, stratum.lists, verdict))
    }

    func verdict(on stratum: Stratum) -> Verdict {
        if let error = stratum.error { return error }
        // Somebody may belong to the group of whom it cannot be told; the measured stand for all only where there are any.
        if let cause = stratum.cause, rule.missing.isBounded || stratum.isEmpty { return Verdict(cause) }
        if let tested = comparison.tested, stratum.columns[tested].isEmpty { return Verdict(stratum.cause ?? .noTestedGroup) }
        if let compared = comparison.compared, stratum.columns[compared].isEmpty { return Verdict(.emptyGroup) }
        let sides = [comparison.tested, comparison.compared].compactMap(\.self)
        if sides.contains(where: { stratum.columns[$0].count < comparison.minGroup }) { return Verdict(.groupTooSmall) }
        return Verdict(comparison.verdict.value(stratum.lists), ifTrue: .withinLimit, ifFalse: .beyondLimit)
    }

    /// What is not reported of those who are known to belong to the group may be held against it; who belongs to it may not.
    func settled(_ stratum: Stratum) -> Verdict { verdict(on: stratum).settled(by: rule.missing, as: .beyondLimit) }

    /// A figure is nobody's by itself unless it is the middle one, or those whom others leave of a side, or of what is between
    /// two sides, are one person, or fewer than the rule compares.
    func isWithheld(_ stratum: Stratum) -> Bool {
        guard withholdsSensitive else { return false }
        if comparison.showsSingleRecord || stratum.isJoined { return comparison.columns.contains { dataset.looksAtSensitive($0.value) } }
        return stratum.tellers.contains { comparison.showsMiddle ? !$0.persons.isEmpty : $0.areFewer(than: comparison.minGroup) }
    }

    func measurement(_ stratum: Stratum, _ columns: [Value], _ verdict: Verdict) -> Measurement {
        guard verdict.reason.isDecided, comparison.observed != nil || comparison.gap != nil else { return Measurement() }
        if isWithheld(stratum) { return Measurement(isMasked: true) }
        let observed = comparison.observed?.value(columns)
        // What is decided whatever the missing ones are has no figure by itself.
        if case .unknown? = observed { return Measurement() }
        // Of those of whom it is open whether they belong to the group no figure tells.
        if stratum.cause != nil, rule.missing == .against { return Measurement() }
        let limit = comparison.limitValue?.value(columns).number
        if let interval = observed?.interval, let sign = rule.limit?.sign, !comparison.verdict.value(columns).isKnown {
            if let shared = WorstStratum(stratum) { return shared.measurement(comparison) }
            return WorstEnd(of: interval, gap: comparison.gap?.value(columns), beyond: sign, limit.map { [$0] } ?? []).measurement(limit)
        }
        return Measurement(
            observed: observed.map(Measurement.Observed.init),
            gap: comparison.gap?.value(columns).number, limit: limit,
            closings: verdict.reason == .beyondLimit && !stratum.isJoined
                ? comparison.closings.compactMap { Closing($0.kind, $0.amount.value(columns)) } : [])
    }

    func evidence(_ stratum: Stratum, _ columns: [Value], _ verdict: Verdict) -> GroupEvidence {
        var evidence = GroupEvidence(ledger: stratum.ledger, missing: rule.missing)
        let isWithheld = isWithheld(stratum)
        evidence.sides = comparison.sides.compactMap { side in
            let values = stratum.columns[side.column]
            let figure = isWithheld ? nil : side.value.value(columns).number
            // Of sides that are parts of one group, how many are in each tells as much.
            guard !isWithheld || comparison.compared != nil else { return nil }
            var told = GroupEvidence.Side(
                title: comparison.columns[side.column].title, counted: values.count,
                missing: values.count { $0.released.openCauses != nil || !$0.released.isKnown },
                value: figure.map { .number($0) })
            told.unreadable = values.count { $0.released.isUnreadable }
            return told
        }
        // Records that share what they should not are told by name.
        if comparison.sides.isEmpty, verdict.reason == .beyondLimit {
            evidence.members = stratum.members.prefix(GroupEvidence.memberLimit).map {
                GroupEvidence.Member(record: $0.reference, reason: .beyondLimit)
            }
            evidence.membersLeftOut = max(0, stratum.members.count - GroupEvidence.memberLimit)
        }
        return evidence
    }
}
