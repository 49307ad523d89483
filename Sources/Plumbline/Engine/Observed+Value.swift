import CEL

extension Measurement.Observed {
    /// What an expression came to, as findings tell it.
    init(_ value: Value) {
        if let number = value.number {
            self = .number(number)
        } else if let interval = value.interval {
            self = .range(low: interval.low, high: interval.high)
        } else {
            self = .text(value.text)
        }
    }
}
