import Diagnostics
import Plumbline
import Quantities
import Testing

@Suite("figures that missing cells leave between two ends")
struct RangeTextTests {
    @Test("both ends stand in the limit's unit, and an end that is open is said in words", arguments: [
        (0, 50, "0% 至 50%", "0% to 50%"), (50, nil, "不低于 50%", "50% or more"), (nil, 50, "不高于 50%", "50% or less"),
        (nil, nil, "任意值", "any number"),
    ] as [(Int64?, Int64?, String, String)])
    func ranges(low: Int64?, high: Int64?, zh: String, en: String) {
        func hundredths(_ percent: Int64?) -> Number? { percent.flatMap { Number(numerator: $0, denominator: 100) } }
        let limit = Limit(kind: "at_least", text: "60%", sign: "≥", bounds: [hundredths(60)].compactMap(\.self), unit: .percent)
        let observed = Measurement.Observed.range(low: hundredths(low), high: hundredths(high))
        #expect(FigureText(limit, in: .zh).observed(observed) == zh)
        #expect(FigureText(limit, in: .en).observed(observed) == en)
    }
}
