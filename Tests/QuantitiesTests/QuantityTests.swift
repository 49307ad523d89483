import Quantities
import Testing

@Suite("quantities") struct QuantityTests {
    @Test("a quantity is its value in base units and the unit it was written in", arguments: [
        ("85%", "0.85", "%", 0), ("４‰", "0.004", "‰", 0), ("6.5/10万", "0.000065", "/10万", 1),
        ("1 辆/3万人", "1/30000", "辆/3万人", 0),
        ("-0.5pp", "-0.005", "pp", 1), ("13 min", "780", "min", 0), ("1000 万元", "10000000", "万元", 0),
        ("1.69 人/万人", "0.000169", "人/万人", 2), ("3.48 h", "12528", "h", 2), ("85", "85", nil, 0),
        ("2.5万", "25000", "万", 1),
        ("  85 ％ ", "0.85", "%", 0), ("８５．０％", "0.85", "%", 1), ("−2 pp", "-0.02", "pp", 0), ("+5%", "0.05", "%", 0),
        ("- 5 %", "-0.05", "%", 0), ("0.50 元", "0.5", "元", 2), ("1e3 元", "1000", "元", 0), (".5%", "0.005", "%", 1),
        ("20 间/万人", "0.002", "间/万人", 0), ("10\u{3000}km", "10000", "km", 0), ("0", "0", nil, 0), ("16 家", "16", "家", 0),
        ("3万", "30000", "万", 0), ("1 个", "1", "个", 0), ("89.72%", "0.8972", "%", 2), ("12个月", "12", "个月", 0),
    ] as [(String, String, String?, Int)])
    func table(text: String, value: String, unit: String?, fractionDigits: Int) throws {
        let quantity = try Quantity.parse(text)
        #expect(quantity.value.description == value)
        #expect(quantity.unit?.symbol == unit)
        #expect(quantity.fractionDigits == fractionDigits)
        #expect(quantity.dimension == (quantity.unit?.dimension ?? .pure))
    }

    @Test("the source keeps what was written, without spaces around it")
    func source() throws {
        #expect(try Quantity.parse(" ８５ ％\n").source == "８５ ％")
    }

    @Test("a faulty quantity says what is wrong and where, in code points", arguments: [
        ("", .empty, 0, 0), ("  ", .empty, 2, 0), ("约85%", .noNumber, 0, 4), ("%", .noNumber, 0, 1),
        ("-", .noNumber, 0, 1),
        ("≥85%", .noNumber, 0, 4), ("5.", .badNumber, 1, 1), ("5.%", .badNumber, 1, 1), ("1.2.3", .badNumber, 3, 2),
        ("1 000 元", .badNumber, 2, 3), ("1,000 元", .thousandsSeparator, 1, 1), ("1，000元", .thousandsSeparator, 1, 1),
        ("2—3所", .range, 1, 1), ("2 ～ 3 所", .range, 2, 1), ("45%至50%", .range, 3, 1), ("2-3", .range, 1, 1),
        ("85 床铺", .unknownUnit("床铺"), 3, 2), (" 85 人/床铺", .unknownUnit("床铺"), 6, 2), ("85 人/", .emptyTerm, 5, 0),
        ("85 /0", .zeroDenominator, 4, 1), ("85%%", .unknownUnit("%%"), 2, 2), ("1e999", .badNumber, 0, 5),
        ("B+", .noNumber, 0, 2),
        ("5 pp%", .unknownUnit("pp%"), 2, 3), ("85\u{1F3E5}", .unknownUnit("\u{1F3E5}"), 2, 1),
    ] as [(String, QuantityFault.Kind, Int, Int)])
    func faults(text: String, kind: QuantityFault.Kind, offset: Int, length: Int) {
        let fault = #expect(throws: QuantityFault.self) { try Quantity.parse(text) }
        #expect(fault?.kind == kind)
        #expect(fault?.offset == offset)
        #expect(fault?.length == length)
    }

    @Test("what a unit prints is read back as the same value", arguments: Unit.knownNames)
    func roundTrips(name: String) throws {
        let unit = try Unit.parse(name)
        let value = try #require(Number(numerator: 13, denominator: 4)) * unit.scale
        let quantity = try Quantity.parse(unit.text(value))
        #expect(quantity.value == value)
        #expect(quantity.unit == unit)
    }

    @Test("a computed quantity has its text as its source")
    func computed() throws {
        let share = try #require(Number(numerator: 14, denominator: 17))
        #expect(Quantity(value: share, unit: .percent).source == "82.35%")
        #expect(Quantity(value: 85, unit: nil).source == "85")
    }

    @Test("hostile lengths are refused")
    func hostile() {
        let digits = String(repeating: "9", count: 100_000)
        #expect(throws: QuantityFault.self) { try Quantity.parse(digits) }
        #expect(throws: QuantityFault.self) { try Quantity.parse("1" + String(repeating: "万", count: 100_000)) }
        #expect(throws: QuantityFault.self) { try Quantity.parse("1 人/" + digits) }
    }
}
