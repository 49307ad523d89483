/// A plan whose rules say everything that a rule can say of itself, and towns that come out in every way.
enum DescribedTown {
    static let vocabulary = """
        vocabulary: v
        enumerations:
          grade: {order: [未评, 二级, 三级]}
        tables:
          region: {title: {zh: 县, en: County}, key: [county], fields: {county: {type: string}}}
          town:
            title: {zh: 乡镇, en: Town}
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              region: {references: region, list: towns}
              km: {type: decimal, unit: km, range: 0.., title: {zh: 服务半径, en: Radius}}
              stations: {type: integer, unit: 个, range: 0.., title: {zh: 急救站数, en: Stations}}
              grade: {type: grade, title: {zh: 等级, en: Grade}}
              open: {type: boolean}
              pay: {type: decimal, unit: 元, range: 0..}
              posts: {type: integer, unit: 个, range: 0..}
              old: {type: integer, unit: 个, range: 0..}
          year:
            title: {zh: 年度数据, en: Yearly figures}
            key: [id, year]
            period: year
            fields: {id: {type: string}, year: {type: period}, beds: {type: integer, unit: 张, range: 0..}, doctors: {type: integer, unit: 人, range: 0..}}

        """

    static let templates = """
        templates: common
        define:
          - id: floor
            title: {zh: 不少于, en: No fewer}
            params: {value: {type: field}, least: {type: quantity, title: {zh: 下限, en: Floor}}}
            rule: {for: year, period: 2025, observe: params.value, target: {at_least: {value: params.least}}}

        """

    static let rules = """
        ruleset: town
        plan: {title: {zh: 镇规划（2021—2025）, en: Town plan}, document: 府发〔2021〕1号, from: 2021-01-01, to: 2025-12-31}
        uses: [vocabulary.yaml, templates.yaml]
        due: 2025-12-31
        params: {least: {type: quantity, unit: 张, why: {zh: 公开文本遮盖, en: masked in the published text}}}
        rules:
          - id: beyond-reach
            title: {zh: 急救服务半径或急救站, en: Station within reach}
            source: {section: 三（一）3, clause: T-1}
            hedge: 逐步
            for: town
            any_of:
              - {name: {zh: 服务半径, en: radius}, observe: km, target: {at_most: 10 km}}
              - {name: {zh: 急救站, en: station}, where: "km > q('5 km')", observe: stations, target: {at_least: 1 个}}
            reading: {zh: 逐个乡镇, en: each town by itself}
            other_readings:
              - {name: {zh: 只看半径, en: by radius}, set: {any_of: ~, observe: km, target: {at_most: 8 km}}}
            responsible: [市卫生健康委, 市交通局]
            fix: {zh: 增设急救站, en: Add a station}
            cases:
              - {name: 两项之一即可, given: {km: 11, stations: 1}, outcome: pass, readings: {by radius: fail}}
              - {name: 两项均未达到, given: {km: 11, stations: 0}, outcome: fail}
          - id: unready
            title: {zh: 准备就绪, en: Ready}
            source: {section: 三（一）4}
            for: town
            due: 2024-06-30
            all_of: [{require: open || stations > 2}, {observe: grade, target: {at_least: 二级}}]
            coverage: {at_least: 80%, per: region.county, as_written: 大多数}
            cases:
              - {name: 一县一乡镇, records: [{region: {county: 甲}, open: true, grade: 二级}], outcome: pass}
          - id: too-few-posts
            title: {zh: 岗位数, en: Posts}
            source: {section: 三（一）5}
            for: town
            observe: posts
            target: {at_least: 5 个}
            coverage: {at_least: 3 个}
            cases:
              - {name: 一个也没有报送, records: [], outcome: fail, gap: -3 个}
              - {name: 恰好三个, records: [{repeat: 3, of: {posts: 5}}, {posts: 4}], outcome: pass}
          - id: beds-growing
            title: {zh: 床位增长, en: Growing}
            source: {section: 四, clause: T-2}
            binding: expected
            for: year
            baseline: {period: 2020, value: 100 张}
            pace: linear
            expected_on: 2026-06-30
            observe: beds
            target: {at_least: 150 张}
            cases:
              - {name: 中途, as_of: 2023-06-30, periods: {2022: {beds: 120}}, outcome: not_due, track: on_track}
          - id: beds-masked
            title: {zh: 床位数下限, en: Masked floor}
            for: year
            period: 2025
            observe: beds
            target: {at_least: {value: params.least}}
            cases:
              - {name: 设定为 20 张时, params: {least: 20 张}, given: {beds: 19}, outcome: fail}
              - {name: 未设定, given: {beds: 19}, outcome: not_measured, reason: parameter_unset}
          - id: below-peers
            title: {zh: 与同级相比, en: Beside its peers}
            source: {section: 五}
            for: town
            observe: posts
            target: {peers: {at_least: 0 个, among: [grade]}}
          - id: too-old
            title: {zh: 老化岗位占比, en: Composition}
            source: {section: 五}
            for: town
            observe: grade
            target: {composition: {parts: {二级: {at_least: 50%}, 三级: {at_most: 30%}}}}
          - id: pay-apart
            title: {zh: 同工同酬, en: Parity}
            source: {section: 六}
            for: town
            observe: pay
            target: {parity: {test: open, within: [grade], compare: mean, at_least: 90%}}
          - id: too-few-open
            title: {zh: 开放的乡镇占比, en: Open towns}
            source: {section: 六, clause: T-5}
            for: region
            where: towns.count() > 0
            observe: towns.share(t, t.open)
            target: {at_least: 60%, as_written: 大部分}
            message: {zh: 开放的乡镇不足, en: Too few towns are open}
            related: [unready]
            cases:
              - {name: 三个中两个, given: {towns: [{repeat: 2, of: {open: true}}, {open: false}]}, outcome: pass, observed: 66.67%, gap: 6.67pp}
              - {name: 一个也没有, given: {towns: [{open: false}]}, outcome: fail, closes: {convert: 1, add: 2}}
              - {name: 没有报送, given: {county: 甲}, outcome: not_measured, reason: scope_unknown}
          - use: floor
            each:
              - {id: beds-floor, title: {zh: 床位|下限, en: Bed floor}, source: {section: 七}, with: {value: beds, least: 10 张}, as_written: 10—12张}
              - id: doctors-floor
                title: {zh: 医生下限, en: Doctors}
                source: {section: 七}
                with: {value: doctors, least: 5 人}
                cases: [{name: 恰好, given: {doctors: 5}, outcome: pass}]

        """

