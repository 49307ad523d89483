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

    func verdicts(on members: [GroupJudge.Member]) -> [(RecordGroup, GroupJudge.GroupVerdict)] {
        var tallies: OrderedDictionary<RecordGroup, CoverageTally> = [:]
        if coverage.per == nil { tallies[RecordGroup([])] = CoverageTally() }
        var strangers: [GroupEvidence.Member] = []
        for member in members {
            // Who is out of scope belongs to no group, but where all are one.
            if member.verdict.reason.outcome == .notApplicable, coverage.per != nil { continue }
            guard let group = grouping.group(of: member.view) else { continue }
            // Who refers to no record is in no record's group: a city's own facility in no county's.
            if coverage.perTable != nil, group.isOfNone { continue }
            tallies[group, default: CoverageTally()].add(member)
            if group.isUnknown { strangers.append(grouping.stranger(member)) }
        }
        for empty in expectedGroups where tallies[empty] == nil { tallies[empty] = CoverageTally() }
        let strays = tallies[.unknown] ?? CoverageTally()
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
            guard let level = coverage.perLevel.flatMap({ parent.table.fields.index(forKey: $0) }) else { return true }
            return parent.references[level]?[record] == .record(Int32(record))
        }
        return records.map { RecordGroup([.object(RecordObject(dataset, parent, $0, in: .now))]) }
    }

    /// - Parameter strays: Those of whom it cannot be told which group they are of, so that they may be of this one.
    func verdict(on tally: CoverageTally, of group: RecordGroup, _ strays: CoverageTally) -> GroupJudge.GroupVerdict {
        let verdict = group.isUnknown ? Verdict(.scopeUnknown) : verdict(on: tally, strays)
        var evidence = tally.evidence(RecordJudge(rule: rule, withholdsSensitive: withholdsSensitive))
        if verdict.reason == .missingDecides { evidence.neededOfUndecided = needed(tally) }
        let isCounted = verdict.reason.isDecided
        let figures = figures(tally)
        return GroupJudge.GroupVerdict(
            verdict: verdict, measurement: isCounted ? measurement(figures, verdict) : Measurement(), evidence: evidence)
    }

    /// How many pass, of how many, by what the rule does with those that could not be decided.
    func figures(_ tally: CoverageTally) -> (passed: Int, counted: Int) {
        switch rule.missing {
        case .skip: (tally.passed, tally.passed + tally.failed)
        case .bounds, .against: (tally.passed, tally.passed + tally.failed + tally.undecided + tally.scopeUnknown)
        }
    }

    /// Nothing passes vacuously: a floor that nobody reaches is missed all the same, but no ceiling is kept by nobody.
    func verdict(on tally: CoverageTally, _ strays: CoverageTally) -> Verdict {
        if let error = tally.error { return error }
        // What a parameter leaves open is no lack of a record that a policy could make up for.
        if rule.missing != .bounds, let cause = tally.cause, cause < .scopeUnknown { return Verdict(cause) }
        let verdict = counted(tally, strays)
        if verdict.reason == .missingDecides, let cause = tally.cause, cause < .scopeUnknown { return Verdict(cause) }
        guard verdict.reason.isDecided, verdict.reason.outcome == .pass || !dataset.isSupplied(table.table),
              !isKnown(tally)
        else { return verdict }
        return Verdict(tally.cause ?? .emptyGroup)
    }

    /// Whether anybody is known by whom the limit can be kept.
    func isKnown(_ tally: CoverageTally) -> Bool {
        let measured = tally.passed + tally.failed
        return switch rule.missing {
        case .skip: measured > 0
        case .bounds: measured + (dataset.isSupplied(table.table) ? tally.undecided : 0) > 0
        // Of whom nothing came does not meet it.
        case .against: measured + tally.undecided > 0
        }
    }

    func counted(_ tally: CoverageTally, _ strays: CoverageTally) -> Verdict {
        let counted = tally.count
        switch rule.missing {
        case .skip(let least):
            let measured = tally.passed + tally.failed
            if let least, counted > 0, Number(measured) < least * Number(counted) { return Verdict(.tooFewMeasured) }
            if coverage.isShare, measured == 0 { return Verdict(tally.cause ?? .emptyGroup) }
            return holds(tally.passed, measured)
        case .against:
            return coverage.isShare && counted == 0 ? Verdict(.emptyGroup) : holds(tally.passed, counted)
        case .bounds:
            if coverage.isShare, counted == 0 { return Verdict(.emptyGroup) }
            let verdict = bounded(tally)
            return canChange(verdict, tally, strays) ? Verdict(.missingDecides) : verdict
        }
    }

    func holds(_ passed: Int, _ counted: Int) -> Verdict {
        Verdict(coverage.verdict.value(passed: passed, counted: counted), ifTrue: .coverageMet, ifFalse: .coverageShort)
    }

    /// Decided only where it is the same however many of the undecided would pass.
    ///
    /// - Complexity: O(undecided), for limits with two ends can be met between what both extremes miss.
    func bounded(_ tally: CoverageTally) -> Verdict {
        let open = tally.undecided + tally.scopeUnknown
        let counted = tally.passed + tally.failed + open
        let none = holds(tally.passed, counted)
        let isOpen = (0...open).reversed().contains { holds(tally.passed + $0, counted).reason != none.reason }
        return isOpen ? Verdict(.missingDecides) : none
    }

    /// Whether those could change a verdict of whom it is open that they are to be counted at all: the group's own whose
    /// scope is not known, and the strays.
    func canChange(_ verdict: Verdict, _ tally: CoverageTally, _ strays: CoverageTally) -> Bool {
        guard verdict.reason.isDecided, tally.scopeUnknown + strays.count > 0 else { return false }
        let own = tally.count
        let open = strays.undecided + strays.scopeUnknown
        // As few as can be that pass, of as many as can be; then as many as can be.
        let ends = [
            (passed: tally.passed, counted: own + strays.failed + open),
            (passed: own - tally.failed + strays.passed + open, counted: own + strays.passed + open),
        ]
        if ends.contains(where: { holds($0.passed, $0.counted).reason != verdict.reason }) { return true }
        let gaps = ends.compactMap { coverage.gap?.value(passed: $0.passed, counted: $0.counted).number }
        // Too few on the one side and too many on the other: what meets the limit may lie between.
        return gaps.count == 2 && min(gaps[0], gaps[1]) < 0 && max(gaps[0], gaps[1]) > 0
    }

    /// How many of the undecided would have to pass for the group to pass; nil where none must.
    func needed(_ tally: CoverageTally) -> Int? {
        let open = tally.undecided + tally.scopeUnknown
        let counted = tally.passed + tally.failed + open
        let least = (0...open).first { holds(tally.passed + $0, counted).reason == .coverageMet }
        return least == 0 ? nil : least
    }

    func measurement(_ figures: (passed: Int, counted: Int), _ verdict: Verdict) -> Measurement {
        let (passed, counted) = figures
        return Measurement(
            observed: coverage.observed.value(passed: passed, counted: counted).number.map { .number($0) },
            gap: coverage.gap?.value(passed: passed, counted: counted).number,
            closings: verdict.reason == .coverageShort
                ? coverage.closings.compactMap { Closing($0.kind, $0.amount.value(passed: passed, counted: counted)) } : [])
    }
}

