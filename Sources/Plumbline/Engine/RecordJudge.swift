import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// Judges one record by one rule, and says what it found.
struct RecordJudge {
    let rule: RulePlan
    /// Whether figures and messages that would tell a sensitive cell are left out of findings.
    let withholdsSensitive: Bool

    func verdict(on record: RecordView, _ names: NamedRecords) -> Verdict {
        (names.isEmpty ? nil : names.verdict(on: record.names)) ?? Verdict(of: rule, on: record)
    }

    /// The figures of a verdict that was made; none where nothing was decided.
    ///
    /// - Parameter reason: What the record comes to by the rule itself, whether it is due or not.
    func measurement(_ record: RecordView, _ reason: Reason) -> Measurement {
        guard reason.isDecided else { return Measurement() }
        if let arms = rule.arms { return measurement(of: arms, record) }
        guard let observed = rule.observed else { return Measurement() }
        if isWithheld(record) { return Measurement(isMasked: true) }
        if rule.missing == .against, Verdict(judgedBy: rule, on: record).isHeldAgainst(.against) {
            return worst(of: observed, record)
        }
        return known(observed, record, reason)
    }

    /// The cells that a verdict rests on.
    func evidence(_ record: RecordView, _ verdict: Verdict) -> [Evidence] {
        if let arms = rule.arms, !verdict.isOfScope { return evidence(of: arms, record) }
        let program = verdict.isOfScope ? rule.scope : rule.basis
        return (program.map(record.evidence) ?? []) + otherPeriods(record, verdict)
            + (verdict.isOfScope ? [] : record.evidence(of: rule.figures)) + doubtfulCells(record, verdict)
    }

    /// The cells of the record's other periods: what was observed then, and what the limit is made from.
    private func otherPeriods(_ record: RecordView, _ verdict: Verdict) -> [Evidence] {
        let programs = verdict.isOfScope ? [rule.scope] : [rule.basis, rule.verdict]
        let cells = OrderedSet(programs.compactMap(\.self).flatMap(\.otherPeriods))
        guard !cells.isEmpty else { return [] }
        var stated: (period: CalendarPeriod, field: String)?
        if let baseline = rule.baseline, baseline.stated != nil { stated = (baseline.period, rule.expression) }
        return record.otherPeriods(in: Array(cells), stated: stated)
    }

    /// The lists that a verdict rests on, each with how many records it has, and those records by name that decide it.
    func group(_ record: RecordView, _ verdict: Verdict) -> GroupEvidence? {
        if !verdict.isOfScope, let arm = decidingArm(on: record) { return arm.judge.group(record, arm.verdict) }
        guard let program = verdict.isOfScope ? rule.scope : rule.basis else { return nil }
        let compared = compared(record, verdict)
        let lacking = verdict.isOfScope ? [] : lackingValues(record, verdict)
        guard !program.lists.isEmpty || compared != nil || !lacking.isEmpty else { return nil }
        var group = compared ?? GroupEvidence(missing: rule.missing)
        group.names += lacking
        if group.sides.isEmpty { group.sides = program.lists.compactMap { record.side(ofList: $0) } }
        var members = verdict.isOfScope ? [] : deciding(record, verdict)
        members += doubtfulMembers(record, verdict).filter { doubtful in !members.contains { $0.record == doubtful.record } }
        group.members = Array(members.prefix(GroupEvidence.memberLimit))
        group.membersLeftOut = members.count - group.members.count
        return group.sides.isEmpty && group.names.isEmpty && members.isEmpty ? nil : group
    }

    /// The figures that the target compares, and the names that it tells; nil where it has neither.
    private func compared(_ record: RecordView, _ verdict: Verdict) -> GroupEvidence? {
        guard !verdict.isOfScope, !rule.telling.sides.isEmpty || !rule.telling.names.isEmpty else { return nil }
        var group = GroupEvidence(missing: rule.missing)
        let isWithheld = isWithheld(record)
        group.sides = rule.telling.sides.compactMap { side in
            guard let tally = tally(of: side, record) else { return nil }
            let value = isWithheld ? nil : record.value(of: side.value).number.map { Measurement.Observed.number($0) }
            // Of a single value there is nothing to say but the value.
            if side.list == nil, value == nil { return nil }
            var told = GroupEvidence.Side(
                title: side.title, counted: tally.counted, missing: tally.missing, value: value)
            told.unreadable = tally.unreadable
            return told
        }
        guard !isWithheld, verdict.reason.outcome == .fail || verdict.reason.outcome == .notMeasured else { return group }
        group.names = setNames(record, upTo: GroupEvidence.memberLimit)
        return group
    }

    /// How many values a side is made of, and how many of them are missing; nil where its list is not known.
    private func tally(of side: RulePlan.Side, _ record: RecordView) -> ValueTally? {
        if let peers = side.peers { return record.tally(of: peers) }
        guard let list = side.list else { return ValueTally(counted: 1) }
        return record.value(of: list).elements.map(ValueTally.init)
    }