    static let register = """
        register: town
        clauses:
          - id: T-1
            section: 三（一）3
            term: {zh: "急救半径|站点", en: Reach}
            subject: town
            requires: {at_most: 10 km}
            per: town
            due: {date: 2025-12-31, stated: false}
            binding: required
            reading: {zh: 逐个乡镇, en: each}
            rejected: [{zh: 全市平均, en: on average}]
            responsible: [市卫生健康委]
            rules: [beyond-reach]
          - {id: T-2, section: 四, term: {zh: 床位, en: Beds}, requires: {at_least: 150 张}, baseline: {period: 2020, value: 100 张}, due: {date: 2025-12-31, stated: true}, rules: [beds-growing]}
          - {id: T-3, section: 八, term: {zh: 探索改革, en: Explore}, uncheckable: {reason: no_threshold, why: {zh: "弹性|要求", en: at discretion}}}
          - {id: T-4, section: 九, term: {zh: 遗漏, en: Forgotten}}
          - {id: T-5, section: 六, term: {zh: 开放, en: Open}, requires: {at_least: 60%}, rules: [too-few-open], conflicts: [{with: T-1, why: {zh: 口径不同, en: counted otherwise}}]}
          - {id: T-6, section: 七, term: {zh: 重述, en: Restated}, same_as: T-1}

        """

    static let profile = """
        profile: audit
        of: town
        waivers: [{rule: beyond-reach, record: 乙镇, why: 道路施工, until: 2026-12-31}, {rule: too-few-posts, record: 甲镇, why: 撤并中, until: 2025-03-31}]
        disabled: [{rule: pay-apart, why: 未采集工资, until: 2026-06-30}]

        """

    static let towns = """
        id,name,region,km,stations,grade,open,pay,posts,old
        A,甲镇,一县,10.1,0,二级,是,4000,4,1
        B,乙镇,一县,14,0,三级,是,6000,6,2
        C,丙镇,二县,,1,二级,否,7000,9,3
        D,丁镇,二县,9,2,未评,,,5,

        """

    static let years = """
        id,year,beds,doctors
        A,2020,100,4
        A,2023,115,5
        A,2025,140,4

        """

    /// A folder with the ruleset `rules` and the data `data`.
    static func command() throws -> Command {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("rules/vocabulary.yaml", vocabulary), ("rules/templates.yaml", templates), ("rules/ruleset.yaml", rules),
            ("rules/register.yaml", register), ("rules/audit.yaml", profile), ("data/town.csv", towns), ("data/year.csv", years),
            ("data/region.csv", "county\n一县\n二县\n三县\n"),
        ] { try folder.write(text, to: path) }
        return Command(folder: folder)
    }
}
