import CEL

/// The members that a group may have beside those that came, because lists of its rule's table did not: how many there are, and
/// what they would come to, nobody knows.
struct AwaitedMembers {
    /// Those of one list.
    private struct Awaited {
        /// The record whose list it is, or the file that was not read, as findings call it.
        let owner: RecordReference
        let reason: Reason
        /// The group of all of them; unknown where they may be of any.
        let group: RecordGroup
    }

    private let all: [Awaited]

    init() { all = [] }

    /// - Parameter lists: Those with records of the rule's table that did not come.
    init(_ lists: [MissingList], of rule: RulePlan, by grouping: Grouping, _ dataset: Dataset, _ circumstances: Circumstances) {
        // A rule that names its records looks at no others.
        let lists = rule.rule.subjects.isEmpty ? lists : []
        all = lists.compactMap { list in
            switch list.whose {
            case .nobodys(let file):
                let owner = RecordReference(table: rule.rule.table, key: file, label: nil, address: nil)
                return Awaited(owner: owner, reason: list.reason, group: .unknown)
            case .record(let record, let place, let field):
                guard let table = dataset.tables[place],
                      let group = Self.group(of: table, record, through: field, rule, grouping, dataset, circumstances)
                else { return nil }
                return Awaited(owner: table.reference(to: record), reason: list.reason, group: group)
            }
        }
    }

    /// The group of whatever leads to a record through a field; nil where the rule does not judge that.
    private static func group(
        of table: HeldTable, _ record: Int, through field: String, _ rule: RulePlan, _ grouping: Grouping, _ dataset: Dataset,
        _ circumstances: Circumstances
    ) -> RecordGroup? {
        let moment = Moment(circumstances.period, registerDay: circumstances.registerDay)
        let owner = Value.object(RecordObject(dataset, table, record, in: moment))
        guard let member = ImaginedMember(field, leadingTo: owner, circumstances) else { return nil }
        if let scope = rule.scope, case .bool(false) = member.value(of: scope) { return nil }
        return grouping.group(of: member)
    }

    /// Whether a group may have such members.
    func concern(_ group: RecordGroup) -> Bool { all.contains { $0.group.isUnknown || $0.group == group } }

    /// Those whose lists leave a group open.
    func owners(of group: RecordGroup) -> [GroupEvidence.Member] {
        all.filter { $0.group.isUnknown || $0.group == group }.map { GroupEvidence.Member(record: $0.owner, reason: $0.reason) }
    }
}

extension Grouping {
    /// The group of whatever record leads where the imagined one does.
    func group(of member: ImaginedMember) -> RecordGroup {
        let values = programs.map(member.value)
        return values.allSatisfy(\.isKnown) ? RecordGroup(values) : .unknown
    }
}
