import Quantities

/// The way from a baseline to a limit, in numbers.
struct Way: Sendable {
    let start: Number
    let goal: Number
    let isFloor: Bool
    /// Whether the limit is a rate, which is asked for at any time.
    let isRate: Bool
    let pace: Pace

    /// Where a value stands on the way.
    ///
    /// - Parameter passes: Whether it meets the limit itself.
    func track(_ observed: Number, _ stretch: Stretch, passes: Bool) -> Track {
        let line = line(stretch)
        // At the end of the line the limit itself decides, which may not be enough.
        let isThere = stretch.isWhole || isRate ? passes : isFloor ? observed >= line : observed <= line
        let isShort = isFloor ? observed < goal : observed > goal
        let asksYearly = isShort && pace == .linear && !isRate
        return Track(
            isThere ? .onTrack : .offTrack, line: line,
            yearly: asksYearly ? stretch.left.reciprocal.map { (goal - observed) * $0 } : nil)
    }

    /// Where a value should stand: on the straight line, or, where the limit is met in one step at the end, no worse
    /// than where it started.
    private func line(_ stretch: Stretch) -> Number {
        switch pace {
        case .linear: start + (goal - start) * stretch.gone * (stretch.whole.reciprocal ?? .one)
        case .stepped: stretch.isWhole || isRate ? goal : start
        case .none: goal
        }
    }
}
