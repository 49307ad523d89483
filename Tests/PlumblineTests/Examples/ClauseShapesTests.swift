import Diagnostics
import Plumbline
import Testing

/// The shapes of clauses that plans are made of, each a rule over one small vocabulary with its own cases.
@Suite("the shapes of clauses")
struct ClauseShapesTests {
    private static let vocabulary = """
        vocabulary: city
        enumerations:
          mark: {order: [D, C, B, B+, A]}
          rank: {order: [无级, 一级乙等, 一级甲等, 二级乙等, 二级甲等, 三级乙等, 三级甲等], bands: {一级: [一级乙等, 一级甲等], 二级: [二级乙等, 二级甲等], 三级: [三级乙等, 三级甲等]}}
          step: {order: [拟建, 开工, 竣工, 启用]}
          kind: {values: [综合医院, 中医医院, 基层机构, 疾控中心]}
          owner: {values: [公立, 民营]}
          area_level: {values: [市, 县, 村]}
        tables:
          area:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              level: {type: area_level}
              abilities: {type: string, many: true}
          area_year:
            key: [area, year]
            period: year
            fields:
              area: {references: area, list: years}
              year: {type: period}
              residents: {type: integer, unit: 人, range: 0..}
              blood: {type: integer, unit: 单位, range: 0..}
              lifespan: {type: decimal, unit: 岁, range: 0..150}
              healthy_lifespan: {type: decimal, unit: 岁, range: 0..150}
              local_care: {type: percent, range: 0%..100%}
          ambulance: {key: [id], fields: {id: {type: string}, area: {references: area, list: ambulances}, networked: {type: boolean}}}
          scholar: {key: [id], fields: {id: {type: string}, programme: {type: string}, chosen_on: {type: date}}}
          call: {key: [id], period: year_of(called_at), fields: {id: {type: string}, called_at: {type: datetime}, sent_at: {type: datetime}}}
          rate: {key: [area, service, tier], fields: {area: {references: area}, service: {type: string}, tier: {type: string}, rate: {type: percent}}}
          site: {key: [id], fields: {id: {type: string}, kind: {type: string}, works: {type: string}, step: {type: step}}}
          home:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              area: {references: area, list: homes}
              kind: {type: kind}
              owner: {type: owner}
              rank: {type: rank}
          home_year:
            key: [home, year]
            period: year
            fields:
              home: {references: home, list: years}
              year: {type: period}
              mark: {type: mark}
              listed: {type: integer, unit: 种, range: 0..}
              stocked: {type: integer, unit: 种, range: 0..}
              staff_cost: {type: decimal, unit: 万元, range: 0..}
              cost: {type: decimal, unit: 万元, range: 0..}
          department: {key: [home, name], fields: {home: {references: home, list: departments}, name: {type: string}, regular: {type: boolean}}}
          device: {key: [id], fields: {id: {type: string}, home: {references: home, list: devices}, large: {type: boolean}, on_credit: {type: boolean}, bought_on: {type: date}}}
          worker: {key: [id], fields: {id: {type: string}, home: {references: home, list: staff}, department: {type: string}, rural_years: {type: decimal, unit: 年, range: 0..}}}
          worker_year: {key: [worker, year], period: year, fields: {worker: {references: worker, list: years}, year: {type: period}, pay: {type: decimal, unit: 元, range: 0..}}}
          promotion:
            key: [id]
            fields:
              id: {type: string}
              worker: {references: worker, list: promotions}
              granted: {type: boolean}
              refusal: {type: string, blank: none}
        indicators:
          - {id: stocked_share, of: home_year, unit: "%", title: {zh: 配备占比, en: Share stocked}, numerator: listed, denominator: stocked}
          - {id: staff_cost_share, of: home_year, unit: "%", title: {zh: 人员支出占比, en: Share of staff cost}, numerator: staff_cost, denominator: cost}
        """

