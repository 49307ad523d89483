/// The sound texts around the broken ones.
enum BrokenText {
    static let vocabulary = """
        vocabulary: words
        enumerations:
          kind: {values: [疾控机构, 医院, 乡镇卫生院]}
          grade: {order: [一级, 二级乙等, 二级甲等, 三级], bands: {二级: [二级乙等, 二级甲等]}}
        tables:
          institution:
            title: {zh: 医疗机构, en: Institution}
            key: [code]
            label: name
            fields:
              code: {type: string, title: 机构代码}
              name: {type: string, title: 机构名称}
              kind: {type: kind, title: 机构类别}
              grade: {type: grade, title: 等级}
              staff: {type: integer, unit: 人, title: 职工总数}
              physicians: {type: integer, unit: 人, title: 执业医师数}
              beds: {type: integer, unit: 张, title: 床位数, range: 0..10000}
              income: {type: decimal, unit: 万元, title: 总收入}
              vacancy: {type: percent, title: 空床率}
              arrival: {type: decimal, unit: min, title: 到达时间}
              built: {type: date, title: 竣工日期}
              is_open: {type: boolean, title: 是否开诊}

        """

    private static let header = """
        ruleset: demo
        plan: {title: 示范规划, from: 2021-01-01, to: 2025-12-31}
        uses: [words.yaml]
        rules:

        """

    static let soundRule = rule(["observe: beds", "target: {at_least: 20 张}"])

    /// A register that says all that one can say.
    static let soundRegister = """
        register: demo
        clauses:
          - id: DEMO-1
            section: 三（一）
            term: {zh: 床位数, en: Beds}
            subject: institution
            requires: {at_least: 20 张, between: [20, 30], about: {value: 45%, tolerance: 2pp}}
            per: county
            due: {date: 2025-12-31, stated: false}
            baseline: {period: 2020, value: 1.69 张/人}
            binding: expected
            hedge: 逐步
            reading: {zh: 分别计算, en: each by itself}
            rejected: [{zh: 合计, en: all together}]
            responsible: [市卫生健康委]
            open_list: true
            rules: [too-few-beds]
            conflicts: [{with: DEMO-2, why: 数目不同}]
          - {id: DEMO-2, section: 三, term: 床位, uncheckable: {reason: no_threshold, why: {zh: 弹性要求, en: at discretion}}}
          - {id: DEMO-3, section: 四, term: 床位, same_as: DEMO-1, rejected: 合计}

        """

    static let soundFiles: [String: BrokenCase.Content] = ["words.yaml": .text(vocabulary), "rules.yaml": .text(soundRule)]

    /// A ruleset of one rule: id, title and `for` on lines 5 to 7, the given lines from line 8 on.
    static func rule(_ lines: [String]) -> String {
        ruleset(["- id: too-few-beds", "  title: 床位数", "  for: institution"] + lines.map { "  \($0)" })
    }

    /// A ruleset whose rules are the given lines, from line 5 on, each after two blanks.
    static func ruleset(_ lines: [String]) -> String {
        header + lines.map { "  \($0)\n" }.joined()
    }

    /// A vocabulary of one table with a key, whose further fields stand from line 6 on, each after six blanks.
    static func fields(_ lines: String...) -> String {
        """
        vocabulary: words
        tables:
          institution:
            key: [code]
            fields:

        """ + (["code: {type: string}"] + lines).map { "      \($0)\n" }.joined()
    }

    /// A vocabulary whose tables are the given lines, from line 5 on, each after two blanks; a table of hospitals
    /// stands before them.
    static func tables(_ lines: [String]) -> String {
        """
        vocabulary: words
        tables:
          hospital: {key: [id], fields: {id: {type: string}, district: {type: string}, grade: {type: string, many: true}}}
          figure: {key: [id, year], fields: {id: {type: string}, year: {type: period}, beds: {type: integer}}}

        """ + lines.map { "  \($0)\n" }.joined()
    }

    /// A vocabulary with the given lines at the end, from line 5 on, for what stands beside its tables.
    static func indicators(_ lines: [String]) -> String { tables([]) + "indicators:\n" + lines.map { "  - \($0)\n" }.joined() }

    /// A vocabulary of one enumeration, written from line 3 on after two blanks.
    static func enumeration(_ lines: String...) -> String {
        "vocabulary: words\nenumerations:\n" + lines.map { "  \($0)\n" }.joined()
    }
}
