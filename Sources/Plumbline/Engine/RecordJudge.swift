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
        (names.isEmpty ? nil : names.verdict(on: record.reference)) ?? Verdict(of: rule, on: record)
    }

    /// The figures of a verdict that was made; none where nothing was decided.
    ///
    /// - Parameter reason: What the record comes to by the rule itself, whether it is due or not.
    func measurement(_ record: RecordView, _ reason: Reason) -> Measurement {
        guard reason.isDecided, let observed = rule.observed else { return Measurement() }
        if isWithheld(record) { return Measurement(isMasked: true) }
        let value = record.value(of: observed)
        // What is held against a record because it was not reported has no figure.
        if case .unknown = value { return Measurement() }
        return Measurement(
            observed: value.number.map { .number($0) } ?? .text(value.text),
            gap: rule.gap.flatMap { record.value(of: $0).number },
            limit: rule.limitValue.flatMap { record.value(of: $0).number },
            closings: reason == .beyondLimit ? closings(record) : [])
    }

    /// The cells that a verdict rests on.
    func evidence(_ record: RecordView, _ verdict: Verdict) -> [Evidence] {
        let program = verdict.isOfScope ? rule.scope : rule.basis
        return program.map(record.evidence) ?? []
    }

    /// The lists that a verdict rests on, each with how many records it has, and those records by name that decide it.
    func group(_ record: RecordView, _ verdict: Verdict) -> GroupEvidence? {
        guard let program = verdict.isOfScope ? rule.scope : rule.basis, !program.lists.isEmpty else { return nil }
        var group = GroupEvidence(missing: rule.missing)
        group.sides = program.lists.compactMap { record.side(ofList: $0) }
        let members = verdict.isOfScope ? [] : deciding(record, verdict)
        group.members = Array(members.prefix(GroupEvidence.memberLimit))
        group.membersLeftOut = members.count - group.members.count
        return group.sides.isEmpty && members.isEmpty ? nil : group
    }

    /// The records of the rule's list that make it fail, or leave it open: too many that meet its condition, or all
    /// that do not.
    private func deciding(_ record: RecordView, _ verdict: Verdict) -> [GroupEvidence.Member] {
        guard let marked = rule.marked, verdict.reason.outcome == .fail || verdict.reason == .missingDecides,
              case .list(let records) = record.value(of: marked.records),
              case .list(let marks) = record.value(of: marked.marks), records.count == marks.count
        else { return [] }
        let isTooMuch = rule.gap.flatMap { record.value(of: $0).number }.map { $0 > 0 } ?? false
        return zip(records, marks).compactMap { element, mark in
            guard let reason = Self.reason(of: mark.released, verdict, isTooMuch: isTooMuch),
                  case .object(let object) = element, let member = object as? RecordObject, let table = member.table
            else { return nil }
            return GroupEvidence.Member(record: table.reference(to: member.record), reason: reason)
        }
    }

    /// Why an element of the list is told; nil for one that is not.
    private static func reason(of mark: Value, _ verdict: Verdict, isTooMuch: Bool) -> Reason? {
        switch (mark, verdict.reason.outcome) {
        case (.bool(true), .fail): isTooMuch ? .conditionTrue : nil
        case (.bool(false), .fail): isTooMuch ? nil : .conditionFalse
        case (.unknown(let causes), .notMeasured): Verdict.reason(of: causes)
        default: nil
        }
    }

    /// What went wrong, for an error whose wording tells no sensitive cell.
    func fault(_ record: RecordView, _ verdict: Verdict) -> Localized? {
        let program = verdict.isOfScope ? rule.scope : rule.basis
        return withholdsSensitive && program.map(record.tellsSensitive) ?? false ? nil : verdict.fault
    }

    /// A part that is more than its whole makes a share that no reader should trust.
    func contradiction(_ record: RecordView, _ verdict: Verdict) -> DataProblem? {
        guard let share = rule.share, verdict.reason.isDecided, !isWithheld(record),
              let part = record.value(of: share.numerator).number, let whole = record.value(of: share.denominator).number,
              part > whole, let address = record.reference.address
        else { return nil }
        return .partExceedsWhole(
            table: record.table.name, at: address,
            part: "\(share.texts.part) (\(part))", whole: "\(share.texts.whole) (\(whole))")
    }
}

private extension RecordJudge {
    func isWithheld(_ record: RecordView) -> Bool {
        withholdsSensitive && (rule.basis.map(record.tellsSensitive) ?? false)
    }

    func closings(_ record: RecordView) -> [Closing] {
        rule.closings.compactMap { Closing($0.kind, record.value(of: $0.amount)) }
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

extension Reason {
    /// Whether the record passes or fails.
    var isDecided: Bool { outcome == .pass || outcome == .fail }
}

private extension RecordView {
    func side(ofList name: String) -> GroupEvidence.Side? {
        guard case .held(let dataset, let table, let record) = source, let list = table.lists[name] else { return nil }
        let child = dataset.plan.vocabulary.tables[list.list.table]
        return GroupEvidence.Side(
            title: child?.title ?? Localized(same: name), counted: dataset.memberCount(of: list, of: record, in: table.moment(of: record, seenIn: moment)), missing: 0, value: nil)
    }
}
