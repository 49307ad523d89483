import Diagnostics
import Plumbline
import TestSupport
import Testing

/// Verdicts at and around the limit, against rational arithmetic by the book.
@Suite("exact to the verdict")
struct ExactnessTests {
    private static let vocabulary = """
        vocabulary: exactness
        tables:
          unit:
            key: row
            fields:
              part: {type: integer, unit: 个}
              whole: {type: integer, unit: 个}
              income: {type: decimal, unit: 万元}
              spending: {type: decimal, unit: 元}
              rate: {type: percent}
        """

    @Test("a verdict on each of 10,000 random tables is the one of rational arithmetic")
    func randomTables() throws {
        var random = SeededGenerator(seed: 20_250_601)
        let rules = (0..<100).map { _ in RandomRule(&random) }
        let text = rules.enumerated().map { $1.yaml(id: "r\($0)") }.joined(separator: "\n")
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: text)
        var (verdicts, differences) = (0, [String]())
        for _ in 0..<100 {
            // One table in a hundred for each of a hundred rules, its rows near the limits of some of them.
            let rows = rules.shuffled(using: &random).prefix(20).map { $0.row(&random) }
            let csv = "part,whole,income,spending,rate\n" + rows.map(\.csv).joined(separator: "\n")
            for finding in try Fixture.run(plan, table: "unit", csv: csv).findings {
                let (rule, row) = (rules[finding.rule], rows[(finding.record.address?.row ?? 1) - 1])
                let expected: Outcome = rule.value(of: row).map { rule.target.holds($0) ? .pass : .fail } ?? .notMeasured
                if finding.outcome != expected { differences.append("\(rule.yaml(id: "r")) on \(row.csv)") }
                verdicts += 1
            }
        }
        #expect(verdicts == 100 * 100 * 20)
        #expect(differences == [])
    }
}

/// One record of the random tables; the texts are what the file holds.
private struct RandomRow {
    var part: Int, whole: Int, income: String, spending: String, rate: String

    var csv: String { "\(part),\(whole),\(income),\(spending),\(rate)%" }
}

private struct RandomRule {
    enum Shape: CaseIterable {
        case share, income, balance, rate, sum
    }

    let shape: Shape
    let target: PlainTarget
    /// The limits as written, without their unit.
    let texts: [String]

    init(_ random: inout SeededGenerator) {
        shape = Shape.allCases.randomElement(using: &random) ?? .share
        let kind = ["at_least", "at_most", "more_than", "less_than", "equals", "between"].randomElement(using: &random) ?? "equals"
        let count = kind == "between" ? 2 : 1
        let shape = shape
        let numbers = (0..<count).map { _ in Self.limit(shape, &random) }.sorted { PlainFraction($0) < PlainFraction($1) }
        texts = numbers
        target = PlainTarget(kind: kind, limits: numbers.map { PlainFraction($0) * Self.scale(shape) })
    }

    func yaml(id: String) -> String {
        let quoted = texts.map { "'\($0) \(unit)'" }
        let limit = target.kind == "between" ? "[\(quoted.joined(separator: ", "))]" : quoted[0]
        return "  - {id: \(id), title: t, for: unit, observe: '\(observe)', target: {\(target.kind): \(limit)}}"
    }

    /// The observed value in base units; nil where it has no answer.
    func value(of row: RandomRow) -> PlainFraction? {
        switch shape {
        case .share: row.whole == 0 ? nil : PlainFraction(Int128(row.part), over: Int128(row.whole))
        case .income: PlainFraction(row.income) * PlainFraction(10_000)
        case .balance: PlainFraction(row.income) * PlainFraction(10_000) + PlainFraction(row.spending) * PlainFraction(-1)
        case .rate: PlainFraction(row.rate) * PlainFraction(1, over: 100)
        case .sum: PlainFraction(Int128(row.part + row.whole))
        }
    }

    /// A record at the limit, a hair beside it, or anywhere.
    func row(_ random: inout SeededGenerator) -> RandomRow {
        let near = texts[Int.random(in: 0..<texts.count, using: &random)]
        let hair = ["", "", "1", "001"].randomElement(using: &random) ?? ""
        let nearText = hair.isEmpty ? near : (near.contains(".") ? near + hair : "\(near).\(hair)")
        let whole = [0, 1, 7, 40, 1000, 1_864_458, 100_000].randomElement(using: &random) ?? 1
        let atLimit = (PlainFraction(near) * PlainFraction(Int128(whole), over: 100))
        let part = Int(atLimit.numerator / atLimit.denominator) + Int.random(in: -1...1, using: &random)
        return RandomRow(
            part: max(0, part), whole: whole, income: nearText, spending: "\(Int.random(in: 0...3, using: &random)).10",
            rate: nearText)
    }

    private var observe: String {
        switch shape {
        case .share: "part / whole"
        case .income: "income"
        case .balance: "income - spending"
        case .rate: "rate"
        case .sum: "part + whole"
        }
    }

    private var unit: String {
        switch shape {
        case .share, .rate: "%"
        case .income: "万元"
        case .balance: "元"
        case .sum: "个"
        }
    }

    private static func scale(_ shape: Shape) -> PlainFraction {
        switch shape {
        case .share, .rate: PlainFraction(1, over: 100)
        case .income: PlainFraction(10_000)
        case .balance, .sum: PlainFraction(1)
        }
    }

    private static func limit(_ shape: Shape, _ random: inout SeededGenerator) -> String {
        let whole = Int.random(in: 0...100, using: &random)
        guard shape != .sum else { return "\(whole)" }
        return ["\(whole)", "\(whole).5", "\(whole).1", "\(whole).001"].randomElement(using: &random) ?? "\(whole)"
    }
}
