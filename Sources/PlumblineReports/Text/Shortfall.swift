import Plumbline
import Quantities

/// How far a finding lies beyond its limit, in proportion to the limit: what makes findings of
/// different rules comparable.
struct Shortfall: Comparable {
    /// Gap over limit; nil where there is no gap or the limit is zero.
    private let ratio: Number?

    init(_ finding: Finding) {
        guard finding.outcome == .fail, let gap = finding.measurement.gap,
              case .number(let observed)? = finding.measurement.observed
        else {
            ratio = nil
            return
        }
        // The gap is observed minus limit, so this is the limit that was broken.
        ratio = gap.magnitude.divided(by: (observed - gap).magnitude)
    }

    /// What has no proportion stands behind all that has one.
    static func < (lhs: Shortfall, rhs: Shortfall) -> Bool {
        switch (lhs.ratio, rhs.ratio) {
        case (_, nil): false
        case (nil, _?): true
        case (let left?, let right?): left < right
        }
    }
}
