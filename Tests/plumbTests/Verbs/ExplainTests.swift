import Foundation
import TestSupport
import Testing

@Suite("plumb explain") struct ExplainTests {
    @Test("the rule in words, without data", arguments: ["en", "zh"])
    func rule(language: String) throws {
        let answer = try posts().run("explain", "too-few-professionals", "rules", "--lang", language)
        #expect(answer.code == 0, "\(answer.errors)")
        try expectGolden(answer.output, "explain-rule-\(language).txt")
    }

    @Test("a record's verdict, and what each part of the rule comes to", arguments: [
        ("met", "A"), ("missed", "乙中心"), ("unknown", "data/posts.csv:4"), ("outside", "D"), ("error", "E"),
    ], ["en", "zh"])
    func record(example: (name: String, record: String), language: String) throws {
        let answer = try posts().run(
            "explain", "town/too-few-professionals", "rules", "--data", "data", "--record", example.record, "--lang", language)
        #expect(answer.code == 0, "\(answer.errors)")
        let parts = answer.output.split(separator: "\n\n", maxSplits: 1)
        try expectGolden(String(parts.last ?? ""), "explain-\(example.name)-\(language).txt")
    }

    @Test("parts that would give a sensitive cell away are withheld")
    func sensitive() throws {
        let answer = try posts().run("explain", "overpaid", "rules", "--data", "data", "--record", "A")
        #expect(answer.code == 0)
        #expect(!answer.output.contains("612345"))
        #expect(!answer.output.contains("12345"))
        #expect(answer.output.contains("(sensitive, withheld)"))
    }

