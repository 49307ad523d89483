import Testing

@Suite("a folder of rulesets") struct RulesetFoldersTests {
    private static func command() throws -> Command {
        let command = try Clinics.command()
        try command.folder.write(Clinics.vocabulary, to: "all/words/vocabulary.yaml")
        for name in ["first", "second"] {
            let rules = Clinics.rules().replacing("vocabulary.yaml", with: "../../words/vocabulary.yaml").replacing("ruleset: town", with: "ruleset: \(name)")
            try command.folder.write("# 注释\n\n" + rules, to: "all/plans/\(name)/ruleset.yaml")
            try command.folder.write("register: \(name)\nclauses: []\n", to: "all/plans/\(name)/register.yaml")
        }
        return command
    }

    @Test("every ruleset that lies below a folder is linted, tested and covered", arguments: [
        ("lint", "2 rules, no faults\n"), ("test", "4 cases, 0 failed\n"), ("coverage", "0 clauses"),
    ])
    func below(verb: String, words: String) throws {
        let answer = try Self.command().run(verb, "all")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains(words), "\(answer.output)")
    }

    @Test("a fault in one of them is told, and so is a folder that has only what belongs to a ruleset")
    func faults() throws {
        let command = try Self.command()
        try command.folder.write("register: third\nclauses: []\n", to: "all/plans/third/register.yaml")
        let warned = try command.run("lint", "all")
        #expect(warned.code == 0)
        #expect(warned.output.contains("warning[no-ruleset]: there is no ruleset in 'all/plans/third'"), "\(warned.output)")
        try command.folder.write("rulset: fourth\nplan: {title: t}\n", to: "all/plans/fourth/ruleset.yaml")
        let answer = try command.run("lint", "all")
        #expect(answer.code == 1)
        #expect(answer.output.contains("all/plans/fourth/ruleset.yaml:1:1: error[unknown-file]"), "\(answer.output)")
    }

    @Test("a folder with neither a ruleset nor one below it is told as before")
    func none() throws {
        let answer = try Self.command().run("lint", "all/words")
        #expect(answer.code == 3)
        #expect(answer.errors.contains("there is no ruleset in 'all/words'"), "\(answer.errors)")
    }

    @Test("a file of data that a ruleset names and that is not there is told without data", arguments: [("lint", 1), ("test", 3)])
    func dataFile(verb: String, code: Int32) throws {
        let command = try Clinics.command()
        let rules = Clinics.rules().replacing("uses:", with: "data: [{table: clinic, file: rooster.csv, roster: true}]\nuses:")
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        try command.folder.write("id\nA\n", to: "rules/roster.csv")
        let answer = try command.run(verb, "rules")
        #expect(answer.code == code)
        #expect((answer.output + answer.errors).contains("error[no-data-file]: there is no file 'rules/rooster.csv'"), "\(answer)")
        #expect((answer.output + answer.errors).contains("did you mean 'roster.csv'?"), "\(answer)")
    }

    @Test("what has to be obtained before an audit is listed: parameters without a value, and data without rows")
    func toObtain() throws {
        let command = try Clinics.command()
        let header = "data: [{table: clinic, file: roster.csv, roster: true, source: 名录}]\nparams: {least: {type: integer, why: masked}}\nuses:"
        let rules = Clinics.rules().replacing("uses:", with: header).replacing("{at_least: 10}", with: "{at_least: {value: params.least}}")
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        try command.folder.write("register: town\nclauses: []\n", to: "rules/register.yaml")
        try command.folder.write("id\n\n", to: "rules/roster.csv")
        let text = try command.run("coverage", "rules").output
        #expect(text.contains("To obtain before an audit (2)") && text.contains("params.least") && text.contains("roster without rows"), "\(text)")
        let json = try command.run("coverage", "rules", "--format", "json").output
        #expect(json.contains("\"parameter\": \"least\"") && json.contains("\"roster\": true"), "\(json)")
        try command.folder.write("id\nA\n", to: "rules/roster.csv")
        #expect(try command.run("coverage", "rules").output.contains("To obtain before an audit (1)"))
    }

    @Test("a report that cannot be written is an inner failure, as the help says, and tells what to do", arguments: [
        ("none/a.json", "there is no such file or folder"), ("rules", "it is a folder"),
    ])
    func unwritable(path: String, words: String) throws {
        let answer = try Clinics.command().run("check", "rules", "--data", "clean", "--report", "json=\(path)")
        #expect(answer.code == 5)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }

    @Test("what the parser of the command line finds is said in Chinese, too", arguments: [
        (["lint", "--no-such"], "没有选项“--no-such”"), (["check", "rules", "--format"], "后面缺少取值"),
    ])
    func chinese(arguments: [String], words: String) throws {
        let answer = try Clinics.command().run(arguments, environment: ["LANG": "zh_CN.UTF-8"])
        #expect(answer.code == 2)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
