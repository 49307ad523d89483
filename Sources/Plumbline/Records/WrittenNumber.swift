import Quantities

/// A number as somebody wrote it down: `33.3%` stands for every share that rounds to it.
struct WrittenNumber {
    private let value: Number
    /// One in the last place that was written, in base units.
    private let step: Number

    /// - Parameters:
    ///   - value: What the text comes to, in base units.
    ///   - text: The cell as submitted, whatever unit its column is in.
    ///   - unit: The field's own, by which alone it can be told how fine a zero is.
    init(_ value: Number, text: String, unit: Unit?) {
        self.value = value
        let written = CellText(text).text.prefix { $0 != "e" && $0 != "E" }
        let digits = Decimal(written.filter { $0.isASCII && $0.isNumber }).map(Number.init(_:))
        step = digits.flatMap { value.magnitude.divided(by: $0) } ?? Self.stepOfZero(written, unit)
    }

    /// Whether another number is the one meant: no further away than rounding takes it.
    func stands(for exact: Number) -> Bool { (exact - value).magnitude * 2 <= step }

    private static func stepOfZero(_ text: some StringProtocol, _ unit: Unit?) -> Number {
        let sign: Number? = text.contains("%") ? NumberText.percent : text.contains("‰") ? NumberText.permille : nil
        let places = text.split(separator: ".", maxSplits: 1).dropFirst().first?.prefix { $0.isNumber }.count ?? 0
        let tenth = Number(numerator: 1, denominator: 10)?.power(min(places, 100)) ?? 1
        return tenth * (sign ?? unit?.scale ?? 1)
    }
}
