import Quantities

/// How far a record is from an arm's limit, in proportion to the limit: what makes arms of different units comparable.
struct Distance {
    /// Gap over limit; nil where the limit is zero or no number.
    let ratio: Number?

    /// - Returns: nil where nothing measures how far it is, as for a condition; and for a figure that would tell a sensitive
    ///   cell, which the choice of an arm would tell too.
    init?(of arm: RulePlan, on record: RecordView) {
        if arm.told.contains(where: record.tellsSensitive) { return nil }
        let record = record.estimating([arm.observed, arm.telling.limitValue])
        guard let gap = arm.telling.gap.flatMap({ record.value(of: $0).number }) else { return nil }
        self.init(gap: gap, observed: arm.observed.flatMap { record.value(of: $0).number })
    }

    /// - Parameter observed: nil where it is no number.
    init(gap: Number, observed: Number?) {
        // The gap is observed minus limit, so this is the limit that the value is beyond, or nearest to.
        ratio = gap.isZero ? .zero : observed.flatMap { gap.magnitude.divided(by: ($0 - gap).magnitude) }
    }

    /// The place of the nearest, or the farthest; the first of several, and where they cannot be compared. What has no
    /// distance stands behind all that have one.
    ///
    /// - Precondition: There is at least one.
    static func chosen(of distances: [Distance?], isFarthest: Bool) -> Int {
        var chosen: (place: Int, distance: Distance)?
        for (place, distance) in distances.enumerated() {
            guard let distance else { continue }
            guard let best = chosen else {
                chosen = (place, distance)
                continue
            }
            guard let ratio = distance.ratio, let least = best.distance.ratio else { continue }
            if isFarthest ? ratio > least : ratio < least { chosen = (place, distance) }
        }
        return chosen?.place ?? 0
    }
}
