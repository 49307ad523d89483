import CEL

/// Finds out which group a record belongs to.
struct Grouping {
    /// What records of one group agree in; none where all are one group.
    let programs: [FieldProgram]
    /// The periods that are judged.
    let periods: [CalendarPeriod?]

    /// A record's group.
    ///
    /// - Returns: nil for what has no row in the period, and of which a row of another period tells already that it
    ///   cannot be said where it belongs.
    func group(of view: RecordView) -> RecordGroup? {
        let values = programs.map(view.value)
        if values.allSatisfy(\.isKnown) { return RecordGroup(values) }
        guard case .absent(let dataset, let table, let entity, _) = view.source else { return .unknown }
        let isTold = entity.records.contains { record in
            guard periods.contains(table.periods[record]) else { return false }
            var circumstances = view.circumstances
            circumstances.period = table.periods[record]
            let row = RecordView(.held(dataset, table, record), circumstances)
            return !programs.map(row.value).allSatisfy(\.isKnown)
        }
        return isTold ? nil : .unknown
    }

    /// Why it cannot be told which group a record belongs to, as a member of the group of such records.
    func stranger(_ member: GroupJudge.Member) -> GroupEvidence.Member {
        let causes = programs.lazy.compactMap { program -> Reason? in
            if case .unknown(let causes) = member.view.value(of: program) { Verdict.reason(of: causes) } else { nil }
        }
        return GroupEvidence.Member(record: member.view.reference, reason: causes.min() ?? member.verdict.reason)
            .naming(programs.flatMap(member.view.evidence))
    }
}

extension GroupEvidence {
    /// Puts those first who explain the verdict.
    mutating func begin(with others: [Member]) {
        let all = others + members
        membersLeftOut += max(0, all.count - Self.memberLimit)
        members = Array(all.prefix(Self.memberLimit))
    }

    /// Names those of which it cannot be told which group they belong to.
    ///
    /// - Parameter strangers: Made one by one: no more are named than anybody reads.
    mutating func name(_ strangers: some Collection<Member>) {
        members = Array(strangers.prefix(Self.memberLimit))
        membersLeftOut = max(0, strangers.count - Self.memberLimit)
    }
}
