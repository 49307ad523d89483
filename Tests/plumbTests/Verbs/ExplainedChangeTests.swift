import Foundation
import TestSupport
import Testing

@Suite("what plumb explain says would change a verdict") struct ExplainedChangeTests {
    @Test("the part of a condition that is false, the cell that is blank, the count that is short", arguments: [
        (["open-and-large", "B"], "What would change the verdict?\n  this part would have to hold: beds > 5\n"),
        (["open-and-large", "D"], "What would change the verdict?\n  this part would have to hold: open\n"),
        (["enough", "B"], "What would change the verdict?\n  7 new\n"),
        (["enough", "C"], "What would change the verdict?\n  a value for beds (data/clinic.csv:4)\n"),
        (["only-public", "A"], "What would change the verdict?\n  this part would have to hold: kind == 'public'\n"),
        (["masked", "A"], "What would change the verdict?\n  a profile that sets params.least (masked)\n"),
    ] as [([String], String)])
    func record(names: [String], words: String) throws {
        let answer = try Self.command().run(
            "explain", names[0], "rules", "--data", "data", "--record", names[1], "--as-of", "2026-02-01", "--lang", "en")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains(words), "\(answer.output)")
    }

    @Test("a record that passes has nothing to change")
    func passes() throws {
        let answer = try Self.command().run(
            "explain", "enough", "rules", "--data", "data", "--record", "A", "--as-of", "2026-02-01", "--lang", "en")
        #expect(answer.code == 0 && !answer.output.contains("What would change"), "\(answer.output)\(answer.errors)")
    }

    @Test("a rule over groups is explained for a group by name, and for all", arguments: ["en", "zh"])
    func groups(language: String) throws {
        let command = try Self.command()
        let texts = try [("per-county", "甲县"), ("share", "all")].map { rule, name in
            let answer = try command.run(
                "explain", rule, "rules", "--data", "data", "--record", name, "--as-of", "2026-02-01", "--lang", language)
            #expect(answer.code == 0, "\(answer.errors)")
            return answer.output
        }
        try expectGolden(texts.joined(separator: "=====\n"), "explained-groups-\(language).txt")
    }

    @Test("a name that is neither a record's nor a group's answers 2")
    func unknown() throws {
        let answer = try Self.command().run("explain", "per-county", "rules", "--data", "data", "--record", "丙县", "--lang", "en")
        #expect(answer.code == 2)
        #expect(answer.errors.contains("no record '丙县'"), "\(answer.errors)")
    }

    @Test("a rule on the latest period is explained in the period that it chose")
    func latest() throws {
        let answer = try Self.command().run(
            "explain", "latest", "rules", "--data", "data", "--record", "data/year.csv:4", "--as-of", "2026-02-01", "--lang", "en")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("  year == period  true\n    year          2024\n    period        2024\n"), "\(answer.output)")
        #expect(answer.output.contains("  beds  7\n"), "\(answer.output)")
        #expect(!answer.output.contains("unknown"), "\(answer.output)")
    }

    private static func command() throws -> Command {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              clinic: {key: [id], fields: {id: {type: string}, county: {type: string}, beds: {type: integer, range: 0..}, open: {type: boolean}, kind: {type: string}}}
              year: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, beds: {type: integer}}}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: t, from: 2021-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            params: {least: {type: quantity, unit: 张, why: masked}}
            rules:
              - {id: open-and-large, title: t, for: clinic, require: open && beds > 5}
              - {id: enough, title: t, for: clinic, observe: beds, target: {at_least: 10}}
              - {id: only-public, title: t, for: clinic, where: kind == 'public', require: open}
              - {id: masked, title: t, for: clinic, observe: beds * q('1 张'), target: {at_least: {value: params.least}}}
              - {id: per-county, title: t, for: clinic, where: kind == 'private', require: beds > 5, coverage: {at_least: 80%, per: county}}
              - {id: share, title: t, for: clinic, require: beds > 5, coverage: {at_least: 3}}
              - {id: latest, title: t, for: year, where: year == period, period: {latest_since: 2022}, observe: beds, target: {at_least: 5}}

            """, to: "rules/ruleset.yaml")
        try folder.write(
            "id,county,beds,open,kind\nA,甲县,12,是,private\nB,甲县,3,是,private\nC,乙县,,是,private\nD,乙县,9,否,public\n",
            to: "data/clinic.csv")
        try folder.write("id,year,beds\nA,2023,1\nA,2024,7\nA,2025,\n", to: "data/year.csv")
        return Command(folder: folder)
    }
}
