import Testing

@Suite("plumb test") struct TestTests {
    @Test("cases that come out as they say are counted")
    func clean() throws {
        let answer = try Clinics.command().run("test", "rules")
        #expect(answer.code == 0)
        #expect(answer.output == "2 cases, 0 failed\n")
        #expect(answer.errors == "")
    }

    @Test("a case that fails is shown at its place, and answers 1")
    func failure() throws {
        let command = try Clinics.command()
        let rules = Clinics.rules().replacing("given: {beds: 9}", with: "given: {beds: 10}")
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        let answer = try command.run("test", "rules")
        #expect(answer.code == 1)
        #expect(answer.output.hasPrefix("rules/ruleset.yaml:13:"), "\(answer.output)")
        #expect(answer.output.hasSuffix("\n2 cases, 1 failed\n"))
    }

    @Test("a rule without cases is named, and rules without any are not shown to be right")
    func untested() throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.rules(cases: ""), to: "rules/ruleset.yaml")
        let answer = try command.run("test", "rules")
        #expect(answer.code == 1)
        #expect(answer.output == "rules without cases: town/too-few-beds\n0 cases, 0 failed\n")
    }

    @Test("a case on which the rule errs says what went wrong", arguments: ["en", "zh"])
    func erring(language: String) throws {
        let command = try Clinics.command()
        let rules = Clinics.rules(cases: "").replacing("observe: beds\n    target: {at_least: 10}", with: """
            require: id.split('-')[1] != ''
                cases: [{name: no second part, given: {id: A}, outcome: pass}]
            """)
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        let answer = try command.run("test", "rules", "--lang", language)
        #expect(answer.code == 1, "\(answer.errors)")
        let cause = language == "zh" ? "实为 error (rule_error：" : "but is error (rule_error: "
        #expect(answer.output.contains(cause), "\(answer.output)")
    }
}
