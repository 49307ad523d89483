extension CalendarPeriod {
    /// What can be wrong with a range of periods.
    public enum RangeFault: Error, Hashable, Sendable {
        /// The text is no two periods with `..` between them.
        case notARange
        /// The ends are a year and a month, for example.
        case mixedKinds
        case reversed
        /// More than ``CalendarPeriod/rangeLimit`` periods.
        case tooLong
    }

    /// How many periods a range may hold.
    public static let rangeLimit = 1000

    /// Reads `2021..2025`, `2018Q1..2024Q3` or `2024-01..2024-12`, both ends included.
    public static func range(_ text: String) throws(RangeFault) -> [CalendarPeriod] {
        guard let dots = text.firstRange(of: ".."),
              let first = CalendarPeriod(text[..<dots.lowerBound]), let last = CalendarPeriod(text[dots.upperBound...])
        else { throw .notARange }
        return try range(from: first, to: last)
    }

    /// The periods from `first` to `last`, in their order.
    public static func range(from first: CalendarPeriod, to last: CalendarPeriod) throws(RangeFault) -> [CalendarPeriod] {
        guard let steps = first.steps(to: last) else { throw .mixedKinds }
        guard steps >= 0 else { throw .reversed }
        guard steps < rangeLimit else { throw .tooLong }
        return (0...steps).compactMap { first.advanced(by: $0) }
    }
}
