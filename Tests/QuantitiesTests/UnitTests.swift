import Diagnostics
import Quantities
import Testing

@Suite("units") struct UnitTests {
    @Test("a unit has the scale and dimension that it says", arguments: [
        ("%", "0.01", .pure), ("％", "0.01", .pure), ("‰", "0.001", .pure), ("pp", "0.01", .pure),
        ("百分点", "0.01", .pure),
        ("个百分点", "0.01", .pure), ("千分点", "0.001", .pure), ("元", "1", Dimension(.yuan)),
        ("万元", "10000", Dimension(.yuan)),
        ("亿元", "100000000", Dimension(.yuan)), ("千万元", "10000000", Dimension(.yuan)),
        ("百万", "1000000", .pure), ("万", "10000", .pure), ("CNY", "1", Dimension(.yuan)),
        ("人", "1", Dimension(.person)), ("万人", "10000", Dimension(.person)), ("persons", "1", Dimension(.person)),
        ("人次", "1", Dimension(.visit)), ("万人次", "10000", Dimension(.visit)), ("visits", "1", Dimension(.visit)),
        ("人/万人", "0.0001", .pure), ("元/人次", "1", Dimension(.yuan) / Dimension(.visit)),
        ("张/千人", "0.001", Dimension(.counter) / Dimension(.person)),
        ("张/ 千 人", "0.001", Dimension(.counter) / Dimension(.person)),
        ("间/例", "1", .pure), ("例/10万", "0.00001", Dimension(.counter)), ("1/10万", "0.00001", .pure),
        ("/10万", "0.00001", .pure), ("／１０万", "0.00001", .pure), ("/万", "0.0001", .pure), ("/1000", "0.001", .pure),
        ("辆/3万人", "1/30000", Dimension(.counter) / Dimension(.person)),
        ("1/千人", "0.001", .pure / Dimension(.person)), ("辆/2.5万人", "0.00004", Dimension(.counter) / Dimension(.person)),
        ("h", "3600", Dimension(.clock)), ("小时", "3600", Dimension(.clock)), ("Hours", "3600", Dimension(.clock)),
        ("min", "60", Dimension(.clock)), ("分钟", "60", Dimension(.clock)), ("秒", "1", Dimension(.clock)),
        ("天", "86400", Dimension(.clock)), ("日", "86400", Dimension(.clock)), ("days", "86400", Dimension(.clock)),
        ("周", "604800", Dimension(.clock)), ("h/天", "1/24", .pure),
        ("个月", "1", Dimension(.calendar)), ("月", "1", Dimension(.calendar)), ("年", "12", Dimension(.calendar)),
        ("岁", "12", Dimension(.calendar)), ("周岁", "12", Dimension(.calendar)), ("years", "12", Dimension(.calendar)),
        ("km", "1000", Dimension(.length)), ("公里", "1000", Dimension(.length)), ("千米", "1000", Dimension(.length)),
        ("米", "1", Dimension(.length)), ("平方米/人", "1", Dimension(.length).power(2) / Dimension(.person)),
        ("单位", "1", Dimension(.counter)), ("家", "1", Dimension(.counter)), ("张床", "1", Dimension(.counter)),
        ("万元/人/年", "2500/3", Dimension(.yuan) / Dimension(.person) / Dimension(.calendar)),
        ("pp/年", "1/1200", .pure / Dimension(.calendar)),
    ] as [(String, String, Dimension)])
    func table(text: String, scale: String, dimension: Dimension) throws {
        let unit = try Unit.parse(text)
        #expect(unit.scale.description == scale)
        #expect(unit.dimension == dimension)
    }

    @Test("what kind of pure unit it is can be asked")
    func kinds() throws {
        #expect(try Unit.parse("%").isRatioSign && Unit.parse("‰").isRatioSign)
        #expect(try Unit.parse("pp").isShareDifference && Unit.parse("个百分点").isShareDifference)
        #expect(try !Unit.parse("pp").isRatioSign && !Unit.parse("%").isShareDifference)
        #expect(try Unit.parse("万").isMagnitude && !Unit.parse("万元").isMagnitude && !Unit.parse("/万").isMagnitude)
        #expect(try Unit.parse("人/万人").isPerHead && Unit.parse("元/人次").isPerHead && Unit.parse("辆/3万人").isPerHead)
        #expect(try !Unit.parse("间/例").isPerHead && !Unit.parse("人").isPerHead)
        #expect(try Unit.parse("%").isShareLike && Unit.parse("1/10万").isShareLike)
        #expect(try !Unit.parse("人/万人").isShareLike && !Unit.parse("元").isShareLike && !Unit.parse("万").isShareLike)
        #expect(try Unit.parse("家").isCommensurable(with: Unit.parse("所")))
        #expect(try !Unit.parse("人").isCommensurable(with: Unit.parse("人次")))
        #expect(try !Unit.parse("天").isCommensurable(with: Unit.parse("月")))
    }

