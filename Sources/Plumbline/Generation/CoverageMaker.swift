import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Groups of records of which so many pass.
struct CoverageMaker {
    private let maker: BoundaryMaker

    init(_ maker: BoundaryMaker) { self.maker = maker }

    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        guard let coverage = maker.rule.coverage, let bound = coverage.limit.bounds.first else { throw .noFixedLimit }
        let (passing, all) = try counts(coverage, bound)
        let isUnconditional = maker.asked == nil && maker.rule.arms == nil
        let good = try isUnconditional ? maker.base() : passingRecord()
        let failing = isUnconditional ? 0 : max(all - passing, 0)
        switch boundary {
        case .emptyGroup: return maker.emptyGroup()
        case .noRecords:
            var example = maker.many([])
            (example.isWithoutRecords, example.periods) = (true, [])
            return example
        case .justBelow where isUnconditional: return try many([(good, passing - 1)])
        case .justBelow: return try many([(good, passing - 1), (try failingRecord(), failing + 1)])
        case .justAbove where failing == 0: return try many([(good, passing + 1)])
        case .justAbove: return try many([(good, passing + 1), (try failingRecord(), failing - 1)])
        case .outOfScope: return try many(try atLimit(good, passing, failing) + [(try maker.outside(), 1)])
        case .missing:
            var blank = good
            guard let path = maker.fieldPaths.first else { throw .noFixedLimit }
            blank.set(path, to: .text(nil))
            return try many([(good, passing - 1), (blank, 1)] + (failing > 0 ? [(try failingRecord(), failing)] : []))
        default: return try many(try atLimit(good, passing, failing))
        }
    }

    /// The records in one group, where the rule has groups.
    private func many(_ records: [(record: MadeRecord, count: Int)]) throws(Unmakeable) -> RuleCase {
        guard let per = maker.rule.rule.coverage?.per.flatMap({ maker.solver.tree($0) }) else { return maker.many(records) }
        var grouped: [(record: MadeRecord, count: Int)] = []
        for (record, count) in records {
            var record = record
            try maker.settle(per, in: &record)
            grouped.append((record, count))
        }
        return maker.many(grouped)
    }

    private func atLimit(_ good: MadeRecord, _ passing: Int, _ failing: Int) throws(Unmakeable) -> [(record: MadeRecord, count: Int)] {
        [(good, passing)] + (failing > 0 ? [(try failingRecord(), failing)] : [])
    }

    /// How many have to pass, of how many.
    private func counts(_ coverage: CoveragePlan, _ bound: Number) throws(Unmakeable) -> (passing: Int, all: Int) {
        if coverage.isShare {
            guard let (part, whole) = bound.small, part > 0, part <= whole, whole <= 10_000 else { throw .noFixedLimit }
            let times = whole < 5 ? (4 + whole) / whole : 1
            return (Int(part * times), Int(whole * times))
        }
        guard let count = bound.integer, count > 0, count <= 10_000 else { throw .noFixedLimit }
        return (Int(count), Int(count) + 1)
    }

    private func passingRecord() throws(Unmakeable) -> MadeRecord {
        if let arms = ArmsMaker(maker) { return try arms.record(.everyArm) }
        return try maker.decided()
    }

    private func failingRecord() throws(Unmakeable) -> MadeRecord {
        if let arms = ArmsMaker(maker) { return try arms.record(.noArm) }
        guard let asked = maker.asked else { throw .noFixedLimit }
        if maker.rule.rule.observesValue {
            let isCeiling = ["at_most", "less_than"].contains(maker.rule.memberLimit?.kind ?? "")
            return try maker.record(at: isCeiling ? .justAbove : .justBelow)
        }
        var record = try maker.base()
        try maker.solver.solve(asked, false, &record)
        return record
    }
}