    /// The records of the rule's list that make it fail, or leave it open: too many that meet its condition, or all
    /// that do not.
    private func deciding(_ record: RecordView, _ verdict: Verdict) -> [GroupEvidence.Member] {
        guard let marked = rule.telling.marked, verdict.reason.outcome == .fail || verdict.reason == .missingDecides,
              case .list(let records) = record.value(of: marked.records),
              case .list(let marks) = record.value(of: marked.marks), records.count == marks.count
        else { return [] }
        let gap = rule.telling.gap.map(record.value)
        let isTooMuch = gap?.number.map { $0 > 0 } ?? (gap?.interval != nil && ["≤", "<"].contains(rule.limit?.sign))
        return zip(records, marks).compactMap { element, mark in
            guard let reason = reason(of: marked.mark(mark), verdict, isTooMuch: isTooMuch),
                  case .object(let object) = element.undoubted, let member = object as? RecordObject, let table = member.table
            else { return nil }
            return GroupEvidence.Member(record: table.reference(to: member.record), reason: reason)
                .naming(marked.marks.uses[table.table.name].sorted().map { field in
                    RecordView.evidence(CellWalk.Place(table: table, record: member.record, field: field, path: [table.table.fields.keys[field]]))
                })
        }
    }

    /// Why an element of the list is told; nil for one that is not.
    private func reason(of mark: Value, _ verdict: Verdict, isTooMuch: Bool) -> Reason? {
        switch (mark, verdict.reason.outcome) {
        case (.bool(true), .fail): isTooMuch ? .conditionTrue : nil
        case (.bool(false), .fail): isTooMuch ? nil : .conditionFalse
        case (.unknown(let causes), .notMeasured): Verdict.reason(of: causes)
        case (.unknown(let causes), .fail) where rule.missing == .against: Verdict.reason(of: causes)
        default: nil
        }
    }

    /// What went wrong, for an error whose wording tells no sensitive cell.
    func fault(_ record: RecordView, _ verdict: Verdict) -> Localized? {
        if verdict.fault == nil { return nil }
        if !verdict.isOfScope, let arm = decidingArm(on: record) { return arm.judge.fault(record, arm.verdict) }
        let programs = verdict.isOfScope ? [rule.scope].compactMap(\.self) : rule.programs
        return withholdsSensitive && programs.contains(where: record.looksAtSensitive) ? nil : verdict.fault
    }

    /// The contradictions of what the rule observes, in each of its arms where it has some.
    func contradictions(_ record: RecordView, _ verdict: Verdict) -> [DataProblem] {
        guard let arms = rule.arms, !verdict.isOfScope else { return [contradiction(record, verdict)].compactMap(\.self) }
        return judged(arms, record).compactMap { $0.judge.contradiction(record, $0.verdict) }
    }

    /// A part that is more than its whole makes a share that no reader should trust.
    private func contradiction(_ record: RecordView, _ verdict: Verdict) -> DataProblem? {
        guard verdict.reason.isDecided, let share = rule.telling.share, !isWithheld(record),
              let part = record.value(of: share.numerator).number, let whole = record.value(of: share.denominator).number,
              part > whole, let address = record.reference.address
        else { return nil }
        return .partExceedsWhole(
            table: record.table.name, at: address,
            part: "\(share.texts.part) (\(part))", whole: "\(share.texts.whole) (\(whole))")
    }
}

extension RecordJudge {
    func isWithheld(_ record: RecordView) -> Bool {
        withholdsSensitive && rule.told.contains(where: record.tellsSensitive)
    }

    func closings(_ record: RecordView) -> [Closing] {
        rule.telling.closings.compactMap { Closing($0.kind, record.value(of: $0.amount)) }
    }
}

extension Closing {
    /// A closing of the amount that an expression gave; nil where it gave none.
    init?(_ kind: Kind, _ value: Value) {
        switch value {
        case .null: self.init(kind: kind, amount: .impossible)
        default:
            guard let number = value.number else { return nil }
            self.init(kind: kind, amount: .smallest(number))
        }
    }
}

private extension Value {
    /// The elements of a list, unknown ones as such; nil for everything else.
    var elements: [Value]? {
        if case .list(let elements) = self { elements.map(\.released) } else { nil }
    }
}

extension Reason {
    /// Whether the record passes or fails.
    var isDecided: Bool { outcome == .pass || outcome == .fail }
}

private extension RecordView {
    func side(ofList name: String) -> GroupEvidence.Side? {
        guard case .held(let dataset, let table, let record) = source, let list = table.lists[name] else { return nil }
        // Of rows that may be anybody's nobody knows how many are the record's.
        if dataset.lost(list, of: record, in: table) != nil { return nil }
        let child = dataset.plan.vocabulary.tables[list.list.table]
        var side = GroupEvidence.Side(
            title: child?.title ?? Localized(same: name), counted: dataset.memberCount(of: list, of: record, in: table.moment(of: record, seenIn: moment)), missing: 0, value: nil)
        side.duplicates = dataset.duplicateCount(in: list, of: record)
        return side
    }
}
