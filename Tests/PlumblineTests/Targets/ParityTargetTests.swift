import Plumbline
import Quantities
import TestSupport
import Testing

@Suite("parity")
struct ParityTargetTests {
    private static let fields = """
        hospital: {type: string}, dept: {type: string}, pay: {type: decimal, unit: 元, range: 0..100000},
        rank: {type: string}, name: {type: string}
        """
    private static let header = "hospital,dept,pay\n"

    private static func rule(_ parity: String, _ more: String = "") -> String {
        "observe: pay, target: {parity: {\(parity)}}\(more.isEmpty ? "" : ", ")\(more)"
    }

    private static let ofAll = rule("test: dept == 'P', within: [hospital], at_least: 100%")
    private static let ofOthers = rule("test: dept == 'P', against: dept != 'P', within: [hospital], at_least: 100%")

    private static let examples: [(rule: String, rows: [String], line: String)] = [
        (ofAll, ["H,P,5000.10", "H,M,5000.10"], "within_limit 5000.10 元 of ≥ 5000.10 元 (100%), 0 元"),
        (ofAll, ["H,P,5000.08", "H,M,5000.10"], "beyond_limit 5000.08 元 of ≥ 5000.09 元 (100%), -0.01 元, raise 0.02"),
        (ofAll, ["H,M,5000.10"], "no_tested_group"),
        (ofAll, ["H,P,5000.10"], "within_limit 5000.10 元 of ≥ 5000.10 元 (100%), 0 元"),
        (ofOthers, ["H,P,5000.10"], "empty_group"),
        (ofOthers, ["H,P,10", "H,P,20", "H,M,18"], "beyond_limit 15 元 of ≥ 18 元 (100%), -3 元, raise 6"),
        (ofOthers, ["H,P,10", "H,P,26", "H,M,18"], "within_limit 18 元 of ≥ 18 元 (100%), 0 元"),
        (rule("test: dept == 'P', against: dept != 'P', at_least: 90%"), ["H,P,17", "I,M,20"], "beyond_limit 17 元 of ≥ 18 元 (90%), -1 元, raise 1"),
        (rule("test: dept == 'P', against: dept != 'P', at_most: 100%"), ["H,P,21", "I,M,20"], "beyond_limit 21 元 of ≤ 20 元 (100%), +1 元"),
        (rule("test: dept == 'P', more_than: 100%"), ["H,P,20", "I,M,20"], "beyond_limit 20 元 of > 20 元 (100%), 0 元"),
        (rule("test: dept == 'P', at_least: 120%"), ["H,P,20"], "beyond_limit 20 元 of ≥ 24 元 (120%), -4 元, raise impossible"),
        (rule("test: dept == 'P', against: dept != 'P', at_least: 100%, min_group: 2"), ["H,P,20", "H,M,9", "H,M,9"], "group_too_small"),
        (
            rule("test: dept == 'P', against: dept != 'P', compare: median, at_least: 100%"),
            ["H,P,1", "H,P,5", "H,P,9", "H,M,6", "H,M,6", "H,M,100"], "beyond_limit 5 元 of ≥ 6 元 (100%), -1 元"
        ),
        // 9 stands against the mean of 12 and 12, 12 against that of 9 and 12.
        (rule("test: dept == 'P', compare: each, at_least: 100%"), ["H,P,9", "H,P,12", "H,M,12"], "beyond_limit 9 元 of ≥ 12 元 (100%), -3 元"),
        (rule("test: dept == 'P', compare: each, at_least: 75%"), ["H,P,9", "H,P,12", "H,M,12"], "within_limit 9 元 of ≥ 9 元 (75%), 0 元"),
        (rule("test: dept == 'P', compare: each, at_least: 100%"), ["H,P,9"], "empty_group"),
        (
            rule("test: dept == 'P', against: dept != 'P', compare: each, at_least: 100%"), ["H,P,9", "H,P,30", "H,M,10", "H,M,12"],
            "beyond_limit 9 元 of ≥ 11 元 (100%), -2 元"
        ),
        (
            rule("test: dept == 'P', against: dept != 'P', compare: each, at_most: 100%"), ["H,P,9", "H,P,30", "H,M,10", "H,M,12"],
            "beyond_limit 30 元 of ≤ 11 元 (100%), +19 元"
        ),
    ]

