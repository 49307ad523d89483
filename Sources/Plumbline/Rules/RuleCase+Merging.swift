import OrderedCollections

extension RuleCase.Given.Content {
    /// How many values are written in it, whatever they are repeated.
    var valueCount: Int {
        switch self {
        case .text: 1
        case .record(let record): 1 + record.valueCount
        case .list(let items): items.reduce(1) { $0 + $1.content.valueCount }
        }
    }

    /// How many records it stands for, all repetitions counted; at most one more than ``RuleCase/recordLimit``.
    var recordCount: Int {
        switch self {
        case .text: 0
        case .record(let record): min(1 + record.recordCount, RuleCase.recordLimit + 1)
        case .list(let items): items.recordCount
        }
    }
}

extension [RuleCase.Item] {
    /// How many records the items stand for, all repetitions counted; at most one more than ``RuleCase/recordLimit``.
    var recordCount: Int {
        let limit = RuleCase.recordLimit + 1
        return reduce(0) { count, item in
            // Both factors are at most a little over 100,000, so that nothing overflows.
            count >= limit ? limit : Swift.min(count + Swift.max(1, item.content.recordCount) * item.count, limit)
        }
    }
}

extension RuleCase.Record {
    var valueCount: Int { values.reduce(0) { $0 + $1.content.valueCount } }

    var recordCount: Int {
        let limit = RuleCase.recordLimit + 1
        return values.reduce(0) { Swift.min($0 + $1.content.recordCount, limit) }
    }

    /// This record with another on top: mappings merge field by field, everything else replaces what was there.
    func overlaid(with other: RuleCase.Record) -> RuleCase.Record {
        guard !other.isEmpty else { return self }
        return merging(other) { below, above in
            guard case .record(let base) = below.content, case .record(let top) = above.content else { return above }
            return RuleCase.Given(.record(base.overlaid(with: top)), location: above.location)
        }
    }
}
