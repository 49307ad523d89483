import Diagnostics
import Quantities

extension Boundary {
    /// Whether what came out is what the boundary is about, so that a case's name is true of it.
    ///
    /// - Parameter kind: Of the limit that the gap is from.
    func isShown(by finding: Finding, kind: String?) -> Bool {
        let reason = finding.reasonToday ?? finding.reason
        switch self {
        case .zeroDenominator: return reason == .zeroDenominator
        case .noFigure: return reason == .noBenchmark
        case .nobodyTested: return reason == .noTestedGroup
        case .undated: return reason == .dateMissing
        case .dayLate: return reason == .late
        case .absentPeriod: return reason.outcome != .pass
        // Its bounds are inclusive, or no case of it is made.
        case .atLimit where kind == "composition": return reason.outcome == .pass
        default: return agrees(with: finding.arms.isEmpty ? finding.measurement.gap : nil, kind)
        }
    }

    /// What is at a limit has no gap, what is below it has one below zero. Of a composition the gap is that of one part.
    private func agrees(with gap: Number?, _ kind: String?) -> Bool {
        guard let gap, kind != "composition" else { return true }
        return switch self {
        case .atLimit, .atUpperLimit: gap.isZero
        case .justBelow: gap < 0
        case .justAbove, .aboveUpperLimit: gap > 0
        default: true
        }
    }
}
