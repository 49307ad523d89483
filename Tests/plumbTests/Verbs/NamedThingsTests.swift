import Testing

@Suite("records and rules as people name them") struct NamedThingsTests {
    @Test("a row for a county in a year is called by its county's name, by its code, and by its place from any folder", arguments: [
        "甲县", "X", "year.csv:2", "data/year.csv:2", "./data/year.csv:2",
    ])
    func records(name: String) throws {
        let answer = try counties().run("explain", "too-few-beds", "rules", "--data", "data", "--record", name)
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("data/year.csv:2"), "\(answer.output)")
    }

    @Test("a group is called by its record's name")
    func groups() throws {
        let answer = try counties().run("explain", "too-few-full", "rules", "--data", "data", "--record", "甲县")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("甲县"))
    }

    @Test("a rule is called by where it is written, whether its ruleset is a file or a folder", arguments: [
        ("rules/ruleset.yaml:6", "rules"), ("ruleset.yaml:5", "rules"), ("rules/ruleset.yaml:5", "rules/ruleset.yaml"),
    ])
    func places(name: String, ruleset: String) throws {
        let answer = try counties().run("explain", name, ruleset)
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("too-few-beds"))
    }

    @Test("a rule that there is not is answered with the nearest, the one of that title, or the only one whose name has it in it", arguments: [
        "too-few-bedz", "床位数", "few-beds",
    ])
    func rules(name: String) throws {
        let answer = try counties().run("check", "rules", "--data", "data", "--only", name)
        #expect(answer.code == 2)
        #expect(answer.errors.contains("did you mean 'too-few-beds'?"), "\(answer.errors)")
    }

    @Test("a word for a binding is answered with the option's own")
    func bindings() throws {
        let answer = try counties().run("check", "rules", "--data", "data", "--fail-on", "约束性")
        #expect(answer.code == 2)
        #expect(answer.errors.contains("write --fail-on obligatory"))
    }

    @Test("columns that only the vocabulary's checks compare need not be there")
    func columnsOfChecks() throws {
        let answer = try counties().run("check", "rules", "--data", "data", "--only", "too-few-beds", "--format", "json", "--as-of", "2026-01-01")
        #expect(!answer.output.contains("missing-column"), "\(answer.output)")
    }

    private func counties() throws -> Command {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              county: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}}}
              year:
                key: [county, year]
                period: year
                checks: [open_beds <= all_beds]
                fields:
                  county: {references: county, list: years}
                  year: {type: period}
                  beds: {type: integer}
                  open_beds: {type: integer}
                  all_beds: {type: integer}

            """, to: "rules/vocabulary.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: t, from: 2021-01-01, to: 2025-12-31}
            uses: [vocabulary.yaml]
            rules:
              - {id: too-few-beds, title: 床位数, for: year, period: 2025,
                 observe: beds, target: {at_least: 10}}
              - {id: too-few-full, title: 达标年份, for: year, period: 2025, require: beds > 10, coverage: {per: county, at_least: 1}}

            """, to: "rules/ruleset.yaml")
        try folder.write("id,name\nX,甲县\nY,乙县\n", to: "data/county.csv")
        try folder.write("county,year,beds\nX,2025,7\nY,2025,12\nX,2024,6\n", to: "data/year.csv")
        return Command(folder: folder)
    }
}
