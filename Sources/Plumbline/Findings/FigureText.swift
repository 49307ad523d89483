public import Diagnostics
public import Quantities

/// Prints the figures of a finding so that what is printed never contradicts its verdict.
public struct FigureText: Sendable {
    private let limit: Limit
    private let language: Language

    public init(_ limit: Limit, in language: Language) {
        self.limit = limit
        self.language = language
    }

    /// An observed value, with as many digits as it takes to stand on its side of the limit.
    public func observed(_ value: Measurement.Observed) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): text(number, distinctFrom: nearestBound(to: number), in: limit.unit)
        }
    }

    /// The gap, with its sign: `-2.65pp`; never 0 unless it is.
    public func gap(_ gap: Number) -> String {
        (gap > 0 ? "+" : "") + text(gap, distinctFrom: 0, in: limit.unit?.difference)
    }

    /// The limit with its sign: `≥ 85%`.
    public var limitText: String { "\(limit.sign) \(limit.text)" }

    private func nearestBound(to number: Number) -> Number? {
        limit.bounds.min { (number - $0).magnitude < (number - $1).magnitude }
    }

    private func text(_ number: Number, distinctFrom bound: Number?, in unit: Unit?) -> String {
        if let unit { return unit.text(number, distinctFrom: bound, in: language) }
        return bound.map { number.text(fractionDigits: 2, distinctFrom: $0) } ?? number.shortText(fractionDigits: 2)
    }
}
