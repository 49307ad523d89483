import CEL

/// Finds out which group a record belongs to.
struct Grouping {
    /// What records of one group agree in; none where all are one group.
    let programs: [FieldProgram]
    /// The periods that are judged.
    let periods: [CalendarPeriod?]

    /// What a record has in common with others of its group, as far as it is known.
    func place(of view: RecordView) -> [Value] { programs.map(view.value) }

    /// A record's group.
    ///
    /// - Parameter place: What the record has in common with others of its group.
    /// - Returns: nil for what has no row in the period, and of which a row of another period tells already that it
    ///   cannot be said where it belongs.
    func group(of view: RecordView, at place: [Value]) -> RecordGroup? {
        if place.allSatisfy(\.isKnown) { return RecordGroup(place) }
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
