import Diagnostics
import Plumbline
import Testing

@Suite("cases over periods of records that have none") struct SeenCaseTests {
    private func failures(_ rule: String, _ example: String) throws -> [String] {
        let plan = try Fixture.plan([
            "vocabulary.yaml": CountyVocabulary.text,
            "ruleset.yaml": """
                ruleset: test
                plan: {title: test, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                rules:
                  - id: r
                    title: t
                    \(rule)
                    cases: [{name: c, \(example)}]
                """,
        ])
        return CaseRunner(plan).run().failures.all.map(\.message.en)
    }

    private static let yearly = "for: region\n    period: {each: 2021..2025}\n    observe: blood\n    target: {growth: {at_least: 2%, against: previous}}"
    private static let kept = "for: region\n    period: {all: 2021..2025}\n    observe: myopia\n    target: {at_most: 45%}"
    private static let talents = "for: region\n    period: 2025\n    observe: talents.count(t, t.level >= '省级')\n    target: {at_least: 2 人}"
    private static let titles = "for: region\n    period: {all: 2022..2023}\n    require: talents.exists(t, t.id == 'A')"
    private static let vehicles = "for: region_year\n    period: 2025\n    where: region.level == '市'\n    observe: region.facilities.count(f, f.kind == 'a') / people\n    target: {at_least: 1 个/3万人}"

    private static let sound: [(rule: String, example: String)] = [
        (yearly, "period: 2022, periods: {2021: {blood: 100000}, 2022: {blood: 102000}}, outcome: pass"),
        (yearly, "period: 2022, periods: {2021: {blood: 100000}, 2022: {blood: 101999}}, outcome: fail"),
        (yearly, "period: 2023, periods: {2021: {blood: 100000}, 2023: {blood: 102000}}, outcome: not_measured, reason: no_such_period"),
        (kept, "periods: {2021: {myopia: 45%}, 2022: {myopia: 45.1%}}, as_of: 2024-06-30, outcome: fail"),
        (kept, "periods: {2021: {myopia: 45%}, 2022: {myopia: 45%}, 2023: {myopia: 44%}}, as_of: 2024-06-30, outcome: not_due"),
        (kept, "periods: {2021: {myopia: 45%}, 2023: {myopia: 44%}, 2024: {myopia: 44%}, 2025: {myopia: 44%}}, outcome: not_measured"),
        (kept, "given: {myopia: 44%}, outcome: pass"),
        (talents, "given: {talents: [{repeat: 2, of: {level: 省级}}]}, outcome: pass"),
        (talents, "given: {talents: [{level: 省级}, {level: 省级, left_on: 2025-12-31}]}, outcome: fail, observed: 1 人"),
        (talents, "given: {}, outcome: not_measured, reason: list_not_submitted"),
        (talents, "periods: {2020: {observed: 48}, 2025: {observed: 95}}, outcome: pass, observed: 95 人"),
        (titles, "periods: {2022: {talents: [{id: A}]}, 2023: {talents: [{id: B}]}}, outcome: fail"),
        (titles, "given: {talents: [{id: A, selected_on: 2022-12-31}]}, outcome: pass"),
        (vehicles, "given: {year: 2025, region: {level: 市, facilities: [{repeat: 169, of: {kind: a}}]}, people: 5070000}, outcome: pass"),
        (vehicles, "given: {year: 2025, region: {level: 市, facilities: [{repeat: 168, of: {kind: a}}]}, people: 5070000}, outcome: fail, closes: 1"),
        ("for: facility\n    require: region.county.name == '越城区'", "given: {region: {level: 乡镇, parent: {level: 县, name: 越城区}}}, outcome: pass"),
        ("for: facility\n    require: region.county.name == '越城区'", "given: {region: {county: {name: 越城区}}}, outcome: pass"),
        ("for: facility\n    require: region.county == null", "given: {region: {level: 市}}, outcome: pass"),
    ]

    @Test("give what is observed and what registers hold, outright and period by period", arguments: sound)
    func passes(rule: String, example: String) throws {
        #expect(try failures(rule, example).isEmpty)
    }

    @Test("a field that is the same in all periods is not given for one")
    func notOfPeriod() throws {
        let book = try Fixture.book([
            "vocabulary.yaml": CountyVocabulary.text,
            "ruleset.yaml": """
                ruleset: t
                uses: [vocabulary.yaml]
                rules:
                  - {id: r, title: t, for: region, period: 2021, observe: life, target: {at_least: 80 岁}, cases: [{name: c, periods: {2021: {level: 县}}, outcome: pass}]}

                """,
        ])
        do {
            _ = try AuditPlanner.plan(book)
            Issue.record("no fault")
        } catch {
            #expect(error.sorted.map(\.code) == ["case-not-of-period"])
        }
    }
}
