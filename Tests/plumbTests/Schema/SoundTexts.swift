/// Sound files that use every key that a vocabulary and a ruleset have.
enum SoundTexts {
    static let vocabulary = """
        vocabulary: health
        tables:
          region: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, parent: {references: region, blank: none}}}
          region_year:
            key: [region, period]
            period: period
            checks: [beds >= 0, {check: staff <= beds * 10, title: {zh: 人员数, en: Staff}}]
            fields:
              region: {references: region, list: years, at_least_one: true, title: 地区}
              period: {type: period}
              beds: {type: integer, unit: 张, range: 0..}
              staff: {type: integer}
              kinds: {type: string, many: true}
              code: "region.id + '-1'"
              double: {expression: beds * 2, type: decimal, unit: 张}
          call: {key: row, period: year_of(made), fields: {made: {type: date}}}
          kind: {group: region_year, by: [region, period], expected: [[A, 2024]], list: figures, label: region, title: 类别}
        indicators:
          - {id: per_bed, of: region_year, unit: 人/张, better: higher, title: {zh: 床人比, en: Per bed}, numerator: staff, denominator: beds}
          - {id: twice, of: region_year, expression: beds * 2, aliases: 两倍, sensitive: false}
          - {id: rate, of: region_year, unit: "%", bare: percent, range: 0..100}

        """

    static let mapping = """
        mapping: 年鉴
        files:
          - file: [人口*.csv, 县/*.csv]
            table: region_year
            header_line: 3
            delimiter: ;
            encoding: gbk
            columns: {地区: region, 类别: sort}
            ignore: [备注, 'x*']
            constants: {staff: 3}
            compute: {kinds: "sort.split('、')[0]"}
            blank: [.., 不详]
            drop: sort == '合计'
            wide: {columns: 2015..2024, header: period, value: beds, blanks: ignore}
          - {file: b.csv, table: region, headers: [id, ~, name], delimiter: tab}
          - {file: c.csv, table: region_year, wide: {columns: {Y1: 2021, Y2: 2022}, header: period, value: beds}}
          - {file: d.csv, table: region_year, wide: {columns: 'Y*', header: period, value: beds}}

        """

    static let ruleset = """
        ruleset: demo
        plan: {title: 规划, from: 2021-01-01, to: 2025-12-31}
        uses: [vocabulary.yaml]
        due: 2025
        tolerances: {about: 5%}
        missing: {skip: {min_measured: 95%}}
        params: {least: {type: integer, value: 3, why: 条文规定}, kinds: {type: list(string), value: [甲, 乙]}, open: {type: quantity, unit: 张, why: 遮盖}}
        templates:
          - id: enough
            title: {zh: 至少若干, en: At least}
            params: {field: {type: field, title: 字段}, least: {type: quantity, default: 3 张}}
            rule: {for: region_year, observe: params.field, target: {at_least: {value: params.least}}, period: params.year}
        data: [{table: region, file: data/regions.csv, roster: true, source: 名录 2024}]
        rules:
          - id: too-few
            title: 床位数
            for: region_year
            require: beds > 3
            subjects: [甲, {record: 乙, why: {zh: 在建, en: being built}}]
            except: 丙
            period: {each: 2021..2025}
            due: 2025-06-30
            coverage: {at_least: 80%, per: region}
            missing: against
            example: {region: {name: 甲}, kinds: [一, 二]}
            cases:
              - {name: a, period: 2021, periods: {2021: {beds: 3}, 2022: {observed: 4}}, outcome: pass}
              - {name: b, records: [{beds: 3}, {repeat: 3, of: {beds: 4}}], given: {region: {years: [{repeat: 2, of: {}}]}}, outcome: fail}
              - {name: d, records: [], outcome: not_measured}
          - {use: enough, id: alone, title: 床位, with: {field: beds}}
          - {use: enough, binding: strive, with: {least: 4}, each: [{id: a, title: 床位, with: {field: beds}, as_written: 3—4张, due: ~}]}
          - {id: written, title: 床位, for: region_year, observe: beds, target: {at_least: 3 张, as_written: 3—4张}, period: 2025}
          - {id: counted, title: 个数, for: region, coverage: {at_least: 3 家}, period: {any: [2021, 2024Q3, 2024-05]}, missing: bounds}
          - id: armed
            title: 床位或人员
            for: region_year
            period: 2025
            all_of:
              - {name: {zh: 床位, en: Beds}, where: beds > 0, observe: beds, target: {at_least: 3 张}}
              - {observe: staff, target: {at_least: 3}, as_written: 3—4人}
            reading: {zh: 两项都须达到, en: both of them}
            other_readings:
              - {name: 一项即可, set: {all_of: ~, any_of: [{require: beds > 3}, {require: staff > 0}], coverage: {at_least: 80%}, missing: against}}
            cases:
              - {name: c, given: {beds: 3}, params: {least: 4, kinds: [甲], open: ~}, outcome: not_measured, readings: {一项即可: pass}}
          - {id: plain, title: 床位, for: region_year, observe: beds, target: {at_least: 3 张}, period: 2025}

        """

    static let templates = """
        templates: shapes
        define:
          - {id: known, rule: {for: region, require: id != ''}}

        """

    static let profile = """
        profile: audit
        of: demo
        set: {params.open: 4 张, due: 2026-06-30, missing: skip, tolerances.about: 3%, rules.too-few.coverage.at_least: 70%, rules.plain.period: ~}
        disabled: [{rule: plain, why: {zh: 未采集, en: not kept}, until: 2026-06-30}]
        waivers: [{rule: too-few, record: 甲, why: 评审中, until: 2026-03-31}]

        """
}
