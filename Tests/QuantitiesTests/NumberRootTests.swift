import Quantities
import TestSupport
import Testing

@Suite("roots for showing") struct NumberRootTests {
    @Test("a root is cut off after its digits: its power is no more, and the next one's is more")
    func isCutOff() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let degree = Int.random(in: 1...24, using: &generator)
            let digits = Int.random(in: 0...12, using: &generator)
            let number = try #require(Number(numerator: .random(in: 0...1_000_000, using: &generator), denominator: .random(in: 1...1000, using: &generator)))
            let root = try #require(number.rootFloor(degree, fractionDigits: digits))
            let step = try #require(Number(10).power(-digits))
            #expect(try #require(root.power(degree)) <= number)
            #expect(try #require((root + step).power(degree)) > number)
        }
    }

    @Test("a root that has no more digits is exact")
    func isExact() {
        #expect(Number(numerator: 248_832, denominator: 100_000)?.rootFloor(5, fractionDigits: 30) == Number(numerator: 12, denominator: 10))
        #expect(Number(0).rootFloor(7, fractionDigits: 30) == 0)
        #expect(Number(1).rootFloor(12, fractionDigits: 0) == 1)
    }

    @Test("there is no root of less than nothing, and none of a degree that is none")
    func hasNone() {
        #expect(Number(-1).rootFloor(3, fractionDigits: 2) == nil)
        #expect(Number(8).rootFloor(0, fractionDigits: 2) == nil)
        #expect(Number(8).rootFloor(100_000, fractionDigits: 2) == nil)
    }
}
