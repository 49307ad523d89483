import Diagnostics
import Plumbline
import Quantities
import TestSupport
import Testing

@Suite("printing figures")
struct FigureTextTests {
    private func text(_ limit: String, kind: String = "at_least") throws -> (FigureText, Quantity) {
        let quantity = try Quantity.parse(limit)
        let shown = Limit(kind: kind, text: limit, sign: "≥", bounds: [quantity.value], unit: quantity.unit)
        return (FigureText(shown, in: .en).asWritten, quantity)
    }

    @Test("an observed value and its gap are printed in the limit's unit")
    func inUnit() throws {
        let (text, limit) = try text("85%")
        let observed = try #require(Number(numerator: 70, denominator: 85))
        #expect(text.observed(.number(observed)) == "82.35%")
        #expect(text.gap(observed - limit.value) == "-2.65pp")
        #expect(text.gap(limit.value) == "+85pp")
        #expect(text.gap(0) == "0pp")
        #expect(text.limitText == "≥ 85%")
    }

    @Test("a limit that has its signs in its text has no other in front, and brackets do not stand in brackets in Chinese")
    func signsAndBrackets() throws {
        var parts = Limit(kind: "composition", text: "B ≤ 50%", sign: "≤", unit: .percent)
        parts.textHasSigns = true
        #expect(FigureText(parts, in: .en).limitText == "B ≤ 50%")
        let half = try #require(Number(numerator: 1, denominator: 2))
        #expect(FigureText(parts, of: Measurement(limit: half), in: .en).limitText == "≤ 50% (B ≤ 50%)")
        var peers = Limit(kind: "peers", text: "0 个", sign: "≥")
        peers.comparedWith = Localized(zh: "（与同类相比）", en: ", among kind")
        #expect(FigureText(peers, in: .zh).limitText == "≥ 0 个（与同类相比）")
        #expect(FigureText(peers, of: Measurement(limit: half), in: .zh).limitText == "≥ 0.5（0 个，与同类相比）")
        #expect(FigureText(peers, of: Measurement(limit: half), in: .en).limitText == "≥ 0.5 (0, among kind)")
    }

    @Test("a value that is just short of its limit never prints as the limit", arguments: ["85%", "6.5/10万", "0.55 h", "1000 万元", "3"])
    func neverContradicts(limit: String) throws {
        let (text, quantity) = try text(limit)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let tiny = try #require(Number(numerator: 1, denominator: Int64.random(in: 100...Int64(1) << 50, using: &random)))
            for value in [quantity.value - tiny, quantity.value + tiny] {
                let printed = try Quantity.parse(text.observed(.number(value)))
                #expect((printed.value < quantity.value) == (value < quantity.value), "\(value) prints as \(printed.source)")
                #expect(try Quantity.parse(text.gap(value - quantity.value)).value.isZero == false)
            }
        }
        #expect(try Quantity.parse(text.observed(.number(quantity.value))).value == quantity.value)
    }

    @Test("a record's own limit is printed as a number that agrees with the verdict")
    func ownLimit() throws {
        let third = try #require(Number(numerator: 1, denominator: 3))
        let observed = try #require(Number(numerator: 333_333, denominator: 1_000_000))
        let limit = Limit(kind: "at_least", text: "share_of_region", sign: "≥", unit: .percent)
        let measurement = Measurement(observed: .number(observed), gap: observed - third, limit: third)
        let text = FigureText(limit, of: measurement, in: .en).asWritten
        #expect(text.observed(.number(observed)) == "33.3333%")
        #expect(text.limitText == "≥ 33.33333% (share_of_region)")
        #expect(FigureText(limit, in: .en).limitText == "≥ share_of_region")
    }
}