    @Test("of a record without a row in the period judged nothing of another period is shown")
    func absentPeriod() throws {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              year: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, pay: {type: decimal}}}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: t, from: 2021-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            rules:
              - {id: yearly, title: t, for: year, period: 2025, observe: pay * 2, target: {at_least: 1}}

            """, to: "rules/rules.yaml")
        try folder.write("id,year,pay\nA,2025,2\nB,2023,777\n", to: "data/year.csv")
        let answer = try Command(folder: folder).run("explain", "yearly", "rules", "--data", "data", "--record", "B", "--as-of", "2026-06-01")
        #expect(answer.output.contains("2025"), "\(answer.errors)")
        #expect(!answer.output.contains("777"))
        #expect(!answer.output.contains("1554"))
    }

    @Test("what grows is told in its own unit, and not in that of the growth")
    func growth() throws {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              year: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, cost: {type: decimal, unit: 元}}}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: t, from: 2021-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            rules:
              - {id: growth, title: t, for: year, period: 2025, observe: cost, target: {growth: {at_most: 5%, against: previous}}}

            """, to: "rules/rules.yaml")
        try folder.write("id,year,cost\nA,2024,200\nA,2025,255\n", to: "data/year.csv")
        let answer = try Command(folder: folder).run(
            "explain", "growth", "rules", "--data", "data", "--record", "A", "--as-of", "2026-06-01", "--lang", "en")
        #expect(answer.output.contains("  cost  255 yuan\n"), "\(answer.output)\(answer.errors)")
        #expect(!answer.output.contains("25500"))
    }

    @Test("of a rule over many records a record's own verdict is explained, or it is said that there is none", arguments: [
        (["covered", "A"], 0, "pay > 10"), (["unlike", "A"], 2, "judges groups of the records of 'unit'"),
        (["yearly", "A"], 0, "2025"), (["covered", "C"], 2, "'丙' is on the roster, but nothing came of it"),
        (["covered", "Z"], 2, "the data have no record 'Z'"), (["each-year", "A"], 2, "more than one record is called 'A'"),
    ] as [([String], Int32, String)])
    func groups(names: [String], code: Int32, words: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              unit: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, pay: {type: decimal}}}
              year: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, pay: {type: decimal}}}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: t, from: 2021-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            data: [{table: unit, file: roster.csv, roster: true}]
            rules:
              - {id: covered, title: t, for: unit, coverage: {at_least: 80%}, require: pay > 10}
              - {id: unlike, title: t, for: unit, target: {unique: [name]}}
              - {id: yearly, title: t, for: year, period: 2025, observe: pay, target: {at_least: 1}}
              - {id: each-year, title: t, for: year, period: {each: 2024..2025}, observe: pay, target: {at_least: 1}}

            """, to: "rules/ruleset.yaml")
        try folder.write("id,name\nA,甲\nC,丙\n", to: "rules/roster.csv")
        try folder.write("id,pay\nA,12\n", to: "data/unit.csv")
        try folder.write("id,year,pay\nA,2024,1\nA,2025,2\n", to: "data/year.csv")
        let answer = try Command(folder: folder).run(
            "explain", names[0], "rules", "--data", "data", "--record", names[1], "--as-of", "2026-02-01", "--lang", "en")
        #expect(answer.code == code, "\(answer.errors)")
        #expect((answer.output + answer.errors).contains(words), "\(answer.output)\(answer.errors)")
    }

    @Test("a command line that cannot be followed answers 2, rules that do not load 3, data that cannot be read 4", arguments: [
        (["explain"], 2, "no rule to explain is given"), (["explain", "overpaid"], 2, "no ruleset is given"),
        (["explain", "overpayed", "rules"], 2, "did you mean 'overpaid'"),
        (["explain", "overpaid", "rules", "--data", "data"], 2, "no record is named"),
        (["explain", "overpaid", "rules", "--record", "A"], 2, "no data are given"),
        (["explain", "overpaid", "rules", "--data", "data", "--record", "Z"], 2, "the data have no record 'Z'"),
        (["explain", "overpaid", "gone"], 3, "'gone'"),
        (["explain", "overpaid", "rules", "--data", "gone", "--record", "A"], 4, "gone"),
    ] as [([String], Int32, String)])
    func faults(arguments: [String], code: Int32, words: String) throws {
        let answer = try posts().run(arguments)
        #expect(answer.code == code)
        #expect(answer.errors.contains(words), "\(answer.errors)")
        #expect(answer.output == "")
    }

    /// Two rules with everything that a rule can say, and a record for each way in which they can come out.
    private func posts() throws -> Command {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: posts
            enumerations:
              kind: {values: [center, hospital]}
            tables:
              institution:
                title: {zh: 机构, en: Institution}
                key: [id]
                label: name
                fields:
                  id: {type: string}
                  name: {type: string}
                  kind: {type: kind}
                  professionals: {type: integer, unit: 人, title: {zh: 专业技术人员, en: Professionals}}
                  staff: {type: integer, unit: 人, title: {zh: 职工, en: Staff}}
                  budget: {type: decimal, unit: 万元}
                  pay: {type: decimal, unit: 元, sensitive: true}
                  code: {type: string}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: town
            plan: {title: {zh: 镇规划, en: Town plan}, document: 征求意见稿, from: 2024-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            rules:
              - id: too-few-professionals
                title: {zh: 专业技术人员占比, en: Professionals}
                source: {section: 三（二）, clause: [T-1, T-2]}
                binding: principle
                hedge: 逐步
                for: institution
                where: kind == 'center' && int(code) > 0
                observe: professionals / staff
                target: {at_least: 85%}
                responsible: [市卫生健康委]
                fix: {zh: 增加专业技术人员, en: Hire professionals}
                cases:
                  - {name: at the floor, given: {kind: center, code: 1, professionals: 85, staff: 100}, outcome: pass}
              - id: overpaid
                title: {zh: 薪酬上限, en: Pay}
                for: institution
                require: pay - 600000 < budget * 2

            """, to: "rules/ruleset.yaml")
        try folder.write("""
            id,name,kind,professionals,staff,budget,pay,code
            A,甲中心,center,90,100,1.5,612345,1
            B,乙中心,center,70,85,,,2
            C,丙中心,center,约90,,,,3
            D,丁医院,hospital,1,10,,,4
            E,戊中心,center,9,10,,,x

            """, to: "data/posts.csv")
        return Command(folder: folder)
    }
}