    @Test("a group's figure is held against the other's, exactly", arguments: examples)
    func example(rule: String, rows: [String], line: String) throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: rule)
        #expect(try fixture.lines(Self.header + rows.joined(separator: "\n")) == [line])
    }

    @Test("each stratum has a verdict of its own")
    func strata() throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: Self.ofAll)
        let findings = try fixture.findings(Self.header + "H,P,1\nH,M,2\nI,P,3\nI,M,2\nJ,M,2\n")
        let reasons = Dictionary(uniqueKeysWithValues: findings.map { ($0.record.key, $0.reason.rawValue) })
        #expect(reasons == ["H": "beyond_limit", "I": "within_limit", "J": "no_tested_group"])
    }

    private static let missing: [(policy: String, rows: [String], outcome: String)] = [
        ("bounds", ["H,P,", "H,M,10"], "not_measured"),
        ("bounds", ["H,P,20", "H,P,", "H,M,10"], "pass"),
        ("bounds", ["H,P,10", "H,M,", "H,M,4"], "not_measured"),
        ("skip", ["H,P,10", "H,M,", "H,M,4"], "pass"),
        ("skip", ["H,P,10", "H,P,", "H,M,12", "H,M,8"], "pass"),
        ("skip", ["H,P,9", "H,P,", "H,M,12", "H,M,8"], "fail"),
    ]

    @Test("a missing figure decides nothing that it could change, unless the rule passes over it", arguments: missing)
    func missingFigures(policy: String, rows: [String], outcome: String) throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: "\(Self.ofAll), missing: \(policy)")
        #expect(try fixture.findings(Self.header + rows.joined(separator: "\n")).map(\.outcome.rawValue) == [outcome])
    }

    @Test("where nobody who is tested has a figure, nothing is decided of them", arguments: ParityComparison.allCases)
    func nobodyMeasured(comparison: ParityComparison) throws {
        let rule = Self.rule("test: dept == 'P', against: dept != 'P', compare: \(comparison), at_least: 100%", "missing: skip")
        let fixture = try TargetFixture(fields: Self.fields, rule: rule)
        #expect(try fixture.reasons(Self.header + "H,P,\nH,M,7\n") == ["missing"])
    }

    enum ParityComparison: String, CaseIterable { case mean, median, each }

    private static let faults: [(parity: String, faults: [String])] = [
        ("test: dept == 'P'", ["bound-missing"]),
        ("test: dept == 'P', at_least: 100 元", ["parity-in-percent"]),
        ("test: dept == 'P', at_least: {value: pay}", ["not-a-limit"]),
        ("test: dept, at_least: 100%", ["not-a-condition"]),
        ("test: dept == 'P', within: [hospital, hospital], at_least: 100%", ["listed-twice"]),
        ("test: dept == 'P', within: '[hospital]', at_least: 100%", ["strata-type"]),
        ("test: dept == 'P', compare: mode, at_least: 100%", ["unknown-value"]),
        ("test: dept == 'P', min_group: 1.5, at_least: 100%", ["bad-group-size"]),
        ("test: dept == 'P', group: hospital, at_least: 100%", ["unknown-key"]),
    ]

    @Test("what parity cannot make sense of is a fault", arguments: faults)
    func atFault(parity: String, faults: [String]) throws {
        #expect(try TargetFixture.faults(fields: Self.fields, rule: Self.rule(parity)) == faults)
    }
}

extension ParityTargetTests {
    /// Cents, and a group of people of whom some are tested.
    private struct Staff {
        var tested: [Int]
        var others: [Int]

        init(using random: inout SeededGenerator) {
            tested = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }
            others = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }
        }

        var all: [Int] { tested + others }

        /// mean(tested) ≥ percent of mean(compared), by cross-multiplication.
        func holds(percent: Int, amongAll: Bool, raisedBy raise: PlainFraction = PlainFraction(0)) -> Bool {
            let compared = amongAll ? all : others
            let sum = PlainFraction(Int128(tested.reduce(0, +))) + raise
            let other = PlainFraction(Int128(compared.reduce(0, +))) + (amongAll ? raise : PlainFraction(0))
            let left = sum * PlainFraction(Int128(compared.count) * 100)
            return !(left < other * PlainFraction(Int128(percent * tested.count)))
        }

        func rows(of hospital: Int) -> String {
            (tested.map { "\(hospital),P,\($0)" } + others.map { "\(hospital),M,\($0)" }).joined(separator: "\n")
        }
    }

    @Test("the verdict is the rational one, and the amount that closes a gap is just enough", arguments: [true, false], [80, 100, 120])
    func rational(amongAll: Bool, percent: Int) throws {
        var random = SeededGenerator(seed: 20 + UInt64(percent))
        let groups = (0..<400).map { _ in Staff(using: &random) }
        let against = amongAll ? "" : "against: dept != 'P', "
        let fixture = try TargetFixture(
            fields: Self.fields, rule: Self.rule("test: dept == 'P', \(against)within: [hospital], at_least: \(percent)%"))
        let csv = Self.header + groups.enumerated().map { $1.rows(of: $0) }.joined(separator: "\n")
        let findings = try fixture.findings(csv)
        #expect(findings.count == groups.count)
        for finding in findings {
            let group = groups[try #require(Int(finding.record.key))]
            #expect((finding.reason == .withinLimit) == group.holds(percent: percent, amongAll: amongAll), "\(group)")
            guard finding.reason == .beyondLimit, let closing = finding.measurement.closings.first else { continue }
            guard case .smallest(let amount) = closing.amount else {
                #expect(amongAll && group.all.count * 100 <= percent * group.tested.count, "\(group)")
                continue
            }
            let (top, bottom) = try #require(amount.smallFraction)
            #expect(group.holds(percent: percent, amongAll: amongAll, raisedBy: PlainFraction(top, over: bottom)), "\(group)")
            let less = PlainFraction(top * 1_000_000 - bottom, over: bottom * 1_000_000)
            #expect(!group.holds(percent: percent, amongAll: amongAll, raisedBy: less), "\(group)")
        }
    }
}

private extension Number {
    /// Numerator and denominator as the number prints: `2.5`, `7/3`.
    var smallFraction: (Int128, Int128)? {
        let parts = description.split(separator: "/")
        if parts.count == 2, let top = Int128(parts[0]), let bottom = Int128(parts[1]) { return (top, bottom) }
        let decimal = PlainFraction(description)
        return (decimal.numerator, decimal.denominator)
    }
}
