import Diagnostics
import JSON
import Plumbline
import Quantities

extension JSONValue {
    /// What a verdict over many records rests on: how they were accounted for, the members that matter, the sides of a
    /// comparison.
    init(_ group: GroupEvidence, of plan: RulePlan, in language: Language) {
        self = [
            "ledger": JSONValue(group.ledger, excludedBy: plan.scopeExpression),
            "passed": .integer(group.passed), "failed": .integer(group.failed), "undecided": .integer(group.undecided),
            "needed_of_undecided": group.neededOfUndecided.map { .integer($0) } ?? .null,
            "missing": .string(group.missing.name),
            "min_measured": .text(group.missing.minMeasured?.description),
            "members": .array(group.members.map { JSONValue($0, of: plan, in: language) }),
            "members_left_out": .integer(group.membersLeftOut),
            "sides": .array(group.sides.map { JSONValue($0, limit: plan.limit, in: language) }),
            "names": .array(group.names.map { JSONValue($0) }),
        ]
    }

    private init(_ member: GroupEvidence.Member, of plan: RulePlan, in language: Language) {
        let limit = plan.memberLimit(of: member.measurement)
        self = [
            "record": JSONValue(member.record), "outcome": .string(member.reason.outcome.rawValue),
            "reason": .string(member.reason.rawValue),
        ]
        let figures = limit.map { FigureText($0, in: language) }
        for (name, value) in Self.figures(member.measurement, figures, unit: limit?.unit) { append(name, value) }
        if !member.unreadable.isEmpty { append("unreadable", .array(member.unreadable.map { JSONValue($0) })) }
        if !member.doubtful.isEmpty { append("doubtful", .array(member.doubtful.map { JSONValue($0) })) }
        if !member.names.isEmpty { append("names", .array(member.names.map { JSONValue($0) })) }
        append("arms", .arms(member.arms, deciding: member.measurement, of: plan, in: language))
    }

    private init(_ names: GroupEvidence.Names) {
        self = ["title": JSONValue(names.title), "names": .strings(names.names), "left_out": .integer(names.leftOut)]
    }

    private init(_ side: GroupEvidence.Side, limit: Limit?, in language: Language) {
        let figures = limit.map { FigureText($0, in: language) }
        self = [
            "title": JSONValue(side.title), "counted": .integer(side.counted), "missing": .integer(side.missing),
            "value": side.value.map { JSONValue($0, figures, unit: limit?.unit) } ?? .null,
        ]
        if side.unreadable > 0 { append("unreadable", .integer(side.unreadable)) }
        if side.duplicates > 0 { append("duplicates", .integer(side.duplicates)) }
    }
}

private extension MissingPolicy {
    /// Which share of the records has to be measured, where the policy asks for one.
    var minMeasured: Number? {
        if case .skip(let share) = self { share } else { nil }
    }
}
