import Diagnostics
import Plumbline
import TestSupport
import Testing

/// Shares and means over child lists, at and around the limit, against rational arithmetic by the book.
@Suite("exact to the verdict over lists")
struct ListExactnessTests {
    private static let vocabulary = """
        vocabulary: exactness
        tables:
          group: {key: [id], fields: {id: {type: string}}}
          item:
            key: row
            fields:
              group: {references: group, list: items}
              pay: {type: decimal, unit: 元}
              hours: {type: decimal, unit: 万元}
              licensed: {type: boolean}

        """

    @Test("a verdict on each of 10,000 random lists is the one of rational arithmetic")
    func randomLists() throws {
        var random = SeededGenerator(seed: 20_250_704)
        let rules = (0..<25).map { _ in ListRule(&random) }
        let text = rules.enumerated().map { $1.yaml(id: "r\($0)") }.joined(separator: "\n")
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: text)
        var (verdicts, decided, differences) = (0, 0, [String]())
        for _ in 0..<20 {
            let lists = (0..<20).map { _ in RandomList(&random, near: rules) }
            for finding in try Fixture.run(plan, tables: Self.files(lists)).findings {
                let (rule, list) = (rules[finding.rule], lists[Int(finding.record.key) ?? 0])
                let expected: Outcome = rule.value(of: list).map { rule.target.holds($0) ? .pass : .fail } ?? .notMeasured
                if finding.outcome != expected { differences.append("\(rule.yaml(id: "r")) on \(list.items) is \(finding.outcome)") }
                verdicts += 1
                if expected == .pass { decided += 1 }
            }
        }
        #expect(verdicts == 10_000)
        #expect(decided > 2_000 && decided < 8_000)
        #expect(differences.prefix(3) == [])
    }

    private static func files(_ lists: [RandomList]) -> [(table: String, name: String, text: String)] {
        let groups = "id\n" + lists.indices.map { "\($0)\n" }.joined()
        let items = lists.enumerated().flatMap { place, list in
            list.items.map { "\(place),\($0.pay),\($0.hours),\($0.isLicensed ? "是" : "否")\n" }
        }
        return [("group", "group.csv", groups), ("item", "item.csv", "group,pay,hours,licensed\n" + items.joined())]
    }
}

/// One child of the random lists; the texts are what the file holds.
private struct RandomItem {
    var pay: String, hours: String, isLicensed: Bool
}

private struct RandomList {
    let items: [RandomItem]

    /// A list whose figures lie at the limits of some rules, or a hair beside them.
    init(_ random: inout SeededGenerator, near rules: [ListRule]) {
        let limits = rules.filter { $0.shape.isMoney }.flatMap(\.texts)
        let base = limits.randomElement(using: &random) ?? "5"
        let isEven = Bool.random(using: &random)
        items = (0..<Int.random(in: 0...7, using: &random)).map { _ in
            let hair = isEven ? "" : ["", "01", "3"].randomElement(using: &random) ?? ""
            let pay = hair.isEmpty ? base : (base.contains(".") ? base + hair : "\(base).\(hair)")
            let hours = ["0", "0.1", "0.0003", "1"].randomElement(using: &random) ?? "1"
            return RandomItem(pay: pay, hours: hours, isLicensed: Int.random(in: 0..<3, using: &random) > 0)
        }
    }
}

private struct ListRule {
    enum Shape: String, CaseIterable {
        case share = "items.share(i, i.licensed)"
        case shareOver = "items.share(i, i.pay > q('5000.10 元'))"
        case mean = "items.avg(i, i.pay)"
        case meanOfLicensed = "items.filter(i, i.licensed).avg(i, i.pay)"
        case median = "items.median(i, i.pay)"
        case sum = "items.sum(i, i.pay)"
        case ratio = "items.ratio(i, i.pay, i.hours)"

        var isMoney: Bool { ![.share, .shareOver, .ratio].contains(self) }
        var isRatio: Bool { !isMoney }
    }

    let shape: Shape
    let target: PlainTarget
    /// The limits as written, without their unit.
    let texts: [String]

    init(_ random: inout SeededGenerator) {
        let shape = Shape.allCases.randomElement(using: &random) ?? .share
        let kind = ["at_least", "at_most", "more_than", "less_than", "equals", "between"].randomElement(using: &random) ?? "equals"
        let numbers = (0..<(kind == "between" ? 2 : 1)).map { _ in Self.limit(shape, &random) }
            .sorted { PlainFraction($0) < PlainFraction($1) }
        let scale = shape.isRatio ? PlainFraction(1, over: 100) : PlainFraction(1)
        (self.shape, texts) = (shape, numbers)
        target = PlainTarget(kind: kind, limits: numbers.map { PlainFraction($0) * scale })
    }

    func yaml(id: String) -> String {
        let quoted = texts.map { "'\($0) \(shape.isRatio ? "%" : "元")'" }
        let limit = target.kind == "between" ? "[\(quoted.joined(separator: ", "))]" : quoted[0]
        return "  - {id: \(id), title: t, for: group, observe: \"\(shape.rawValue)\", target: {\(target.kind): \(limit)}}"
    }

    /// The observed value in base units; nil where it has no answer.
    func value(of list: RandomList) -> PlainFraction? {
        let pays = list.items.map { PlainFraction($0.pay) }
        switch shape {
        case .share: return Self.share(list.items.count(where: \.isLicensed), of: list)
        case .shareOver: return Self.share(pays.count { PlainFraction("5000.10") < $0 }, of: list)
        case .mean: return Self.mean(pays)
        case .meanOfLicensed: return Self.mean(list.items.filter(\.isLicensed).map { PlainFraction($0.pay) })
        case .median: return Self.median(pays)
        case .sum: return Self.sum(pays)
        case .ratio:
            let hours = Self.sum(list.items.map { PlainFraction($0.hours) * PlainFraction(10_000) })
            return hours.numerator == 0 ? nil : Self.sum(pays) / hours
        }
    }

    private static func share(_ count: Int, of list: RandomList) -> PlainFraction? {
        list.items.isEmpty ? nil : PlainFraction(Int128(count), over: Int128(list.items.count))
    }

    private static func sum(_ values: [PlainFraction]) -> PlainFraction { values.reduce(PlainFraction(0)) { ($0 + $1).reduced } }

    private static func mean(_ values: [PlainFraction]) -> PlainFraction? {
        values.isEmpty ? nil : sum(values) / PlainFraction(Int128(values.count))
    }

    private static func median(_ values: [PlainFraction]) -> PlainFraction? {
        let sorted = values.sorted { $0 < $1 }
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
        return sorted.count % 2 == 1 ? upper : mean([upper, sorted[sorted.count / 2 - 1]])
    }

    private static func limit(_ shape: Shape, _ random: inout SeededGenerator) -> String {
        guard shape.isMoney else { return ["0", "50", "60", "66.6", "75", "80", "100"].randomElement(using: &random) ?? "50" }
        return ["5000.10", "5000.1", "3333.33", "7000", "0.1"].randomElement(using: &random) ?? "7000"
    }
}

private extension PlainFraction {
    /// With the factors that both sides share taken out, so that long sums stay small.
    var reduced: PlainFraction {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return a > 1 ? PlainFraction(numerator / Int128(a), over: denominator / Int128(a)) : self
    }
}
