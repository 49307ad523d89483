import CEL
import Quantities

/// The end of what a value could be that is worst for a record: what is observed of it where what was not reported is
/// held against it.
struct WorstEnd {
    /// The end; nil where the value could be worse than every number.
    let value: Number?
    /// How far it is from the limit.
    let gap: Number?

    /// - Parameters:
    ///   - gap: Value minus limit, as far as it is known.
    ///   - sign: The sign between the value and its limit.
    ///   - limits: The numbers that the value is held against, as far as they are known.
    init(of interval: IntervalValue, gap: Value?, beyond sign: String, _ limits: [Number]) {
        switch sign {
        case "≥", ">": (value, self.gap) = (interval.low, gap?.interval?.low ?? gap?.number)
        case "≤", "<": (value, self.gap) = (interval.high, gap?.interval?.high ?? gap?.number)
        // Of a choice of values each end may be one.
        case "∈": (value, self.gap) = (nil, nil)
        default:
            let ends = [interval.low, interval.high].compactMap(\.self)
            guard ends.count == 2, let low = limits.min(), let high = limits.max() else {
                (value, self.gap) = (nil, nil)
                return
            }
            let gaps = ends.map { $0 < low ? $0 - low : $0 > high ? $0 - high : .zero }
            let worst = gaps[1].magnitude > gaps[0].magnitude ? 1 : 0
            (value, self.gap) = (ends[worst], gaps[worst])
        }
    }

    /// The figures of a record that is held to this end; none where there is none.
    func measurement(_ limit: Number?) -> Measurement {
        value.map { Measurement(observed: .number($0), gap: gap, limit: limit) } ?? Measurement()
    }
}
