import TestSupport
import Testing

@Suite("plumb diff") struct DiffTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          unit:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              kind: {type: string}
              posts: {type: integer, unit: 个, range: 0..}
              filled: {type: integer, unit: 个, range: 0..}

        """

    /// Two versions of a ruleset, with data.
    private func versions() throws -> Command {
        let folder = try TemporaryFolder()
        for version in ["old", "new"] { try folder.write(Self.vocabulary, to: "\(version)/vocabulary.yaml") }
        try folder.write("""
            ruleset: r
            plan: {title: t, to: 2025-12-31}
            uses: [vocabulary.yaml]
            params: {least: {type: quantity, value: 5 个}}
            rules:
              - {id: tighter, title: {zh: 收紧的, en: The tighter one}, source: {section: 一1}, for: unit, observe: filled / posts, target: {at_least: 85%}}
              - {id: wider, title: wider, for: unit, where: kind == 'a', require: posts > 0}
              - {id: moved, title: moved, for: unit, where: kind == 'a', observe: posts, target: {at_least: 10 个}}
              - {id: named, title: named, for: unit, require: posts > 0}
              - {id: gone, title: gone, for: unit, require: posts > 1}
              - {id: same, title: same, for: unit, require: posts > 0 && filled > 0}
              - {id: set, title: set, for: unit, observe: posts, target: {at_least: {value: params.least}}}
              - {id: excepting, title: excepting, for: unit, require: posts > 0}

            """, to: "old/ruleset.yaml")
        try folder.write("""
            ruleset: r
            plan: {title: t, to: 2025-12-31}
            uses: [vocabulary.yaml]
            params: {least: {type: quantity, value: 6 个}}
            rules:
              - {id: tighter, title: {zh: 收紧的, en: The tighter one}, source: {section: 一1}, for: unit, observe: filled/posts, target: {at_least: 90%}}
              - {id: wider, title: wider, for: unit, require: posts > 0}
              - {id: moved, title: moved, for: unit, where: kind == 'b', observe: posts, target: {at_least: 9 个}}
              - {id: named, title: {zh: 改了名, en: renamed}, fix: {zh: 补, en: add}, for: unit, require: posts > 0}
              - {id: same, title: same, for: unit, require: (posts > 0) && filled>0}
              - {id: set, title: set, for: unit, observe: posts, target: {at_least: {value: params.least}}}
              - {id: excepting, title: excepting, for: unit, require: posts > 0, except: [甲]}
              - {id: added, title: added, for: unit, require: filled > 0}

            """, to: "new/ruleset.yaml")
        try folder.write("id,name,kind,posts,filled\nA,甲,a,100,86\nB,乙,b,10,9\nC,丙,b,,\n", to: "data/unit.csv")
        return Command(folder: folder)
    }

    @Test("rules by what became of them, and the records whose outcome changes", arguments: ["en", "zh"])
    func text(language: String) throws {
        let answer = try versions().run("diff", "old", "new", "--data", "data", "--as-of", "2026-02-01", "--lang", language)
        #expect(answer.code == 1, "\(answer.errors)")
        try expectGolden(answer.output, "diff-\(language).txt")
    }

    @Test("the same as JSON")
    func json() throws {
        let answer = try versions().run("diff", "old", "new", "--data", "data", "--as-of", "2026-02-01", "--format", "json")
        #expect(answer.code == 1)
        try expectGolden(answer.output, "diff.json")
    }

    @Test("a version differs in nothing from itself")
    func same() throws {
        let answer = try versions().run("diff", "old", "old", "--data", "data")
        #expect(answer.code == 0)
        #expect(answer.output.hasPrefix("rules: 8 unchanged\n"))
    }

    @Test("what is wrong with a command line is told", arguments: [
        (["old"], 2, "plumb diff OLD NEW"), (["old", "nowhere"], 3, "nowhere"), (["old", "new", "--data", "-"], 2, "once only"),
        (["old", "new", "--data", "nowhere"], 4, "nowhere"), (["old", "new", "--format", "xml"], 2, "json"),
    ] as [([String], Int32, String)])
    func faults(arguments: [String], code: Int32, words: String) throws {
        let answer = try versions().run(["diff"] + arguments)
        #expect(answer.code == code)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
