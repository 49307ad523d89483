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
    /// Under what the period's records are judged.
    let circumstances: Circumstances

    func verdicts(on members: [GroupJudge.Member]) -> [(RecordGroup, GroupJudge.GroupVerdict)] {
        var strata: OrderedDictionary<RecordGroup, Stratum> = [:]
        var strangers: [GroupEvidence.Member] = []
        let expected = expectedGroups
        var seen: Set<RecordGroup> = []
        for member in members {
            let isOut = member.verdict.reason.outcome == .notApplicable
            guard !isOut || !expected.isEmpty, let group = grouping.group(of: member.view) else { continue }
            seen.insert(group)
            if isOut { continue }
            strata[group, default: Stratum(columns: comparison.columns.count)].add(member, to: comparison)
            if group.isUnknown { strangers.append(grouping.stranger(member)) }
        }
        let found = strata.map { group, stratum in
            var verdict = verdict(on: stratum, of: group)
            if group.isUnknown { verdict.evidence.name(strangers) }
            return (group, verdict)
        }
        return found + expected.filter { !seen.contains($0.group) }.map { ($0.group, verdict(onNobody: $0.reason)) }
    }
}

private extension ComparisonJudge {
    /// What a group's records contribute.
    struct Stratum {
        /// The values of each column; an unknown one stays among them.
        var columns: [[Value]]
        var ledger = Ledger()
        /// The first reason for which a record's place or scope could not be told.
        var cause: Reason?
        var error: Verdict?
        /// The records themselves, for a comparison that has no sides to show in their place.
        var members: [RecordView] = []

        /// Whether of nobody it is known that they belong to the group.
        var isEmpty: Bool { columns.allSatisfy(\.isEmpty) }

        init(columns: Int) { self.columns = Array(repeating: [], count: columns) }

        mutating func add(_ member: GroupJudge.Member, to comparison: ComparisonPlan) {
            ledger.add(member.verdict.reason)
            guard member.verdict.reason == .conditionTrue else {
                if member.verdict.reason.outcome == .error { error = error ?? member.verdict }
                return cause = min(cause ?? .coverageMet, member.verdict.reason)
            }
            if comparison.sides.isEmpty { members.append(member.view) }
            for (place, column) in comparison.columns.enumerated() {
                switch column.filter.map(member.view.decision) ?? .bool(true) {
                case .bool(true): columns[place].append(member.view.asOneOfMany.value(of: column.value).held)
                case .bool(false): break
                case .unknown(let causes): cause = min(cause ?? .coverageMet, Verdict.reason(of: causes))
                default: error = error ?? Verdict(.ruleError)
                }
            }
        }
    }

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
        guard let scope = rule.scope, let text = comparison.strataTexts.first,
              let member = ImaginedMember(text, leadingTo: owner, circumstances)
        else { return true }
        if case .bool(false) = member.value(of: scope) { return false }
        return true
    }

    /// Why there may be no row of a group; nil where the group is known to have nobody.
    func absence(of record: Int, in parent: HeldTable) -> Reason? {
        if parent.isUnsent(record) { return .noRecord }
        let owners = table.table.entityFields.compactMap { name -> String? in
            if case .reference(let owner)? = table.table.fields[name]?.type { owner } else { nil }
        }
        let lists = parent.lists.filter { $0.value.list.table == table.table.name || owners.contains($0.value.list.table) }
        let reasons = lists.keys.compactMap { name -> Reason? in
            guard case .unknown(let causes)? = dataset.value(of: name, record, of: parent, ranges: .none, in: Moment(circumstances.period, registerDay: circumstances.registerDay)) else { return nil }
            return Verdict.reason(of: causes)
        }
        return lists.isEmpty ? .listNotSubmitted : reasons.min()
    }

    func verdict(onNobody reason: Reason) -> GroupJudge.GroupVerdict {
        GroupJudge.GroupVerdict(
            verdict: Verdict(reason), measurement: Measurement(), evidence: GroupEvidence(missing: rule.missing))
    }

    func verdict(on stratum: Stratum, of group: RecordGroup) -> GroupJudge.GroupVerdict {
        let columns = stratum.columns.map { Value.list($0) }
        let verdict = group.isUnknown
            ? Verdict(stratum.cause ?? .scopeUnknown) : verdict(on: stratum, columns).settled(by: rule.missing, as: .beyondLimit)
        return GroupJudge.GroupVerdict(
            verdict: verdict, measurement: measurement(stratum, columns, verdict), evidence: evidence(stratum, columns, verdict))
    }

    func verdict(on stratum: Stratum, _ columns: [Value]) -> Verdict {
        if let error = stratum.error { return error }
        // Somebody may belong to the group of whom it cannot be told; the measured stand for all only where they may.
        if let cause = stratum.cause, rule.missing.isBounded || stratum.isEmpty && comparison.tested == nil { return Verdict(cause) }
        if let tested = comparison.tested, stratum.columns[tested].isEmpty { return Verdict(.noTestedGroup) }
        if let compared = comparison.compared, stratum.columns[compared].isEmpty { return Verdict(.emptyGroup) }
        let sides = [comparison.tested, comparison.compared].compactMap(\.self)
        if sides.contains(where: { stratum.columns[$0].count < comparison.minGroup }) { return Verdict(.groupTooSmall) }
        return Verdict(comparison.verdict.value(columns), ifTrue: .withinLimit, ifFalse: .beyondLimit)
    }

    /// The tested side's figure is nobody's by itself unless one person is all of it.
    func isWithheld(_ stratum: Stratum) -> Bool {
        guard withholdsSensitive, comparison.columns.contains(where: \.value.isSensitive) else { return false }
        return comparison.showsSingleRecord || [comparison.tested, comparison.compared].contains { side in
            side.map { stratum.columns[$0].count == 1 } ?? false
        }
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
            return WorstEnd(of: interval, gap: comparison.gap?.value(columns), beyond: sign, limit.map { [$0] } ?? []).measurement(limit)
        }
        return Measurement(
            observed: observed.map { value in value.number.map { .number($0) } ?? .text(value.text) },
            gap: comparison.gap?.value(columns).number, limit: limit,
            closings: verdict.reason == .beyondLimit
                ? comparison.closings.compactMap { Closing($0.kind, $0.amount.value(columns)) } : [])
    }

    func evidence(_ stratum: Stratum, _ columns: [Value], _ verdict: Verdict) -> GroupEvidence {
        var evidence = GroupEvidence(ledger: stratum.ledger, missing: rule.missing)
        let isWithheld = isWithheld(stratum)
        evidence.sides = comparison.sides.compactMap { side in
            let values = stratum.columns[side.column]
            let figure = isWithheld ? nil : side.value.value(columns).number
            // Of sides that are parts of one group, how many are in each tells as much.
            guard !isWithheld || comparison.tested != nil else { return nil }
            return GroupEvidence.Side(
                title: comparison.columns[side.column].title, counted: values.count,
                missing: values.count { !$0.released.isKnown || $0.released.interval != nil },
                value: figure.map { .number($0) })
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
