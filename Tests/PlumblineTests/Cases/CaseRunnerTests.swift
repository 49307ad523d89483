import Diagnostics
import Plumbline
import Testing

/// A rule with one case each: what stands in the case, and what does not come out.
@Suite("the cases beside rules")
struct CaseRunnerTests {
    private static let tables = [
        "region: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, level: {type: string}, kinds: {type: string, many: true}}}",
        """
        home: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, region: {references: region, list: homes}, \
        beds: {type: integer, unit: 张, range: 0..1000}, share: {type: percent}}}
        """,
        """
        worker: {key: [id], fields: {id: {type: string}, home: {references: home, list: staff, at_least_one: true}, \
        role: {type: string}, pay: {type: decimal, unit: 元, range: 0..}, trained: {type: boolean}}}
        """,
        "visit: {key: [id], fields: {id: {type: string}, home: {references: home, list: visits}, findings: {type: integer}}}",
        """
        home_year: {key: [home, year], period: year, fields: {home: {references: home, list: years}, year: {type: period}, \
        income: {type: decimal, unit: 万元, range: 0..}, guests: {type: integer, unit: 人, range: 0..}, met: {type: boolean}}}
        """,
        "call: {key: [id], period: year_of(called_at), fields: {id: {type: string}, called_at: {type: date}, minutes: {type: integer}}}",
    ]
    private static let indicators = """
        indicators:
          - {id: income_per_guest, of: home_year, unit: 元/人, title: t, numerator: income, denominator: guests}
        """

    /// What a case fails at: `outcome should be …`; empty where it comes out as it says.
    private func failures(_ rule: String, _ example: String, header: String = "due: 2025-12-31") throws -> [String] {
        let plan = try Fixture.plan([
            "vocabulary.yaml": "vocabulary: test\ntables:\n" + Self.tables.map { "  \($0)\n" }.joined() + Self.indicators,
            "ruleset.yaml": """
                ruleset: test
                plan: {title: test, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                \(header)
                rules:
                  - id: r
                    title: t
                    \(rule)
                    cases: [{name: c, \(example)}]
                """,
        ])
        return CaseRunner(plan).run().failures.all.map(\.message.en)
    }