    @Test("a faulty unit says what is wrong and where", arguments: [
        ("", .empty, 0, 0), ("  ", .empty, 2, 0), ("床铺", .unknownUnit("床铺"), 0, 2), ("万床铺", .unknownUnit("床铺"), 1, 2),
        ("人/万床铺", .unknownUnit("床铺"), 3, 2), (" 人 / 床铺", .unknownUnit("床铺"), 5, 2), ("人/", .emptyTerm, 2, 0),
        ("/", .emptyTerm, 1, 0), ("人//人", .emptyTerm, 2, 0), ("人/0人", .zeroDenominator, 2, 2),
        ("10万人", .numberInUnit, 0, 4),
        ("3万人/人", .numberInUnit, 0, 3), ("万%", .scaledSign, 0, 2), ("人/1.2.3人", .badNumber, 2, 5),
        ("1", .numberInUnit, 0, 1),
        (String(repeating: "万", count: 65), .tooLong, 0, 65),
    ] as [(String, QuantityFault.Kind, Int, Int)])
    func faults(text: String, kind: QuantityFault.Kind, offset: Int, length: Int) {
        let fault = #expect(throws: QuantityFault.self) { try Unit.parse(text) }
        #expect(fault?.kind == kind)
        #expect(fault?.offset == offset)
        #expect(fault?.length == length)
    }

    @Test("values are printed in their unit", arguments: [
        ("%", 14, 17, "82.35%"), ("%", 17, 20, "85%"), ("%", 171, 200, "85.5%"), ("‰", 1, 250, "4‰"),
        ("1/10万", 13, 200_000, "6.5/10万"), ("/10万", 13, 200_000, "6.5/10万"), ("辆/3万人", 1, 30_000, "1 辆/3万人"),
        ("万元", 10_000_000, 1, "1000 万元"), ("min", 780, 1, "13 min"), ("h", 12_528, 1, "3.48 h"),
        ("天", 86_400, 1, "1 天"),
        ("岁", 936, 1, "78 岁"), ("万", 25_000, 1, "2.5万"), ("pp", -53, 2_000, "-2.65pp"), ("个百分点", 1, 200, "0.5个百分点"),
        ("人/万人", 169, 1_000_000, "1.69 人/万人"), ("元", -1, 100, "-0.01 元"), ("％", 1, 3, "33.33%"),
    ] as [(String, Int64, Int64, String)])
    func printing(unit: String, numerator: Int64, denominator: Int64, expected: String) throws {
        let value = try #require(Number(numerator: numerator, denominator: denominator))
        #expect(try Unit.parse(unit).text(value) == expected)
    }

    @Test("a printed value does not contradict its limit, in the unit's own scale")
    func printingAgainstLimits() throws {
        let limit = try #require(Number(numerator: 85, denominator: 100))
        let below = try #require(Number(numerator: 84_999, denominator: 100_000))
        #expect(Unit.percent.text(below, distinctFrom: limit) == "84.999%")
        #expect(Unit.percent.text(limit, distinctFrom: limit) == "85%")
        #expect(Unit.percent.text(below, fractionDigits: 0, distinctFrom: 0) == "85%")
        let few = try #require(Number(numerator: 3, denominator: 1_864_458))
        #expect(Unit.percent.text(few, distinctFrom: 0) == "0.0002%")
    }

    @Test("gaps of shares are points, in the language's own word; signs are shown on request")
    func gaps() throws {
        let gap = try #require(Number(numerator: 1, denominator: 1_000))
        #expect(Unit.percent.difference.text(gap, signed: true) == "+0.1pp")
        #expect(Unit.percent.difference.text(-gap, signed: true, in: .zh) == "-0.1个百分点")
        #expect(Unit.percent.difference.text(0, signed: true) == "0pp")
        #expect(try Unit.parse("‰").difference.text(gap) == "1‰")
        #expect(try Unit.parse("元").difference == Unit.parse("元"))
        #expect(Unit.days.text(-86_400) == "-1 天")
    }

    @Test("in English units are told in words, and what is merely counted by its number", arguments: [
        ("张", 1, "1"), ("家", 12, "12"), ("%", Number(numerator: 17, denominator: 20) ?? 0, "85%"), ("人", 1, "1 person"), ("人", 30, "30 people"),
        ("万人", 50_000, "5 ×10,000 people"), ("元", 12, "12 yuan"), ("万元", 12_000_000, "1200 ×10,000 yuan"), ("元/人次", 3, "3 yuan per visit"),
        ("人/万人", Number(numerator: 169, denominator: 1_000_000) ?? 0, "1.69 people per 10,000 people"),
        ("辆/3万人", Number(numerator: 1, denominator: 30_000) ?? 0, "1 per 30,000 people"), ("/10万", Number(numerator: 65, denominator: 1_000_000) ?? 0, "6.5 per 100,000"),
        ("1/10万", Number(numerator: 65, denominator: 1_000_000) ?? 0, "6.5 per 100,000"), ("张/千人", Number(numerator: 37, denominator: 10_000) ?? 0, "3.7 per 1,000 people"),
        ("人/床", Number(numerator: 4, denominator: 5) ?? 0, "0.8 people per bed"), ("min", 780, "13 min"), ("天", -86_400, "-1 day"), ("年", 24, "2 years"),
        ("km", 10_000, "10 km"), ("beds", 3, "3 beds"), ("元/所", 5, "5 yuan per 所"), ("百分点", Number(numerator: 1, denominator: 100) ?? 0, "1pp"),
    ] as [(String, Number, String)])
    func english(symbol: String, value: Number, text: String) throws {
        #expect(try Unit.parse(symbol).text(value, in: .en) == text)
    }

    @Test("every known name is read, and no name is listed twice")
    func knownNames() throws {
        for name in Unit.knownNames { #expect(try Unit.parse(name).symbol == name) }
        #expect(Set(Unit.knownNames).count == Unit.knownNames.count)
    }
}
