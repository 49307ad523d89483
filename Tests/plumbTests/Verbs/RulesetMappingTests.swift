import TestSupport
import Testing

@Suite("a mapping beside the rules") struct RulesetMappingTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              unit: {key: [id], fields: {id: {type: string}, beds: {type: integer, unit: 张}}}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: t, to: 2025-12-31}
            uses: [vocabulary.yaml]
            rules:
              - {id: too-few, title: too few, for: unit, observe: beds, target: {at_least: 10 张}}

            """, to: "rules/ruleset.yaml")
        try folder.write("mapping: m\nfiles: [{file: x.csv, table: unit, columns: {name: id, count: beds}}]\n", to: "rules/mapping.yaml")
        try folder.write("name,count,other\nA,9,12\n", to: "data/x.csv")
        return folder
    }

    @Test("it says how files become tables, of whichever no other mapping speaks")
    func applies() throws {
        let folder = try folder()
        let answer = try Command(folder: folder).run("check", "rules", "--data", "data", "--as-of", "2026-01-01")
        #expect(answer.code == 1, "\(answer.errors)")
        #expect(answer.output.contains("observed 9"))

        try folder.write("mapping: m\nfiles: [{file: x.csv, table: unit, columns: {name: id, other: beds}}]\n", to: "data/mapping.yaml")
        #expect(try Command(folder: folder).run("check", "rules", "--data", "data", "--as-of", "2026-01-01").code == 0)
    }
}