    private static let givens: [(rule: String, example: String)] = [
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}", "given: {beds: 5}, outcome: pass, observed: 5 张, gap: 0"),
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}", "given: {beds: 3}, outcome: fail, gap: -2, closes: 2"),
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}", "given: {}, outcome: not_measured, reason: missing"),
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}", "given: {beds: ~}, outcome: not_measured, reason: missing"),
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}", "given: {beds: about 5}, outcome: not_measured, reason: unreadable"),
        // References are maps, and lead on.
        ("for: home\n    where: region.level == '县'\n    require: beds > 0", "given: {region: {level: 县}, beds: 1}, outcome: pass"),
        ("for: home\n    where: region.level == '县'\n    require: beds > 0", "given: {region: {level: 市}, beds: 1}, outcome: not_applicable, reason: out_of_scope"),
        ("for: home\n    where: region.level == '县'\n    require: beds > 0", "given: {region: {}, beds: 1}, outcome: not_measured, reason: scope_unknown"),
        ("for: home\n    where: region.level == '县'\n    require: beds > 0", "given: {beds: 1}, outcome: not_measured, reason: scope_unknown"),
        ("for: worker\n    require: home.region.level == '县'", "given: {home: {region: {level: 县}}}, outcome: pass"),
        // Children are lists; one left out did not come, an empty one came without rows.
        ("for: home\n    observe: staff.count()\n    target: {at_least: 2 人}", "given: {staff: [{role: a}, {role: b}]}, outcome: pass"),
        ("for: home\n    observe: visits.count()\n    target: {at_least: 2 个}", "given: {visits: []}, outcome: fail, closes: 2"),
        ("for: home\n    observe: visits.count()\n    target: {at_least: 2 个}", "given: {}, outcome: not_measured, reason: list_not_submitted"),
        ("for: home\n    observe: 'staff.share(s, s.trained)'\n    target: {at_least: 80%}", "given: {staff: [{repeat: 4, of: {trained: true}}, {trained: false}]}, outcome: pass, observed: 80%"),
        ("for: home\n    observe: 'staff.share(s, s.trained)'\n    target: {at_least: 80%}", "given: {staff: [{repeat: 3, of: {trained: true}}, {trained: false}]}, outcome: fail, closes: {convert: 1, add: 1}"),
        ("for: home\n    observe: 'staff.share(s, s.trained)'\n    target: {at_least: 80%}", "given: {staff: [{repeat: 3, of: {trained: true}}, {}]}, outcome: not_measured, reason: missing_decides"),
        ("for: home\n    require: visits.count() == 0", "given: {visits: [{repeat: 0, of: {findings: 1}}]}, outcome: pass"),
        ("for: home\n    require: visits.count() == 2", "given: {visits: [{repeat: 2, of: {id: V, findings: 1}}, {findings: 1}]}, outcome: pass"),
        ("for: home\n    period: 2024\n    require: years.at(2024).count() == 1 && years.count() == 1", "given: {years: [{repeat: 2, of: {guests: 1}}]}, outcome: pass"),
        ("for: region\n    observe: 'homes.sum(h, h.staff.count())'\n    target: {at_least: 3 人}", "given: {homes: [{staff: [{repeat: 2, of: {role: a}}]}, {staff: [{role: a}]}]}, outcome: pass"),
        ("for: region\n    observe: 'homes.sum(h, h.staff.count())'\n    target: {at_least: 3 人}", "given: {homes: [{staff: [{role: a}]}, {}]}, outcome: not_measured, reason: list_not_submitted"),
        ("for: region\n    require: \"'a' in kinds && 'b' in kinds\"", "given: {kinds: [a, b]}, outcome: pass"),
        ("for: region\n    require: \"'a' in kinds && 'b' in kinds\"", "given: {kinds: [a]}, outcome: fail, reason: condition_false"),
    ]

    @Test("a case gives references as maps and children as lists", arguments: givens)
    func given(rule: String, example: String) throws {
        let found = try failures(rule, example)
        #expect(found == [])
    }

    private static let periods: [(rule: String, example: String)] = [
        ("for: home_year\n    period: 2025\n    observe: income\n    target: {at_least: 5 万元}", "given: {income: 5}, outcome: pass"),
        ("for: home_year\n    period: 2025\n    observe: income\n    target: {at_least: 5 万元}", "given: {year: 2024, income: 5}, outcome: not_applicable, reason: other_period"),
        // Nothing but a due date says which year is meant.
        ("for: home_year\n    observe: income\n    target: {at_least: 5 万元}", "given: {income: 5}, outcome: pass"),
        ("for: home_year\n    period: {each: 2023..2025}\n    observe: income\n    target: {at_least: 5 万元}", "period: 2024, given: {income: 4}, outcome: fail, gap: -1 万元"),
        ("for: home_year\n    period: {each: 2023..2025}\n    observe: income\n    target: {at_least: 5 万元}", "period: 2024, periods: {2023: {income: 9}, 2024: {income: 4}}, outcome: fail"),
        ("for: home_year\n    period: {each: 2023..2025}\n    observe: income\n    target: {at_least: 5 万元}", "period: 2025, periods: {2023: {income: 9}, 2024: {income: 4}}, outcome: not_measured, reason: no_such_period"),
        ("for: home_year\n    period: 2025\n    observe: income\n    target: {growth: {at_least: 10%, against: previous}}", "periods: {2024: {income: 100}, 2025: {income: 110}}, outcome: pass, observed: 10%"),
        ("for: home_year\n    period: 2025\n    observe: income\n    target: {growth: {at_least: 10%, against: previous}}", "periods: {2023: {income: 100}, 2025: {income: 110}}, outcome: not_measured, reason: no_such_period"),
        ("for: home_year\n    period: {all: 2024..2025}\n    observe: income\n    target: {at_least: 5 万元}", "periods: {2024: {income: 4}, 2025: {income: 6}}, outcome: fail"),
        // What is given for all years, and what differs.
        ("for: home_year\n    period: 2025\n    where: home.region.level == '县'\n    require: income > previous.income", "given: {home: {region: {level: 县}}}, periods: {2024: {income: 4}, 2025: {income: 6}}, outcome: pass"),
        ("for: home\n    require: 'years.at(2025).sum(y, y.income) >= q(\"5 万元\")'", "given: {years: [{year: 2025, income: 5}, {year: 2024, income: 0}]}, outcome: pass"),
        ("for: call\n    period: 2025\n    require: minutes <= 8", "given: {called_at: 2024-05-05, minutes: 3}, outcome: not_applicable, reason: other_period"),
        ("for: call\n    period: 2025\n    require: minutes <= 8", "given: {called_at: 2025-05-05, minutes: 9}, outcome: fail"),
        // Records of a group.
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}\n    coverage: {at_least: 60%}", "records: [{beds: 5}, {beds: 6}, {repeat: 2, of: {beds: 1}}], outcome: fail, closes: {convert: 1, add: 1}"),
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}\n    coverage: {at_least: 60%}", "given: {beds: 5}, records: [{}, {beds: 6}, {beds: 1}], outcome: pass, observed: 66.67%"),
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}\n    coverage: {at_least: 60%}", "records: [{beds: 5}, {}], outcome: not_measured, reason: missing_decides"),
        ("for: home\n    observe: beds\n    target: {at_least: 5 张}\n    coverage: {at_least: 1 家}", "records: [], given: {beds: 3}, outcome: fail, closes: 1"),
        ("for: worker\n    observe: pay\n    target: {parity: {test: role == 'a', within: [home], at_least: 100%}}", "records: [{home: {id: H}, role: a, pay: 5.08}, {home: {id: H}, role: b, pay: 5.10}], outcome: fail, gap: -0.01 元"),
        // What a value was at the baseline, outright or not, and whether it is on its way.
        ("for: home_year\n    period: 2025\n    baseline: {period: 2020}\n    observe: guests\n    target: {growth: {at_least: 100%, against: baseline}}", "periods: {2020: {observed: 48}, 2025: {observed: 95}}, outcome: fail, closes: 1"),
        ("for: home_year\n    period: 2025\n    baseline: {period: 2020}\n    observe: guests\n    target: {growth: {at_least: 100%, against: baseline}}", "periods: {2020: {observed: 0}, 2025: {observed: 3}}, outcome: not_measured, reason: zero_base"),
        ("for: home_year\n    period: 2025\n    baseline: {period: 2020}\n    observe: income\n    target: {growth: {at_most: 5%, against: baseline, yearly: compound}}", "periods: {2020: {observed: 200.00}, 2025: {observed: 255.26}}, outcome: fail"),
        ("for: home_year\n    baseline: {period: 2020, value: 10 万元}\n    observe: income\n    target: {at_least: 20 万元}", "as_of: 2024-03-31, periods: {2023: {income: 16}}, outcome: not_due, track: on_track"),
        ("for: home_year\n    baseline: {period: 2020, value: 10 万元}\n    observe: income\n    target: {at_least: 20 万元}", "as_of: 2024-03-31, periods: {2023: {income: 15.99}}, outcome: not_due, track: off_track"),
        ("for: home_year\n    period: {all: 2021..2025}\n    observe: income\n    target: {at_least: 5 万元}", "as_of: 2024-06-30, periods: {2021: {income: 5}, 2022: {income: 5}, 2023: {income: 6}}, outcome: not_due, track: on_track"),
        ("for: home_year\n    period: {latest_since: 2015}\n    observe: income\n    target: {at_least: 5 万元}", "periods: {2017: {income: 5}, 2019: {}}, outcome: pass"),
        ("for: home_year\n    period: {latest_since: 2015}\n    observe: income\n    target: {at_least: 5 万元}", "periods: {2014: {income: 5}}, outcome: not_measured, reason: no_such_period"),
        ("for: home_year\n    period: 2025\n    expected_on: 2026-06-30\n    observe: income\n    target: {at_least: 5 万元}", "periods: {2024: {income: 5}}, as_of: 2026-03-31, outcome: not_due, reason: not_published"),
        ("for: home\n    subjects: [甲]\n    require: beds > 0", "given: {name: 甲, beds: 1}, outcome: pass"),
        ("for: home\n    except: [甲]\n    require: beds > 0", "given: {name: 甲, beds: 1}, outcome: not_applicable, reason: excepted"),
    ]

    @Test("a case gives periods, histories and the records of a group", arguments: periods)
    func histories(rule: String, example: String) throws {
        let found = try failures(rule, example)
        #expect(found == [])
    }

    private static let days: [(rule: String, header: String, example: String)] = [
        // The latest of the due date, the last period and the plan's end, and a day.
        ("for: home\n    require: beds > 0", "", "given: {beds: 1}, outcome: pass"),
        ("for: home\n    due: 2030\n    require: beds > 0", "", "given: {beds: 1}, outcome: pass"),
        ("for: home\n    require: beds > 0", "due: 2031-05-05", "given: {beds: 1}, outcome: pass"),
        ("for: home_year\n    period: {each: 2025..2032}\n    require: met", "", "period: 2032, given: {met: true}, outcome: pass"),
        ("for: home\n    due: 2030\n    require: beds > 0", "", "as_of: 2030-12-31, given: {beds: 1}, outcome: not_due"),
        ("for: home\n    due: 2030\n    require: beds > 0", "", "as_of: 2031-01-01, given: {beds: 0}, outcome: fail"),
        ("for: home\n    require: 'as_of == date(\"2026-01-01\")'", "", "given: {}, outcome: pass"),
        ("for: home\n    due: 2024\n    require: 'as_of == date(\"2026-01-01\")'", "", "given: {}, outcome: pass"),
        ("for: home\n    due: 2027-06-30\n    require: 'as_of == date(\"2027-07-01\")'", "", "given: {}, outcome: pass"),
    ]

    @Test("without a day of its own a case is judged when everything is due", arguments: days)
    func asOf(rule: String, header: String, example: String) throws {
        let found = try failures(rule, example, header: header)
        #expect(found == [])
    }

    private static let outrightIndicators: [(rule: String, example: String)] = [
        ("for: home_year\n    period: 2025\n    observe: income_per_guest\n    target: {at_most: 300 元/人}", "given: {income: 6, guests: 200}, outcome: pass, observed: 300"),
        ("for: home_year\n    period: 2025\n    observe: income_per_guest\n    target: {at_most: 300 元/人}", "given: {income_per_guest: 301}, outcome: fail, gap: 1"),
        ("for: home_year\n    period: 2025\n    observe: income_per_guest\n    target: {at_most: 300 元/人}", "given: {income: 6, guests: 200, income_per_guest: 301}, outcome: fail"),
        ("for: home_year\n    period: 2025\n    observe: income_per_guest\n    target: {growth: {at_most: 5%, against: previous}}", "periods: {2024: {income_per_guest: 100}, 2025: {income_per_guest: 105.01}}, outcome: fail, gap: 0.01pp"),
    ]

    @Test("an indicator may be given outright", arguments: outrightIndicators)
    func indicators(rule: String, example: String) throws {
        let found = try failures(rule, example)
        #expect(found == [])
    }
}

