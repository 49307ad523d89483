import Diagnostics
import Testing

@testable import Plumbline

@Suite("What is generated loads and passes") struct GeneratedCasesLoadTests {
    /// The text of a rule's generated cases.
    private static func cases(_ rule: String, params: String = "") throws -> (text: String, count: Int) {
        let plan = try plan(rule, params: params)
        let made = CaseGenerator(plan).cases(ofRule: 0)
        let text = made.cases.flatMap { CaseText(example: made.example).lines($0, indent: 6) }.joined(separator: "\n")
        return (text, made.cases.count)
    }

    private static func plan(_ rule: String, params: String, cases: String = "") throws -> AuditPlan {
        let keys = rule.split(separator: ";").map { "    \($0.drop { $0 == " " })\n" }.joined()
        let text = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\ndue: 2025-12-31\nuses: [vocabulary.yaml]\n\(params)rules:\n  - id: r\n    title: t\n\(keys)"
        return try Fixture.plan(["vocabulary.yaml": CountyVocabulary.text, "ruleset.yaml": text + (cases.isEmpty ? "" : "    cases:\n\(cases)\n")])
    }

    @Test("of whatever rule the cases are", arguments: [
        "for: region; period: 2025; observe: facilities.count(); baseline: {period: 2020, value: 3 个}; target: {at_least: 10 个}",
        "for: region; period: 2025; observe: facilities.count(); baseline: {period: 2020, value: 100 个}; target: {growth: {at_least: 10%, against: baseline}}",
        "for: region; where: level == '县'; coverage: {per: parent, at_least: 2 个}",
        "for: facility; where: kind == '病区'; coverage: {per: region.county, at_least: 1 个}",
        "for: region; period: {each: 2024..2025}; observe: life; target: {at_least: 80 岁}",
        "for: region_year; period: 2025; observe: doctors; target: {at_least: 2 人/万人}",
    ])
    func loads(rule: String) throws {
        let (text, count) = try Self.cases(rule)
        try #require(count >= 2)
        let result = CaseRunner(try Self.plan(rule, params: "", cases: text)).run()
        #expect(result.caseCount == count)
        #expect(result.failures.sorted.map(\.message.en) == [])
    }

    @Test("the limit is shown where the records are of no period, also beside a stated baseline, and where groups are of the rule's own table", arguments: [
        ("for: region; period: 2025; observe: facilities.count(); baseline: {period: 2020, value: 100 个}; target: {growth: {at_least: 10%, against: baseline}}", "observed: 10%"),
        ("for: region; where: level == '县'; coverage: {per: parent, at_least: 2 个}", "observed: 2 个\n        gap: 0 个"),
        ("for: facility; where: kind == '病区'; coverage: {per: region.county, at_least: 1 个}", "records: []\n        roster: [A]\n        outcome: fail"),
    ])
    func shown(rule: String, words: String) throws {
        let text = try Self.cases(rule).text
        #expect(text.contains(words), "\(text)")
    }

    @Test("a list that a parameter holds is taken for what has to be there")
    func sets() throws {
        let params = "params: {items: {type: list(string), value: [甲, 乙]}}\n"
        let rule = "for: region; observe: facilities; target: {same_set: {by: kind, as: params.items, extra: allowed}}"
        let (text, count) = try Self.cases(rule, params: params)
        #expect(count >= 2 && text.contains("{kind: 甲}"), "\(text)")
    }
}
