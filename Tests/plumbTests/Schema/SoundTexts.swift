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
        params: {least: {type: integer, value: 3, why: 条文规定}, kinds: {type: list(string), value: [甲, 乙]}}
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
          - {id: counted, title: 个数, for: region, coverage: {at_least: 3 家}, period: {any: [2021, 2024Q3, 2024-05]}, missing: bounds}
          - {id: plain, title: 床位, for: region_year, observe: beds, target: {at_least: 3 张}, period: 2025}

        """
}