/// What the rule observes, given outright.
extension CaseRunnerTests {
    private static let growth = "for: home_year\n    period: 2025\n    observe: 'home.staff.count(s, s.trained)'\n    target: {growth: {at_least: 100%, against: previous}}"
    private static let income = "for: home_year\n    period: 2025\n    where: met\n    observe: income / guests\n    target: {at_least: 2 元/人}"
    private static let share = "for: home_year\n    period: {all: 2024..2025}\n    observe: 'home.staff.share(s, s.trained)'\n    target: {at_least: 80%}"

    private static let outright: [(rule: String, example: String)] = [
        (growth, "periods: {2024: {observed: 48}, 2025: {observed: 96}}, outcome: pass, observed: 100%"),
        (growth, "periods: {2024: {observed: 48}, 2025: {observed: 95}}, outcome: fail, closes: 1"),
        (growth, "periods: {2024: {observed: 0}, 2025: {observed: 3}}, outcome: not_measured, reason: zero_base"),
        (growth, "periods: {2025: {observed: 3}}, outcome: not_measured, reason: no_such_period"),
        (growth, "periods: {2024: {observed: ~}, 2025: {observed: 3}}, outcome: not_measured, reason: missing"),
        (income, "given: {met: true}, periods: {2025: {observed: 2}}, outcome: pass"),
        (income, "given: {met: true}, periods: {2025: {observed: 1.5}}, outcome: fail, gap: -0.5 元/人"),
        (income, "given: {met: true}, periods: {2025: {observed: 1.5 }}, outcome: fail"),
        (income, "given: {met: false}, periods: {2025: {observed: 1.5}}, outcome: not_applicable, reason: out_of_scope"),
        (income, "periods: {2025: {observed: 1.5}}, outcome: not_measured, reason: scope_unknown"),
        (share, "periods: {2024: {observed: 80%}, 2025: {observed: 79.9%}}, outcome: fail, gap: -0.1pp"),
        (share, "periods: {2024: {observed: 80%}, 2025: {observed: 90%}}, outcome: pass"),
        (share, "as_of: 2025-06-30, periods: {2024: {observed: 80%}, 2025: {observed: 70%}}, outcome: not_due"),
        ("for: home_year\n    period: 2025\n    observe: home.name\n    target: {one_of: [甲, 乙]}", "periods: {2025: {observed: 丙}}, outcome: fail"),
        ("for: home_year\n    period: 2025\n    observe: income\n    target: {change: {at_least: 1 万元, against: previous}}", "periods: {2024: {observed: 1}, 2025: {observed: 2}}, outcome: pass"),
        // Beside what is observed a case gives everything else as ever.
        ("for: home_year\n    period: 2025\n    observe: income\n    target: {at_least: {value: guests * q('1 元/人')}}", "periods: {2025: {observed: 0.0001, guests: 2}}, outcome: fail"),
    ]

