import Diagnostics
import Quantities
import Testing

@Suite("dimensions") struct DimensionTests {
    @Test("products and quotients add and subtract exponents")
    func algebra() {
        let perVisit = Dimension(.yuan) / Dimension(.visit)
        #expect(perVisit * Dimension(.visit) == Dimension(.yuan))
        #expect(perVisit / perVisit == .pure)
        #expect(Dimension(.length).power(2) == Dimension(.length) * Dimension(.length))
        #expect(Dimension(.length).power(0).isPure)
        #expect(Dimension(.clock) != Dimension(.calendar))
        #expect(perVisit[.visit] == -1 && perVisit[.yuan] == 1 && perVisit[.person] == 0)
    }

    @Test("an exponent stops at its limit instead of overflowing")
    func saturation() {
        let huge = Dimension(.person, exponent: .max)
        #expect((huge * huge)[.person] == Dimension.exponentLimit)
        #expect(Dimension(.person).power(.min)[.person] == -Dimension.exponentLimit)
        #expect(huge.power(.max)[.person] == Dimension.exponentLimit)
    }

    @Test("dimensions are named in both languages", arguments: [
        (Dimension.pure, "纯数或占比", "plain number or share"),
        (Dimension(.yuan), "金额", "money"),
        (Dimension(.yuan) / Dimension(.visit), "金额/人次", "money per visits"),
        (.pure / Dimension(.person), "1/人数", "1 per people"),
        (Dimension(.length).power(2) / Dimension(.person), "长度^2/人数", "length^2 per people"),
        (Dimension(.person) * Dimension(.clock), "人数·时间", "people × time"),
    ])
    func names(dimension: Dimension, zh: String, en: String) {
        #expect(dimension.name(.zh) == zh)
        #expect(dimension.name(.en) == en)
    }
}
