import CEL
import OrderedCollections
import Quantities

/// Counts how many records of each group pass, and holds that against the limit.
struct CoverageJudge {
    let rule: RulePlan
    let coverage: CoveragePlan
    let dataset: Dataset
    let table: HeldTable
    let withholdsSensitive: Bool
    let grouping: Grouping
    /// Who may be missing because a list did not come.
    let awaited: AwaitedMembers
    private let limit: CoverageLimit

    init(
        rule: RulePlan, coverage: CoveragePlan, dataset: Dataset, table: HeldTable, withholdsSensitive: Bool, grouping: Grouping,
        awaited: AwaitedMembers
    ) {
        (self.rule, self.coverage, self.dataset, self.table) = (rule, coverage, dataset, table)
        (self.withholdsSensitive, self.grouping, self.awaited) = (withholdsSensitive, grouping, awaited)
        limit = CoverageLimit(coverage)
    }

    func verdicts(on members: [GroupJudge.Member]) -> [(RecordGroup, GroupJudge.GroupVerdict)] {
        var tallies: OrderedDictionary<RecordGroup, CoverageTally> = [:]
        if coverage.per == nil { tallies[RecordGroup([])] = CoverageTally() }
        var strangers: [GroupEvidence.Member] = []
        var strays = CoverageTally()
        for member in members {
            // Who is out of scope belongs to no group, but where all are one.
            if member.verdict.reason.outcome == .notApplicable, coverage.per != nil { continue }
            let place = grouping.place(of: member.view)
            let group = grouping.group(of: member.view, at: place)
            if group?.isUnknown ?? true { strays.add(member, by: rule) }
            guard let group else { continue }
            // Who refers to no record is in no record's group: a city's own facility in no county's.
            if coverage.perTable != nil, group.isOfNone { continue }
            tallies[group, default: CoverageTally()].add(member, by: rule)
            if group.isUnknown { strangers.append(grouping.stranger(member)) }
        }
        for empty in expectedGroups + awaitedGroups where tallies[empty] == nil { tallies[empty] = CoverageTally() }
        return tallies.map { group, tally in
            var verdict = verdict(on: tally, of: group, strays)
            if group.isUnknown { verdict.evidence.name(strangers) }
            return (group, verdict)
        }
    }
}

private extension CoverageJudge {
    /// The groups that a roster names, so that one without a single record is judged too.
    var expectedGroups: [RecordGroup] {
        guard let name = coverage.perTable, let parent = dataset.table(named: name), parent.isRostered else { return [] }
        let records = parent.rosterRecords.filter { record in
            // Who was sent twice is one all the same.
            guard parent.repeated[record] == nil else { return false }
            guard let level = coverage.perLevel.flatMap({ parent.table.fields.index(forKey: $0) }) else { return true }
            return parent.references[level]?[record] == .record(Int32(record))
        }
        return records.map { RecordGroup([.object(RecordObject(dataset, parent, $0, in: .now))]) }
    }

    /// The groups that are known to have members, if any, of whom nothing came.
    var awaitedGroups: [RecordGroup] { coverage.per == nil ? [] : awaited.groups.filter { coverage.perTable == nil || !$0.isOfNone } }

    /// - Parameter strays: Those of whom it cannot be told which group they are of, so that they may be of this one.
    func verdict(on tally: CoverageTally, of group: RecordGroup, _ strays: CoverageTally) -> GroupJudge.GroupVerdict {
        let span = tally.withStrays(group.isUnknown ? CoverageTally() : strays)
        let judged = group.isUnknown ? tally.error ?? Verdict(.scopeUnknown) : verdict(on: tally, span)
        let known = judged.settled(by: rule.missing, as: .coverageShort)
        let verdict = isOpen(known, span, group) ? Verdict(.listNotSubmitted) : known
        var evidence = tally.evidence(RecordJudge(rule: rule, withholdsSensitive: withholdsSensitive))
        if verdict.reason == .missingDecides { evidence.neededOfUndecided = needed(tally) }
        if verdict.reason == .listNotSubmitted { evidence.begin(with: awaited.owners(of: group)) }
        guard verdict.reason.isDecided else {
            return GroupJudge.GroupVerdict(verdict: verdict, measurement: Measurement(), evidence: evidence)
        }
        let counts = judged.reason == verdict.reason ? figures(tally) : worst(span)
        return GroupJudge.GroupVerdict(verdict: verdict, measurement: measurement(counts, verdict), evidence: evidence)
    }

    /// Whether records of lists that did not come could turn what is known into something else.
    func isOpen(_ known: Verdict, _ span: CoverageSpan, _ group: RecordGroup) -> Bool {
        guard known.reason.isDecided || known.reason == .emptyGroup, awaited.concern(group) else { return false }
        return !limit.stands(known.reason, withAnyMoreThan: span)
    }