    @Test("a case may give what the rule observes outright, period by period", arguments: outright)
    func observed(rule: String, example: String) throws {
        let found = try failures(rule, example)
        #expect(found == [])
    }

    private static let faults: [(rule: String, example: String, code: String)] = [
        ("for: home_year\n    period: 2025\n    require: met", "periods: {2025: {observed: 1}}, outcome: pass", "unknown-field"),
        (growth, "periods: {2024: {observed: about 5}, 2025: {observed: 9}}, outcome: pass", "unreadable-given"),
        (growth, "periods: {2024: {observed: [1]}, 2025: {observed: 9}}, outcome: pass", "case-value"),
        (growth, "given: {observed: 9}, outcome: pass", "unknown-field"),
        ("for: home\n    require: beds > 0", "periods: {2024: {beds: 5}}, outcome: pass", "case-periods"),
        ("for: call\n    period: 2025\n    require: minutes > 0", "periods: {2025: {minutes: 5}}, outcome: pass", "case-periods"),
        ("for: home\n    require: beds > 0", "given: {bed: 5}, outcome: pass", "unknown-field"),
        ("for: home\n    require: beds > 0", "given: {staff: {role: a}}, outcome: pass", "case-list"),
    ]

    @Test("what a case cannot give is a fault", arguments: faults)
    func atFault(rule: String, example: String, code: String) {
        do {
            _ = try failures(rule, example)
            Issue.record("no fault")
        } catch let faults as Diagnostics {
            #expect(faults.all.map(\.code.rawValue) == [code])
        } catch {
            Issue.record(error)
        }
    }

    private static let wrong: [(example: String, message: String)] = [
        ("given: {beds: 3}, outcome: pass", "case 'c' of 'r': outcome should be pass, but is fail (beyond_limit)"),
        ("given: {beds: 3}, outcome: fail, gap: -1", "case 'c' of 'r': gap should be -1, but is -2 张"),
        ("given: {beds: 3}, outcome: fail, observed: 4", "case 'c' of 'r': observed should be 4, but is 3 张"),
        ("given: {beds: 3}, outcome: fail, closes: 3", "case 'c' of 'r': closes should be 3, but is 2"),
        ("given: {}, outcome: pass", "case 'c' of 'r': outcome should be pass, but is not_measured (missing: the case does not give beds)"),
        ("given: {beds: 5}, outcome: pass, closes: 0", "case 'c' of 'r': closes should be 0, but is nothing"),
    ]

    @Test("a case that comes out otherwise says what should be and what is", arguments: wrong)
    func mismatches(example: String, message: String) throws {
        let found = try failures("for: home\n    observe: beds\n    target: {at_least: 5 张}", example)
        #expect(found == [message])
    }
}
