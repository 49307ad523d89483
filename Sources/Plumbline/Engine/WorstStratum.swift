import CEL
import OrderedCollections
import Quantities

/// A group in which a record's value that was not reported stands in several columns, so that it has to be the same in all.
struct WorstStratum {
    private let stratum: Stratum
    /// The ends of each open value, by its owner; nil where one has no end.
    private let ends: [Int: (low: Number, high: Number)]?
    /// The owners whose values are at one end together: each by itself, or, of many, those in the same columns.
    private let classes: [[Int]]

    /// So many records are tried one by one.
    private static let most = 8

    /// - Returns: nil where no open value stands in several columns.
    init?(_ stratum: Stratum) {
        var places: OrderedDictionary<Int, [Int]> = [:]
        var found: [Int: IntervalValue] = [:]
        for (column, values) in stratum.columns.enumerated() {
            for (value, owner) in zip(values, stratum.owners[column]) {
                guard let interval = value.interval else { continue }
                places[owner, default: []].append(column)
                found[owner] = interval
            }
        }
        guard places.values.contains(where: { $0.count > 1 }) else { return nil }
        self.stratum = stratum
        let closed = found.compactMapValues { interval in interval.low.flatMap { low in interval.high.map { (low, $0) } } }
        ends = closed.count == found.count ? closed : nil
        classes = places.count <= Self.most
            ? places.keys.map { [$0] } : OrderedDictionary(grouping: places.keys) { places[$0] ?? [] }.values.map { Array($0) }
    }

    /// The figures of the worst that fails of those where each value is at one of its ends; none where nobody knows of any.
    func measurement(_ comparison: ComparisonPlan) -> Measurement {
        guard let ends, classes.count <= Self.most else { return Measurement() }
        var worst: Measurement?
        for way in 0..<(1 << classes.count) {
            var values: [Int: Number] = [:]
            for (place, owners) in classes.enumerated() {
                for owner in owners { values[owner] = way >> place & 1 == 0 ? ends[owner]?.low : ends[owner]?.high }
            }
            let columns = columns(values)
            guard comparison.verdict.value(columns) == .bool(false) else { continue }
            let found = Measurement(
                observed: comparison.observed?.value(columns).number.map { .number($0) }, gap: comparison.gap?.value(columns).number,
                limit: comparison.limitValue?.value(columns).number)
            if worst.map({ ($0.gap ?? .zero).magnitude < (found.gap ?? .zero).magnitude }) ?? true { worst = found }
        }
        return worst ?? Measurement()
    }

    private func columns(_ values: [Int: Number]) -> [Value] {
        zip(stratum.columns, stratum.owners).map { column, owners in
            .list(zip(column, owners).map { value, owner in value.interval == nil ? value : values[owner].map { .number($0) } ?? value })
        }
    }
}