    /// How many pass, of how many, by what the rule does with those that could not be decided.
    func figures(_ tally: CoverageTally) -> CoverageSpan.Counts {
        guard rule.missing.isBounded else { return CoverageSpan.Counts(passed: tally.passed, counted: tally.passed + tally.failed) }
        return tally.span.least
    }

    /// The worst that the group could come to, where what was not reported is held against it.
    func worst(_ span: CoverageSpan) -> CoverageSpan.Counts {
        let missed = limit.telling(span).filter { limit.holds($0).reason == .coverageShort }
        func distance(_ counts: CoverageSpan.Counts) -> Number { limit.gap(counts)?.magnitude ?? .zero }
        return missed.max { distance($0) < distance($1) } ?? span.least
    }

    /// Nothing passes vacuously: a floor that nobody reaches is missed all the same, but no ceiling is kept by nobody.
    func verdict(on tally: CoverageTally, _ span: CoverageSpan) -> Verdict {
        if let error = tally.error { return error }
        // What a parameter leaves open is no lack of a record that a policy could make up for.
        let unset = tally.cause.flatMap { $0 < .scopeUnknown ? Verdict($0) : nil }
        if !rule.missing.isBounded, let unset { return unset }
        let verdict = counted(tally, span)
        if verdict.reason == .missingDecides, let unset { return unset }
        guard verdict.reason.isDecided, verdict.reason.outcome == .pass || !dataset.isSupplied(table.table),
              !isKnown(tally)
        else { return verdict }
        return nobody(tally)
    }

    func nobody(_ tally: CoverageTally) -> Verdict { Verdict(tally.cause ?? .emptyGroup) }

    /// Whether anybody is known by whom the limit can be kept.
    func isKnown(_ tally: CoverageTally) -> Bool {
        let measured = tally.passed + tally.failed
        return measured + (rule.missing.isBounded && dataset.isSupplied(table.table) ? tally.undecided : 0) > 0
    }

    func counted(_ tally: CoverageTally, _ span: CoverageSpan) -> Verdict {
        guard case .skip(let least) = rule.missing else { return bounded(tally, span) }
        let measured = tally.passed + tally.failed
        if let least, tally.count > 0, Number(measured) < least * Number(tally.count) { return Verdict(.tooFewMeasured) }
        if coverage.isShare, measured == 0 { return nobody(tally) }
        return limit.holds(CoverageSpan.Counts(passed: tally.passed, counted: measured))
    }

    /// Decided only where it is the same however many of those that are open would pass, and belong to the group.
    func bounded(_ tally: CoverageTally, _ span: CoverageSpan) -> Verdict {
        let all = limit.telling(span)
        guard let first = all.first.map(limit.holds) else { return nobody(tally) }
        guard !all.dropFirst().contains(where: { limit.holds($0).reason != first.reason }) else { return Verdict(.missingDecides) }
        // Of several single values one may lie between the two ends of a share, or none of those that both ends are.
        if coverage.isShare, coverage.gap == nil, all.count > 1, !span.perhaps.isEmpty { return Verdict(.missingDecides) }
        // Of a share whose two ends lie on both sides of a range, what is between may be within it.
        let gaps = first.reason == .coverageShort && !span.perhaps.isEmpty ? all.compactMap(limit.gap) : []
        if gaps.contains(where: { $0 < 0 }), gaps.contains(where: { $0 > 0 }) { return Verdict(.missingDecides) }
        guard span.mayBeEmpty, coverage.isShare || limit.holds(CoverageSpan.Counts(passed: 0, counted: 0)).reason == .coverageMet else { return first }
        return first.reason == .coverageMet ? nobody(tally) : span.perhaps.isEmpty ? first : Verdict(.missingDecides)
    }

    /// How many of the undecided would have to pass for the group to pass; nil where none must.
    func needed(_ tally: CoverageTally) -> Int? {
        let open = tally.undecided + tally.scopeUnknown
        let least = (0...open).first { more in
            limit.holds(CoverageSpan.Counts(passed: tally.passed + more, counted: tally.count)).reason == .coverageMet
        }
        return least == 0 ? nil : least
    }

    func measurement(_ counts: CoverageSpan.Counts, _ verdict: Verdict) -> Measurement {
        Measurement(
            observed: coverage.observed.value(counts).number.map { .number($0) }, gap: limit.gap(counts),
            closings: verdict.reason == .coverageShort
                ? coverage.closings.compactMap { Closing($0.kind, $0.amount.value(counts)) } : [])
    }
}
