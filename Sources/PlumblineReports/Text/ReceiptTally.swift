import Plumbline

/// Who sent nothing, and who sent no details, gathered while the findings come.
struct ReceiptTally {
    /// Names are kept up to a limit, and told apart up to a higher one. An institution and the group of its people have
    /// one name, and are told once.
    struct Names {
        private static let nameLimit = 200
        private static let countLimit = 20_000

        private var seen: Set<[String?]> = []
        private(set) var records: [RecordReference] = []
        /// How many records there are; of very many, at least so many.
        var count: Int { seen.count }

        /// Those of both, as far as they are kept.
        func union(_ other: Names) -> Names {
            var union = self
            for record in other.records { union.add(record) }
            for name in other.seen where union.seen.count < Self.countLimit { union.seen.insert(name) }
            return union
        }

        mutating func add(_ record: RecordReference) {
            guard seen.count < Self.countLimit, seen.insert([record.key, record.label]).inserted else { return }
            guard records.count < Self.nameLimit else { return }
            var record = record
            record.period = nil
            records.append(record)
        }
    }

    /// By table: records on a roster, or named by a rule, of which no row came.
    private(set) var silent: [String: Names] = [:]
    /// For each rule, by its place, and by the table of those records: the records whose details did not come.
    private(set) var withoutDetails: [Int: [String: Names]] = [:]

    mutating func add(_ finding: Finding) {
        // Of a group those are told whose lists it lacks.
        if finding.group?.members.isEmpty ?? true { add(finding.record, finding.reason, rule: finding.rule) }
        for member in finding.group?.members ?? [] { add(member.record, member.reason, rule: finding.rule) }
    }

    private mutating func add(_ record: RecordReference, _ reason: Reason, rule: Int) {
        switch reason {
        case .noRecord: silent[record.table, default: Names()].add(record)
        case .listNotSubmitted: withoutDetails[rule, default: [:]][record.table, default: Names()].add(record)
        default: break
        }
    }
}
