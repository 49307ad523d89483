import CEL

/// The members that a group may have beside those that came, because lists of its rule's table did not: how many there are, and
/// what they would come to, nobody knows.
struct AwaitedMembers {
    private let dataset: Dataset
    private let table: String
    private var lists: [MissingList] = []
    /// The places of the lists with records of a group.
    private var ofGroup: [RecordGroup: [Int]] = [:]
    /// Those with records that may be of any group.
    private var ofAny: [Int] = []
    /// The groups that such records are known to be of, in order.
    private(set) var groups: [RecordGroup] = []

    /// - Parameter lists: Those with records of the rule's table that did not come; they matter only to a rule that asks whether what is
    ///   missing could decide. One that names its records looks at no others.
    init(
        _ lists: Deferred<[MissingList]>, of rule: RulePlan, by grouping: Grouping, _ dataset: Dataset, _ circumstances: Circumstances
    ) {
        (self.dataset, table) = (dataset, rule.rule.table)
        guard rule.missing.isBounded, rule.rule.subjects.isEmpty else { return }
        self.lists = lists.value
        for (place, list) in self.lists.enumerated() {
            let found = Self.groups(of: list, rule, grouping, dataset, circumstances)
            if found.contains(.unknown) {
                ofAny.append(place)
                continue
            }
            for group in found {
                if ofGroup[group] == nil { groups.append(group) }
                ofGroup[group, default: []].append(place)
            }
        }
    }

    /// The groups that a list's records may be of; none where the rule would not judge them.
    private static func groups(
        of list: MissingList, _ rule: RulePlan, _ grouping: Grouping, _ dataset: Dataset, _ circumstances: Circumstances
    ) -> [RecordGroup] {
        guard case .records(let records, let place, let field) = list.whose, let table = dataset.tables[place] else { return [.unknown] }
        var found: [RecordGroup] = []
        for record in records {
            let member = ImaginedMember(leadingTo: record, of: table, through: field, in: dataset, circumstances)
            guard let member, member.mayBe(in: rule.scope) else { continue }
            let group = grouping.group(of: member)
            if !found.contains(group) { found.append(group) }
        }
        return found
    }

    /// Whether a group may have such members.
    func concern(_ group: RecordGroup) -> Bool { !ofAny.isEmpty || ofGroup[group] != nil }

    /// Those whose lists leave a group open, or the files that were not read.
    func owners(of group: RecordGroup) -> [GroupEvidence.Member] {
        ((ofGroup[group] ?? []) + ofAny).map { lists[$0] }.map { list in
            switch list.whose {
            case .records(let records, let place, _):
                let owner = dataset.tables[place].flatMap { table in records.first.map { table.reference(to: $0) } }
                return GroupEvidence.Member(record: owner ?? reference(""), reason: list.reason)
            case .nobodys(let file): return GroupEvidence.Member(record: reference(file), reason: list.reason)
            }
        }
    }

    private func reference(_ name: String) -> RecordReference { RecordReference(table: table, key: name, label: nil, address: nil) }
}

extension Grouping {
    /// The group of whatever record leads where the imagined one does.
    func group(of member: ImaginedMember) -> RecordGroup {
        let values = programs.map(member.value)
        return values.allSatisfy(\.isKnown) ? RecordGroup(values) : .unknown
    }
}
