import Diagnostics
import Plumbline
import Testing

/// Clauses that ask for one thing or another, for several at once, or that can be read in more than one way; each with
/// its own cases.
@Suite("clauses with arms and readings")
struct ArmsClausesTests {
    private static let vocabulary = """
        vocabulary: city
        enumerations:
          step: {order: [谋划, 立项, 开工, 竣工, 投用]}
          level: {values: [市, 县, 师市, 乡镇]}
        tables:
          region:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              level: {type: level}
              farthest_station_km: {type: decimal, unit: km, range: 0..}
          region_year:
            key: [region, year]
            period: year
            fields:
              region: {references: region, list: years}
              year: {type: period}
              resident_population: {type: integer, unit: 人, range: 0..}
              isolation_rooms: {type: integer, unit: 间, range: 0..}
              infected_now: {type: integer, unit: 例, range: 0..}
              care_rate: {type: percent, range: 0%..100%}
          institution:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              kind: {type: string}
              specialty: {type: string}
              region: {references: region, list: institutions}
          department: {key: [id], fields: {id: {type: string}, institution: {references: institution, list: departments}, kind: {type: string}}}
          staff: {key: [id], fields: {id: {type: string}, institution: {references: institution, list: staff, at_least_one: true}, role: {type: string}}}
          facility:
            key: [id]
            fields:
              id: {type: string}
              kind: {type: string}
              status: {type: step}
              region: {references: region, list: stations}
              institution: {references: institution, list: facilities}

        """

    private static let rules = """
        - id: rural-township-beyond-emergency-reach
          title: {zh: 急救服务半径或急救站, en: Station within reach}
          for: region
          where: level == '乡镇'
          any_of:
            - {name: 半径, observe: farthest_station_km, target: {at_most: 10 km}}
            - {name: 站点, observe: "stations.count(f, f.kind == '急救站' && f.status >= '投用')", target: {at_least: 1 个}}
          example: {level: 乡镇, stations: []}
          cases:
            - {name: far but with a station, given: {farthest_station_km: 14, stations: [{kind: 急救站, status: 投用}]}, outcome: pass}
            - {name: at ten kilometres, given: {farthest_station_km: 10}, outcome: pass, observed: 10 km}
            - {name: neither, given: {farthest_station_km: 10.1}, outcome: fail, gap: 0.1 km, reason: beyond_limit}
            - {name: so far that a station is nearer, given: {farthest_station_km: 25}, outcome: fail, gap: -1, closes: 1}
            - {name: no station and the radius unknown, given: {}, outcome: not_measured}
            - {name: a county is no township, given: {level: 县, farthest_station_km: 30}, outcome: not_applicable}
        - id: isolation-rooms-below-need
          title: {zh: 集中隔离房间数, en: Isolation rooms}
          for: region_year
          where: region.level == '师市'
          due: 2025
          any_of:
            - {observe: isolation_rooms / resident_population, target: {at_least: 20 间/万人}}
            - {where: infected_now > 0, observe: isolation_rooms / infected_now, target: {at_least: 100 间/例}}
          other_readings:
            - name: 两项均须达到
              set:
                any_of: ~
                all_of:
                  - {observe: isolation_rooms / resident_population, target: {at_least: 20 间/万人}}
                  - {where: infected_now > 0, observe: isolation_rooms / infected_now, target: {at_least: 100 间/例}}
          example: {year: 2025, region: {level: 师市}}
          cases:
            - {name: nobody infected and one room too few, given: {resident_population: 200000, isolation_rooms: 399, infected_now: 0}, outcome: fail, gap: -0.05 间/万人, closes: 1, readings: {两项均须达到: fail}}
            - {name: nobody infected and no population, given: {isolation_rooms: 399, infected_now: 0}, outcome: not_measured, readings: {两项均须达到: not_measured}}
            - {name: enough for the sick alone, given: {resident_population: 200000, isolation_rooms: 300, infected_now: 3}, outcome: pass, readings: {两项均须达到: fail}}
            - {name: enough for both, given: {resident_population: 100000, isolation_rooms: 300, infected_now: 3}, outcome: pass, readings: {两项均须达到: pass}}
        - id: tcm-clinic-or-physician-missing
          title: {zh: 中医馆设置和中医医师配备, en: TCM clinic and TCM physician}
          for: institution
          where: kind == '社区卫生服务中心'
          all_of:
            - {name: 中医馆, require: "facilities.exists(f, f.kind == '中医馆' && f.status >= '投用')"}
            - {name: 中医医师, observe: "staff.count(s, s.role == '中医医师')", target: {at_least: 1 名}}
          example: {kind: 社区卫生服务中心}
          cases:
            - {name: both, given: {facilities: [{kind: 中医馆, status: 投用}], staff: [{role: 中医医师}]}, outcome: pass}
            - {name: no physician, given: {facilities: [{kind: 中医馆, status: 投用}], staff: [{role: 护士}]}, outcome: fail, reason: beyond_limit, closes: 1}
            - {name: no clinic, given: {facilities: [], staff: [{role: 中医医师}]}, outcome: fail, reason: condition_false}
            - {name: roster of staff never sent, given: {facilities: [{kind: 中医馆, status: 投用}]}, outcome: not_measured, reason: list_not_submitted}
            - {name: no clinic decides without the staff, given: {facilities: []}, outcome: fail, reason: condition_false}
        - id: geriatrics-departments-below-share
          title: {zh: 老年医学科设置比例, en: Hospitals with geriatrics}
          for: institution
          where: kind == '医院'
          require: "departments.exists(d, d.kind == '老年医学科')"
          coverage: {at_least: 60%}
          other_readings:
            - {name: 两类医院分别计算, set: {coverage: {at_least: 60%, per: specialty}}}
          example: {kind: 医院}
          cases:
            - name: enough in all, too few of one kind
              records:
                - {repeat: 3, of: {specialty: 综合, departments: [{kind: 老年医学科}]}}
                - {repeat: 2, of: {specialty: 中医, departments: [{kind: 内科}]}}
              outcome: pass
              readings: {两类医院分别计算: fail}
        - id: in-county-care-not-kept
          title: {zh: 县域就诊率, en: Care sought inside the county}
          for: region_year
          where: region.level == '市'
          period: {all: 2024..2025}
          observe: care_rate
          target: {at_least: 90%}
          reading: {zh: 全市合计，逐年达到, en: 'the city in all, every year'}
          other_readings:
            - {name: {zh: 逐县达标, en: each county}, set: {where: region.level == '县'}}
            - {name: {zh: 期末达标, en: at the end}, set: {period: 2025}}

        """

    @Test("each comes out as its cases say")
    func cases() throws {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: Self.rules)
        let result = CaseRunner(plan).run()
        #expect(result.caseCount == 16)
        #expect(result.failures.all.map(\.message.en) == [])
    }

    @Test("a city that falls short in one year, and its counties, which do not")
    func counties() throws {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: Self.rules)
        let run = try Fixture.run(plan, tables: [
            ("region", "region.csv", "id,name,level\nC,全市,市\nX,东县,县\nY,西县,县\n"),
            ("region_year", "year.csv", "region,year,care_rate\nC,2024,89.9%\nC,2025,91%\nX,2024,90%\nX,2025,90%\nY,2024,93%\nY,2025,94%\n"),
        ])
        let finding = try #require(run.findings.first { $0.outcome == .fail && plan.rules[$0.rule].rule.id == "in-county-care-not-kept" })
        #expect(readingLines(finding) == ["each county within_limit (pass 2) no", "at the end within_limit 0.01 @2025 no"])
        #expect(finding.holdsUnderAllReadings == false)
    }
}
