extension TableJudge {
    /// What a finding is about: a record, or an entity with a row a period.
    enum Subject {
        case record(Int)
        case entity(HeldTable.Entity)

        var records: [Int] {
            switch self {
            case .record(let record): [record]
            case .entity(let entity): entity.records
            }
        }

        /// The entity; nil for a record of a table whose key has no period.
        var entity: HeldTable.Entity? {
            if case .entity(let entity) = self { entity } else { nil }
        }

        func has(_ record: Int) -> Bool {
            switch self {
            case .record(let own): own == record
            case .entity(let entity): entity.records.contains(record)
            }
        }
    }
}

extension HeldTable {
    /// How many subjects findings are about.
    var subjectCount: Int { table.keyNamesPeriod ? entities.count : count }

    /// The subject at a place, in order.
    func subject(_ place: Int) -> TableJudge.Subject { table.keyNamesPeriod ? .entity(entities[place]) : .record(place) }
}
