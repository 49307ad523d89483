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
}
