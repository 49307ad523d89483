import Testing

@Suite("plumb lint") struct LintTests {
    @Test("rules without a fault answer 0 and are counted")
    func clean() throws {
        let answer = try Clinics.command().run("lint", "rules")
        #expect(answer.code == 0)
        #expect(answer.output == "1 rule, no faults\n")
        #expect(answer.errors == "")
    }

    @Test("faults are the result: they stand on stdout with line and column, and answer 1", arguments: [
        ("observe: beds", "observe: bed", "rules/ruleset.yaml:9:14: error[", "beds"),
        ("binding: required", "binding: requird", "rules/ruleset.yaml:7:14: error[", "write required"),
    ])
    func faults(good: String, bad: String, place: String, help: String) throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.rules().replacing(good, with: bad), to: "rules/ruleset.yaml")
        let answer = try command.run("lint", "rules")
        #expect(answer.code == 1)
        #expect(answer.output.hasPrefix(place), "\(answer.output)")
        #expect(answer.output.contains(help))
        #expect(answer.output.hasSuffix("\n1 fault\n"))
        #expect(answer.errors == "")
    }

    @Test("a table may use an enumeration of a vocabulary that is named after its own")
    func laterEnumeration() throws {
        let command = try Clinics.command()
        try command.folder.write(
            "vocabulary: a\ntables:\n  ward: {key: [id], fields: {id: {type: string}, kind: {type: kind}}}\n", to: "rules/a.yaml")
        try command.folder.write("vocabulary: b\nenumerations:\n  kind: {values: [公立, 民营]}\n", to: "rules/b.yaml")
        for uses in ["[vocabulary.yaml, a.yaml, b.yaml]", "[b.yaml, a.yaml, vocabulary.yaml]"] {
            try command.folder.write(Clinics.rules().replacing("[vocabulary.yaml]", with: uses), to: "rules/ruleset.yaml")
            let answer = try command.run("lint", "rules")
            #expect(answer.code == 0, "\(answer.output)")
        }
    }

    @Test("a vocabulary, and a ruleset, that is named in two ways is read once")
    func twoSpellings() throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.vocabulary, to: "words.yaml")
        for name in ["first", "second"] {
            let rules = Clinics.rules().replacing("vocabulary.yaml", with: "../words.yaml").replacing("ruleset: town", with: "ruleset: \(name)")
            try command.folder.write(rules, to: "\(name)/ruleset.yaml")
        }
        let answer = try command.shell("$PLUMB lint first \"$PWD/second\" ./first second/ruleset.yaml")
        #expect(answer.code == 0)
        #expect(answer.output == "2 rules, no faults\n")
    }
}