/// How the records of a group were accounted for.
struct CoverageTally {
    private(set) var passed = 0
    private(set) var failed = 0
    /// In scope, and not measured.
    private(set) var undecided = 0
    private(set) var scopeUnknown = 0
    /// The first error on a record.
    private(set) var error: Verdict?
    /// The first reason, in their order, for which a record was not measured.
    private(set) var cause: Reason?
    /// How many of them are, or may be, in scope.
    var count: Int { passed + failed + undecided + scopeUnknown }
    private var ledger = Ledger()
    private var short: [GroupJudge.Member] = []
    private var open: [GroupJudge.Member] = []

    mutating func add(_ member: GroupJudge.Member) {
        let reason = member.verdict.reason
        ledger.add(reason)
        switch reason.outcome {
        case .pass: passed += 1
        case .fail:
            failed += 1
            short.append(member)
        case .error: if error == nil { error = member.verdict }
        case .notApplicable: break
        default:
            if member.verdict.isOfScope { scopeUnknown += 1 } else { undecided += 1 }
            cause = cause.map { min($0, reason) } ?? reason
            open.append(member)
        }
    }

    /// Those that fall short by name, worst first, then those that could not be decided.
    func evidence(_ judge: RecordJudge) -> GroupEvidence {
        let judged = short.map { (member: $0, gap: judge.shortfall(judge.measurement($0.view, $0.verdict.reason))) }
        let worst = judged.enumerated().sorted { ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset) }.map(\.element.member)
        let members = worst + open
        return GroupEvidence(
            ledger: ledger,
            members: members.prefix(GroupEvidence.memberLimit).map {
                GroupEvidence.Member(
                    record: $0.view.reference, reason: $0.verdict.reason,
                    measurement: judge.measurement($0.view, $0.verdict.reason), arms: judge.arms($0.view, $0.verdict))
            },
            membersLeftOut: max(0, members.count - GroupEvidence.memberLimit), passed: passed, failed: failed,
            undecided: undecided + scopeUnknown, missing: judge.rule.missing)
    }
}
