import Diagnostics
import Plumbline
import Testing

@Suite("rules of one ruleset that conflict")
struct RuleConflictTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations:
          tier: {values: [上, 中, 下]}
        tables:
          city:
            key: [id]
            fields:
              id: {type: string}
              kind: {type: string}
              tier: {type: tier}
              beds: {type: integer, unit: 张, range: 0..}
              doctors: {type: integer, unit: 人, range: 0..}
              nurses: {type: integer, unit: 人, range: 0..}
              residents: {type: integer, unit: 人, range: 0..}
        """

    /// Two rules or more, each by its keys after `for: city`; what the linter says of them.
    private func warnings(_ rules: [String]) throws -> [Diagnostic] {
        let text = rules.enumerated().map { place, keys in
            "  - {id: rule-\(place + 1), title: \(place + 1), for: city, \(keys)}\n"
        }
        return try Fixture.plan(vocabulary: Self.vocabulary, rules: text.joined()).book.faults.all
    }

    @Test(
        "limits on one figure are held against each other",
        arguments: [
            ("observe: beds, target: {at_least: 80 张}", "observe: beds, target: {at_least: 100 张}", "limit-idle"),
            ("observe: beds, target: {at_most: 80 张}", "observe: (beds), target: {at_most: 100 张}", "limit-idle"),
            ("observe: beds, target: {at_least: 80 张}", "observe: beds, target: {at_least: 80 张}", "limit-idle"),
            ("observe: beds, target: {at_least: 100 张}", "observe: beds, target: {less_than: 100 张}", "limits-exclude"),
            ("observe: beds, target: {equals: 90 张}", "observe: beds, target: {between: [95 张, 99 张]}", "limits-exclude"),
            (
                "where: kind == 'a' && beds > 0, observe: beds, target: {at_least: 80 张}",
                "where: beds>0, observe: beds, target: {at_least: 100 张}", "limit-idle"
            ),
            (
                "observe: beds, baseline: {period: 2020, value: 48 张}, target: {growth: {at_least: 100%, against: baseline}}",
                "observe: beds, target: {at_least: 100 张}", "limit-idle"
            ),
            (
                "observe: beds, baseline: {period: 2020, value: 48 张}, target: {change: {at_least: 10 张, against: baseline}}",
                "observe: beds, target: {at_most: 57 张}", "limits-exclude"
            ),
        ])
    func pairs(one: String, other: String, code: DiagnosticCode) throws {
        let found = try warnings([one, other])
        #expect(found.map(\.code) == [code])
        #expect(found.allSatisfy { $0.severity == .warning && $0.location != nil })
    }

    @Test(
        "limits that can both matter are left alone",
        arguments: [
            ("observe: beds, target: {at_least: 80 张}", "observe: beds, target: {at_most: 100 张}"),
            ("observe: beds, target: {at_least: 80 张}", "observe: doctors, target: {at_least: 100 人}"),
            ("where: kind == 'a', observe: beds, target: {at_least: 80 张}", "where: kind == 'b', observe: beds, target: {at_least: 100 张}"),
            ("observe: beds, target: {at_least: 80 张}", "where: kind == 'b', observe: beds, target: {at_least: 100 张}"),
            ("due: 2023, observe: beds, target: {at_least: 80 张}", "due: 2025, observe: beds, target: {at_least: 100 张}"),
            ("binding: obligatory, observe: beds, target: {at_least: 80 张}", "binding: strive, observe: beds, target: {at_least: 100 张}"),
            (
                "observe: beds, baseline: {period: 2020, value: 52 张}, target: {growth: {at_most: 100%, against: baseline}}",
                "observe: beds, target: {at_least: 100 张}"
            ),
            ("subjects: [甲], observe: beds, target: {at_least: 80 张}", "subjects: [乙], observe: beds, target: {at_least: 100 张}"),
        ])
    func noPairs(one: String, other: String) throws { #expect(try warnings([one, other]).isEmpty) }

    @Test("a floor and a ceiling that exclude each other name both rules, in both languages")
    func words() throws {
        let found = try #require(try warnings(["observe: beds, target: {at_least: 100 张}", "observe: beds, target: {at_most: 90 张}"]).first)
        #expect(found.message.en.hasPrefix("'rule-2' (≤ 90 张) and 'rule-1' (≥ 100 张, "))
        #expect(found.message.zh.hasPrefix("规则“rule-2”（≤ 90 张）与“rule-1”（≥ 100 张，"))
    }

    @Test("floors on the shares of one whole that add to all of it are told once")
    func shares() throws {
        func part(_ tier: String, _ floor: String) -> String { "require: tier == '\(tier)', coverage: {at_least: \(floor)}" }
        #expect(try warnings([part("上", "15%"), part("中", "70%"), part("下", "15%")]).map(\.code) == ["shares-fill-whole"])
        #expect(try warnings([part("上", "15%"), part("中", "70%"), part("下", "16%")]).map(\.code) == ["shares-above-whole"])
        #expect(try warnings([part("上", "15%"), part("中", "70%"), part("下", "14%")]).isEmpty)
    }

    @Test("counts and rates that imply different populations are told")
    func populations() throws {
        let doctors = ["observe: doctors, target: {at_least: 2000 人}", "observe: doctors / residents, target: {at_least: 4 人/万人}"]
        func nurses(_ count: Int) -> [String] {
            ["observe: nurses, target: {at_least: \(count) 人}", "observe: nurses / residents, target: {at_least: 5 人/千人}"]
        }
        let found = try warnings(doctors + nurses(20_000))
        #expect(found.map(\.code) == ["totals-differ"])
        #expect(found.first?.message.en.contains("4000000") == true && found.first?.message.en.contains("5000000") == true)
        #expect(try warnings(doctors + nurses(25_000)).isEmpty)
        #expect(try warnings(doctors).isEmpty)
    }
}
