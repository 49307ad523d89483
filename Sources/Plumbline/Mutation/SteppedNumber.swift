import Quantities

/// The number that a text begins with, as it is written, and what stands behind it.
struct SteppedNumber {
    private let significand: Int64
    private let fractionDigits: Int
    private let rest: String

    /// nil where the text begins with no plain number, or is not over with it where nothing may follow.
    init?(_ text: some StringProtocol) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard let decimal = Decimal(String(digits)), let significand = decimal.smallSignificand,
              significand.magnitude < 1_000_000_000_000
        else { return nil }
        (self.significand, fractionDigits, rest) = (significand, decimal.scale, String(text.dropFirst(digits.count)))
    }

    /// The text with so many steps of the last written digit added.
    func stepped(by steps: Int64) -> String { Decimal(significand + steps, scale: fractionDigits).description + rest }

    /// The text of a value between this number and its neighbour: a tenth of the step; of what is counted, the neighbour.
    func towards(_ direction: Int64) -> String {
        let isCounted = fractionDigits == 0 && !rest.contains { "%‰/".contains($0) }
        guard !isCounted else { return stepped(by: direction) }
        return Decimal(significand * 10 + direction, scale: fractionDigits + 1).description + rest
    }
}
