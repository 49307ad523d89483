import Diagnostics
import OrderedCollections
import Plumbline
import Quantities
import Testing
import YAML

@Suite("what rule files say") struct RuleLoadingTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          ward: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, beds: {type: integer}}}
        """

    private func book(header: String = "", rule lines: String...) throws -> RuleBook {
        let rule = lines.isEmpty ? "" : """
            rules:
              - id: a
                title: a
                for: ward

            """ + lines.map { "    \($0)\n" }.joined()
        return try Fixture.book([
            "v.yaml": Self.vocabulary, "ruleset.yaml": "ruleset: r\nuses: [v.yaml]\n\(header)\n\(rule)",
        ])
    }

    private func rule(_ lines: String...) throws -> Rule {
        let book = try book(rule: lines[0], lines.count > 1 ? lines[1] : "binding: required", lines.count > 2 ? lines[2] : "severity: error")
        #expect(Fixture.faults(of: book).isEmpty)
        return try #require(book.rules.first)
    }

    @Test("a header says when rules are due, what they share and which data they bring")
    func header() throws {
        let header = """
            due: 2025
            tolerances: {about: 5%}
            missing: {skip: {min_measured: 95%}}
            params:
              least: {type: integer, value: 3, why: {zh: 条文规定, en: by the clause}}
              kinds: {type: list(string), value: [甲, 乙]}
            data:
              - {table: ward, file: data/wards.csv, roster: true, source: 名录 2024}
            """
        let book = try book(header: header)
        #expect(Fixture.faults(of: book).isEmpty)
        let ruleset = try #require(book.rulesets.first)
        #expect(ruleset.due?.date.description == "2025-12-31")
        #expect(ruleset.aboutTolerance == Decimal("0.05").map(Number.init))
        #expect(ruleset.missing == .skip(minMeasured: Decimal("0.95").map(Number.init)))
        #expect(Array(ruleset.parameters.keys) == ["least", "kinds"])
        #expect(ruleset.parameters["least"]?.why?.zh == "条文规定")
        let data = try #require(ruleset.data.first)
        #expect(data.table == "ward")
        #expect(data.isRoster)
        #expect(data.source == "名录 2024")
        #expect(data.path.hasSuffix("/data/wards.csv"))
        #expect(data.path.hasPrefix(String(ruleset.location.file.dropLast("ruleset.yaml".count))))
    }

    @Test("a period is one, or several with a manner", arguments: [
        ("2025", PeriodChoice.Manner.one, ["2025"]), ("2024Q3", .one, ["2024Q3"]), ("{each: 2021..2023}", .each, ["2021", "2022", "2023"]),
        ("{each: [2023, 2021]}", .each, ["2021", "2023"]), ("{all: 2024Q4..2025Q1}", .all, ["2024Q4", "2025Q1"]),
        ("{any: [2024-12]}", .any, ["2024-12"]), ("{each: 2024}", .each, ["2024"]),
    ])
    func period(text: String, manner: PeriodChoice.Manner, periods: [String]) throws {
        let period = try #require(try rule("require: beds > 3", "period: \(text)").period)
        #expect(period.manner == manner)
        #expect(period.periods.map(\.description) == periods)
    }

    @Test("a period that is due is due on its last day", arguments: [
        ("2025-06-30", "2025-06-30"), ("2025", "2025-12-31"), ("2025Q2", "2025-06-30"), ("2024-02", "2024-02-29"),
    ])
    func due(text: String, day: String) throws {
        #expect(try rule("require: beds > 3", "due: \(text)").due?.date.description == day)
    }

    @Test("subjects and exceptions are names, with a reason or without")
    func named() throws {
        let rule = try rule("require: beds > 3", "subjects: [甲, {record: 乙, why: 在建}]", "except: 丙")
        #expect(rule.subjects.map(\.name) == ["甲", "乙"])
        #expect(rule.subjects.map(\.why?.zh) == [nil, "在建"])
        #expect(rule.exceptions.map(\.name) == ["丙"])
    }

    @Test("missing data are taken as a rule says", arguments: [
        ("bounds", MissingPolicy.bounds), ("skip", .skip(minMeasured: nil)), ("against", .against), ("{skip: {}}", .skip(minMeasured: nil)),
        ("{skip: {min_measured: 100%}}", .skip(minMeasured: 1)),
    ])
    func missing(text: String, policy: MissingPolicy) throws {
        #expect(try rule("require: beds > 3", "missing: \(text)").missing == policy)
    }

    @Test("a coverage has a limit, and may have groups")
    func coverage() throws {
        let coverage = try #require(try rule("require: beds > 3", "coverage: {per: name, at_least: 80%}").coverage)
        #expect(coverage.target.kind == "at_least")
        #expect(coverage.target.limit.scalar?.text == "80%")
        #expect(coverage.per?.text == "name")
    }

    @Test("a rule requires a value within its limit, a limit alone, a condition, or nothing but being counted", arguments: [
        ("observe: beds", "target: {at_least: 3}", "target"), ("target: {unique: [name]}", "binding: required", "bare"),
        ("require: beds > 3", "coverage: {at_least: 80%}", "condition"), ("coverage: {at_least: 3 家}", "where: beds > 3", "membership"),
    ])
    func requirement(first: String, second: String, expected: String) throws {
        // What a kind of target needs is the planner's to say.
        let book = try book(rule: first, second)
        let requirement = try #require(book.rules.first?.requirement)
        let found = switch requirement {
        case .target: "target"
        case .arms(let arms): arms.manner.rawValue
        case .bareTarget: "bare"
        case .condition: "condition"
        case .membership: "membership"
        }
        #expect(found == expected)
    }
}
