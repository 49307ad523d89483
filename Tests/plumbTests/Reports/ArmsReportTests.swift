import Foundation
import TestSupport
import Testing

@Suite("reports of arms and readings") struct ArmsReportTests {
    @Test("every arm and every reading stands in each report", arguments: ["text", "json", "jsonl", "sarif"], ["en", "zh"])
    func report(format: String, language: String) throws {
        let answer = try towns().run(
            "check", "rules", "--data", "data", "--as-of", "2026-01-01", "--format", format, "--outcomes", "all", "--lang", language)
        #expect(answer.code == 1, "\(answer.errors)")
        try expectGolden(answer.output, "arms-\(format)-\(language).txt")
    }

    @Test("a rule, and what each arm and each reading comes to on a record", arguments: [
        ("beyond-reach", "A"), ("too-few-rooms", "B"), ("unready", "A"),
    ], ["en", "zh"])
    func explain(example: (rule: String, record: String), language: String) throws {
        let answer = try towns().run(
            "explain", example.rule, "rules", "--data", "data", "--record", example.record, "--as-of", "2026-01-01", "--lang", language)
        #expect(answer.code == 0, "\(answer.errors)")
        try expectGolden(answer.output, "arms-explain-\(example.rule)-\(language).txt")
    }

    @Test("one record by itself has the readings that it has among all")
    func alone() throws {
        let whole = try towns().run("check", "rules", "--data", "data", "--as-of", "2026-01-01", "--format", "jsonl", "--outcomes", "all")
        let alone = try towns().run(
            "check", "rules", "--data", "data", "--as-of", "2026-01-01", "--format", "jsonl", "--outcomes", "all", "--record", "B")
        let lines = whole.output.split(separator: "\n").filter { $0.contains(#""key": "B""#) }
        #expect(!lines.isEmpty)
        #expect(alone.output.split(separator: "\n") == lines)
    }

    @Test("the cases of readings are told where they fail")
    func cases() throws {
        let folder = try towns().folder
        let text = try folder.text("rules/ruleset.yaml").replacing("readings: {both: fail}", with: "readings: {both: pass}")
        try folder.write(text, to: "rules/ruleset.yaml")
        let answer = try Command(folder: folder).run("test", "rules", "--lang", "en")
        #expect(answer.code == 1)
        #expect((answer.output + answer.errors).contains("readings.both should be pass, but is fail (beyond_limit)"), "\(answer.output)\(answer.errors)")
    }

    /// Rules with arms, with readings and with both, and towns that come out in every way.
    private func towns() throws -> Command {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              town:
                title: {zh: 乡镇, en: Town}
                key: [id]
                label: name
                fields:
                  id: {type: string}
                  name: {type: string}
                  km: {type: decimal, unit: km, range: 0.., title: {zh: 服务半径, en: Radius}}
                  stations: {type: integer, unit: 个, range: 0.., title: {zh: 急救站数, en: Stations}}
                  rooms: {type: integer, unit: 间, range: 0.., title: {zh: 隔离房间数, en: Isolation rooms}}
                  people: {type: integer, unit: 人, range: 0.., title: {zh: 常住人口, en: Residents}}
                  sick: {type: integer, unit: 例, range: 0.., title: {zh: 在治人数, en: In treatment}}
                  pay: {type: decimal, unit: 元, sensitive: true}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: {zh: 规划, en: Plan}, from: 2021-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            rules:
              - id: beyond-reach
                title: {zh: 急救服务半径或急救站, en: Station within reach}
                hedge: 逐步
                for: town
                any_of:
                  - {name: {zh: 服务半径, en: radius}, observe: km, target: {at_most: 10 km}}
                  - {observe: stations, target: {at_least: 1 个}}
                responsible: [市卫生健康委]
                other_readings: [{name: {zh: 只看半径, en: by radius}, set: {any_of: ~, where: people > 0, observe: km, target: {at_most: 8 km}}}]
              - id: too-few-rooms
                title: {zh: 隔离房间数, en: Isolation rooms}
                for: town
                any_of:
                  - {name: {zh: 按人口, en: by residents}, observe: rooms / people, target: {at_least: 20 间/万人}}
                  - {name: {zh: 按在治, en: by the sick}, where: sick > 0, observe: rooms / sick, target: {at_least: 100 间/例}}
                reading: {zh: 两种算法达到一种即可, en: either way of counting is enough}
                other_readings:
                  - name: {zh: 两种都须达到, en: both}
                    set: {any_of: ~, all_of: [{observe: rooms / people, target: {at_least: 20 间/万人}}, {where: sick > 0, observe: rooms / sick, target: {at_least: 100 间/例}}]}
                  - {name: {zh: 只算八成, en: four in five}, set: {coverage: {at_least: 80%}}}
                cases:
                  - {name: enough for the sick, given: {rooms: 300, people: 200000, sick: 3}, outcome: pass, readings: {both: fail}}
              - id: unready
                title: {zh: 准备就绪, en: Ready}
                for: town
                coverage: {at_least: 75%}
                all_of: [{require: stations > 0}, {name: 薪酬, observe: pay, target: {at_least: 5000 元}}]
                other_readings: [{name: 过半, set: {coverage.at_least: 50%}}]

            """, to: "rules/ruleset.yaml")
        try folder.write("""
            id,name,km,stations,rooms,people,sick,pay
            A,甲镇,10.1,0,399,200000,0,4999
            B,乙镇,14,1,300,200000,3,6000
            C,丙镇,,0,400,200000,,7000
            D,丁镇,9,2,100,,1,

            """, to: "data/town.csv")
        return Command(folder: folder)
    }
}