    private static let shapes: [(shape: String, rule: String)] = [
        (
            "one group's mean against everybody's, in each institution and year", """
            for: worker_year
            where: worker.home.owner == '公立'
            period: {each: 2024..2025}
            observe: pay
            target: {parity: {test: worker.department == '防保科', within: [worker.home], compare: mean, at_least: 100%}}
            cases:
              - name: a cent below
                period: 2024
                records:
                  - {worker: {id: P, department: 防保科, home: {id: H, owner: 公立}}, pay: 70.10}
                  - {worker: {id: Q, department: 外科, home: {id: H, owner: 公立}}, pay: 70.12}
                outcome: fail
                gap: -0.01 元
                closes: 0.02
              - name: nobody to be compared
                period: 2025
                records: [{worker: {id: Q, department: 外科, home: {id: H, owner: 公立}}, pay: 70}]
                outcome: not_applicable
                reason: no_tested_group
            """
        ),
        (
            "what no two may share", """
            for: rate
            target: {unique: [area, service, rate]}
            cases:
              - {name: two tiers at one rate, records: [{area: {id: A}, service: s, tier: 一, rate: 70%}, {area: {id: A}, service: s, tier: 二, rate: 70%}], outcome: fail}
              - {name: all different, records: [{area: {id: A}, service: s, tier: 一, rate: 70%}, {area: {id: A}, service: s, tier: 二, rate: 60%}], outcome: pass}
            """
        ),
        (
            "a rise against another value's rise", """
            for: area_year
            where: area.level == '市'
            period: 2025
            observe: healthy_lifespan / at(2020).healthy_lifespan - 1
            target: {at_least: {value: lifespan / at(2020).lifespan - 1}}
            example: {area: {level: 市}}
            cases:
              - {name: as fast, periods: {2020: {healthy_lifespan: 60, lifespan: 75}, 2025: {healthy_lifespan: 64, lifespan: 80}}, outcome: pass}
              - {name: slower, periods: {2020: {healthy_lifespan: 60, lifespan: 75}, 2025: {healthy_lifespan: 63, lifespan: 80}}, outcome: fail}
              - {name: no figure of the first year, periods: {2021: {healthy_lifespan: 60, lifespan: 75}, 2025: {healthy_lifespan: 63, lifespan: 80}}, outcome: not_measured, reason: no_such_period}
            """
        ),
        (
            "growth in each single year", """
            for: area_year
            period: {each: 2022..2025}
            observe: blood
            target: {growth: {at_least: 2%, against: previous}}
            cases:
              - {name: to the unit, period: 2023, periods: {2022: {blood: 50000}, 2023: {blood: 51000}}, outcome: pass}
              - {name: one unit less, period: 2023, periods: {2022: {blood: 50000}, 2023: {blood: 50999}}, outcome: fail, gap: -0.002pp}
              - {name: from nothing, period: 2023, periods: {2022: {blood: 0}, 2023: {blood: 50999}}, outcome: not_measured, reason: zero_base}
              - {name: a year between, period: 2024, periods: {2022: {blood: 1}, 2024: {blood: 2}}, outcome: not_measured, reason: no_such_period}
            """
        ),
        (
            "several abilities, with an exemption by name", """
            for: area
            where: level == '县'
            except: [{record: 南县, why: {zh: 条文列明, en: by the clause}}]
            require: "['收集', '处置'].all(a, a in abilities)"
            due: 2025
            cases:
              - {name: both, given: {level: 县, abilities: [收集, 处置, 转运]}, outcome: pass}
              - {name: one, given: {level: 县, abilities: [收集]}, outcome: fail}
              - {name: exempted, given: {level: 县, name: 南县}, outcome: not_applicable, reason: excepted}
              - {name: not told, given: {level: 县}, outcome: not_measured, reason: missing}
            """
        ),
        (
            "a grade in one year", """
            for: home_year
            where: home.kind == '中医医院' && home.owner == '公立'
            period: 2022
            due: 2022
            observe: mark
            target: {reaches: B}
            example: {year: 2022, home: {kind: 中医医院, owner: 公立}}
            cases:
              - {name: at it, given: {mark: B}, outcome: pass}
              - {name: above, given: {mark: A}, outcome: pass}
              - {name: two below, given: {mark: D}, outcome: fail, gap: -2}
              - {name: of another year, given: {year: 2024, mark: D}, outcome: not_applicable, reason: other_period}
              - {name: whose is not told, given: {home: {kind: 中医医院, owner: ~}, mark: D}, outcome: not_measured, reason: scope_unknown}
            """
        ),
        (
            "a share of those at a grade", """
            for: home_year
            where: home.kind == '综合医院' && home.rank >= '三级'
            period: 2025
            observe: mark
            target: {reaches: B+}
            coverage: {at_least: 75%}
            example: {year: 2025, home: {kind: 综合医院, rank: 三级乙等}}
            cases:
              - {name: three of four, records: [{mark: A}, {mark: B+}, {mark: A}, {mark: C}], outcome: pass}
              - {name: the fourth could decide, records: [{mark: A}, {mark: B+}, {}, {mark: C}], outcome: not_measured, reason: missing_decides}
              - {name: the fourth cannot, records: [{mark: A}, {mark: B+}, {mark: A}, {}], outcome: pass}
              - {name: below three, records: [{home: {rank: 二级甲等}, mark: D}, {mark: A}], outcome: pass, observed: 100%}
            """
        ),
        (
            "named institutions at a band", """
            for: home
            subjects: [东区疾控, 西区疾控]
            observe: rank
            target: {reaches: 三级}
            cases:
              - {name: the lowest of the band, given: {name: 东区疾控, rank: 三级乙等}, outcome: pass}
              - {name: below it, given: {name: 西区疾控, rank: 二级甲等}, outcome: fail, gap: -1}
              - {name: another, given: {name: 市医院, rank: 一级甲等}, outcome: not_applicable, reason: out_of_scope}
            """
        ),
        (
            "a share of those with a department, by two thresholds", """
            for: home
            where: (kind == '综合医院' && rank >= '二级') || (kind == '中医医院' && rank >= '二级甲等')
            require: departments.exists(d, d.name == '老年科' && d.regular)
            coverage: {at_least: 60%}
            due: 2025
            cases:
              - name: two of three, and one out of scope
                records:
                  - {kind: 综合医院, rank: 二级乙等, departments: [{name: 老年科, regular: true}]}
                  - {kind: 中医医院, rank: 二级甲等, departments: [{name: 老年科, regular: true}, {name: 内科}]}
                  - {kind: 综合医院, rank: 三级甲等, departments: []}
                  - {kind: 中医医院, rank: 二级乙等, departments: []}
                outcome: pass
                observed: 66.67%
              - name: one of two
                records:
                  - {kind: 综合医院, rank: 三级甲等, departments: [{name: 老年科, regular: false}]}
                  - {kind: 中医医院, rank: 三级甲等, departments: [{name: 老年科, regular: true}]}
                outcome: fail
                closes: {convert: 1, add: 1}
            """
        ),
        (
            "one limit a kind of institution", """
            for: home_year
            period: 2025
            observe: stocked_share
            target: {at_least: [{when: home.kind == '基层机构', limit: 90%}, {when: home.rank >= '三级', limit: 60%}, {when: home.rank >= '二级', limit: 80%}]}
            example: {year: 2025, home: {kind: 综合医院, rank: 二级乙等}, stocked: 100}
            cases:
              - {name: at its own, given: {listed: 80}, outcome: pass}
              - {name: a higher one, given: {home: {kind: 基层机构, rank: 无级}, listed: 80}, outcome: fail, gap: -10pp, closes: {convert: 10, add: 100}}
              - {name: none, given: {home: {rank: 一级甲等}, listed: 1}, outcome: not_applicable, reason: no_limit}
              - {name: of nothing, given: {listed: 0, stocked: 0}, outcome: not_measured, reason: zero_denominator}
              - {name: grade not told, given: {home: {rank: ~}, listed: 1}, outcome: not_measured, reason: missing}
            """
        ),
        (
            "kept in every year", """
            for: area_year
            where: area.level == '市'
            period: {all: 2021..2025}
            observe: local_care
            target: {at_least: 90%}
            example: {area: {level: 市}}
            cases:
              - {name: one year below, as_of: 2024-06-30, periods: {2021: {local_care: 90%}, 2022: {local_care: 89.9%}, 2023: {local_care: 95%}}, outcome: fail, gap: -0.1pp}
              - {name: good so far, as_of: 2024-06-30, periods: {2021: {local_care: 90%}, 2022: {local_care: 91%}, 2023: {local_care: 95%}}, outcome: not_due}
              - {name: a year that did not come, periods: {2021: {local_care: 90%}, 2022: {local_care: 91%}, 2023: {local_care: 95%}, 2025: {local_care: 95%}}, outcome: not_measured, reason: no_such_period}
            """
        ),
        (
            "a permission that must not be refused on one ground", """
            for: promotion
            where: worker.rural_years >= q('15 年')
            require: granted || refusal != '岗位已满'
            example: {worker: {rural_years: 15}, granted: false, refusal: 岗位已满}
            cases:
              - {name: on that ground, given: {}, outcome: fail}
              - {name: on another, given: {refusal: 材料不全}, outcome: pass}
              - {name: not refused, given: {granted: true, refusal: ~}, outcome: pass}
              - {name: too early, given: {worker: {rural_years: 14.9}}, outcome: not_applicable}
              - {name: nobody told, given: {granted: ~}, outcome: not_measured, reason: missing}
            """
        ),
        (
            "a share of events a year, blanks counted against", """
            for: call
            period: {each: 2024..2025}
            require: sent_at - called_at <= duration('2m')
            coverage: {at_least: 75%}
            missing: against
            example: {called_at: 2025-03-01T08:00:00Z}
            cases:
              - {name: three of four, period: 2025, records: [{repeat: 3, of: {sent_at: 2025-03-01T08:02:00Z}}, {sent_at: 2025-03-01T08:02:01Z}], outcome: pass}
              - {name: the fourth not told, period: 2025, records: [{repeat: 2, of: {sent_at: 2025-03-01T08:02:00Z}}, {sent_at: 2025-03-01T08:03:00Z}, {}], outcome: fail, closes: {convert: 1, add: 4}}
            """
        ),
        (
            "a number of projects at a step", """
            for: site
            where: kind == '卫生院' && works == '新建'
            observe: step
            target: {reaches: 竣工}
            coverage: {at_least: 16 家}
            example: {kind: 卫生院, works: 新建}
            cases:
              - {name: one too few, records: [{repeat: 15, of: {step: 启用}}, {step: 开工}], outcome: fail, closes: 1}
              - {name: enough, records: [{repeat: 15, of: {step: 启用}}, {step: 竣工}], outcome: pass}
              - {name: those rebuilt do not count, records: [{repeat: 16, of: {works: 改建, step: 竣工}}, {step: 竣工}], outcome: fail, closes: 15}
            """
        ),
        (
            "a number for so many residents", """
            for: area_year
            where: area.level == '市'
            period: 2025
            observe: area.ambulances.count(v, v.networked) / residents
            target: {at_least: 1 辆/3万人}
            cases:
              - {name: just enough, given: {area: {level: 市, ambulances: [{repeat: 9, of: {networked: true}}, {networked: false}]}, residents: 270000}, outcome: pass}
              - {name: one resident more, given: {area: {level: 市, ambulances: [{repeat: 9, of: {networked: true}}]}, residents: 270001}, outcome: fail, closes: 1}
              - {name: one too few, given: {area: {level: 市, ambulances: [{repeat: 8, of: {networked: true}}]}, residents: 270000}, outcome: fail, closes: 1}
              - {name: list not sent, given: {area: {level: 市}, residents: 270000}, outcome: not_measured, reason: list_not_submitted}
            """
        ),
        (
            "about a figure", """
            for: home_year
            where: home.owner == '公立'
            period: 2025
            observe: staff_cost_share
            target: {about: {value: 45%, tolerance: 2pp}}
            example: {home: {owner: 公立}, cost: 100}
            cases:
              - {name: at the lower end, given: {staff_cost: 43}, outcome: pass, gap: 0}
              - {name: at the upper end, given: {staff_cost: 47}, outcome: pass}
              - {name: above, given: {staff_cost: 47.1}, outcome: fail, gap: 0.1pp}
            """
        ),
        (
            "a number in each of five years", """
            for: scholar
            where: programme == '青年' && year_of(chosen_on) == period
            period: {each: 2021..2025}
            coverage: {at_least: 2 人}
            cases:
              - {name: two in that year, period: 2023, records: [{repeat: 2, of: {programme: 青年, chosen_on: 2023-06-01}}], outcome: pass}
              - {name: the second a year late, period: 2023, records: [{programme: 青年, chosen_on: 2023-06-01}, {programme: 青年, chosen_on: 2024-01-01}], outcome: fail, closes: 1}
            """
        ),
        (
            "what is forbidden, where silence is no answer", """
            for: home
            where: owner == '公立'
            observe: devices.count(e, e.large && e.on_credit && e.bought_on >= plan.from)
            target: {equals: 0 台}
            example: {owner: 公立}
            cases:
              - {name: nothing sent, given: {}, outcome: not_measured, reason: list_not_submitted}
              - {name: none, given: {devices: []}, outcome: pass}
              - {name: one, given: {devices: [{large: true, on_credit: true, bought_on: 2022-01-01}]}, outcome: fail, gap: 1}
              - {name: before the plan, given: {devices: [{large: true, on_credit: true, bought_on: 2020-12-31}]}, outcome: pass}
              - {name: how it was paid is not told, given: {devices: [{large: true, bought_on: 2022-01-01}]}, outcome: not_measured}
            """
        ),
        (
            "no place without one", """
            for: area
            where: level == '村'
            require: homes.exists(h, h.kind == '基层机构')
            cases:
              - {name: one, given: {level: 村, homes: [{kind: 基层机构}]}, outcome: pass}
              - {name: none, given: {level: 村, homes: []}, outcome: fail}
              - {name: of another kind, given: {level: 村, homes: [{kind: 疾控中心}]}, outcome: fail}
              - {name: not told which, given: {level: 村, homes: [{}]}, outcome: not_measured, reason: missing}
            """
        ),
    ]

    @Test("a clause of this shape can be said, and its cases come out", arguments: shapes)
    func shape(shape: String, rule: String) throws {
        let lines = rule.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
        let plan = try Fixture.plan([
            "vocabulary.yaml": Self.vocabulary,
            "ruleset.yaml": """
                ruleset: city
                plan: {title: t, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                due: 2025-12-31
                rules:
                  - id: shape
                    title: t
                \(lines)
                """,
        ])
        let result = CaseRunner(plan).run()
        #expect(result.failures.all.map(\.message.en) == [])
        #expect(result.caseCount > 1)
    }
}
