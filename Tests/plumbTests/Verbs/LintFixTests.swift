import Testing

@Suite("plumb lint --fix") struct LintFixTests {
    private static let vocabulary = """
        vocabulary: clinics
        tables:
          clinic:
            key: [id]
            fields:
              id: {type: string}
              beds: {type: integer}
              kind: {type: string}
              closed: {type: boolean}

        """

    /// One rule, by the line that follows its table.
    private static func rules(_ line: String) -> String {
        "ruleset: town\nuses: [vocabulary.yaml]\nrules:\n  - id: a\n    title: 床位数\n    for: clinic\n    \(line)\n"
    }

    private static func command(_ rules: String) throws -> Command {
        let folder = try TemporaryFolder()
        try folder.write(vocabulary, to: "rules/vocabulary.yaml")
        try folder.write(rules, to: "rules/ruleset.yaml")
        return Command(folder: folder)
    }

    @Test(
        "what has one safe mend is mended",
        arguments: [
            ("requre: beds > 3", "require: beds > 3"),
            ("require: bads > 3", "require: beds > 3"),
            ("require：beds > 3", "require: beds > 3"),
            ("require： beds > 3", "require: beds > 3"),
            ("require: beds ＞ 3", "require: beds > 3"),
            ("require: beds = 3", "require: beds == 3"),
            ("require: 'beds = 3'", "require: 'beds == 3'"),
            ("require: beds > 3 and kind != 'x' OR closed", "require: beds > 3 && kind != 'x' || closed"),
            ("require: beds > 3 && not closed", "require: beds > 3 && !closed"),
            ("require: not closed", "require: '!closed'"),
            ("require: beds > 3 || not (closed && beds > 1)", "require: beds > 3 || !(closed && beds > 1)"),
            ("require: closed == False", "require: closed == false"),
            ("require: !closed && beds > 3", "require: '!closed && beds > 3'"),
            ("require: kind == “公立”", "require: kind == '公立'"),
            ("require: 'kind == “公立”'", "require: 'kind == ''公立'''"),
            ("require: \"kind == “公立”\"", "require: \"kind == '公立'\""),
            ("{observe: beds， target: {at_least: 3}}", "{observe: beds， target: {at_least: 3}}"),
            ("observe: beds\n    target: {at_leest: 3}", "observe: beds\n    target: {at_least: 3}"),
            ("binding: requird\n    require: closed", "binding: required\n    require: closed"),
        ])
    func mended(broken: String, whole: String) throws {
        let command = try Self.command(Self.rules(broken))
        let answer = try command.run("lint", "--fix", "rules", "--lang", "en")
        #expect(try command.folder.text("rules/ruleset.yaml") == Self.rules(whole), "\(answer.output)")
        guard broken != whole else { return }
        #expect(answer.code == 0, "\(answer.output)")
        #expect(answer.output.contains("mended") && answer.output.hasSuffix("1 rule, no faults\n"), "\(answer.output)")
    }

    @Test(
        "nothing is changed where the author has to decide",
        arguments: [
            "require: beds == null", "require: None == beds", "observe: beds\n    target: {at_least: 85%}", "require: wards > 3",
            "require: not beds == 3", "require: length(kind) > 3", "require: [closed, closed]", "require: beds > 3 #x",
            "require: kind == “it's”", "observe: beds\n    target: {at_least: 3}\n    targe: {at_least: 3}",
        ])
    func untouched(line: String) throws {
        let command = try Self.command(Self.rules(line))
        let answer = try command.run("lint", "--fix", "rules", "--lang", "en")
        #expect(try command.folder.text("rules/ruleset.yaml") == Self.rules(line), "\(answer.output)")
        #expect(!answer.output.contains("mended"))
    }

    @Test("a file with several, with CR LF and Chinese text, is mended byte for byte, and the second time nothing is left")
    func several() throws {
        let broken = "ruleset: town\r\nplan: {title: {zh: 镇规划， en: Town plan}}\r\nuses: [vocabulary.yaml]\r\nrules:\r\n"
            + "  - id: a   # 床位\r\n    title： 床位数\r\n    for: clinc\r\n    where: !closed and kind = “公立”\r\n    require: beds ≥ 3\r\n"
        let whole = "ruleset: town\r\nplan: {title: {zh: 镇规划, en: Town plan}}\r\nuses: [vocabulary.yaml]\r\nrules:\r\n"
            + "  - id: a   # 床位\r\n    title: 床位数\r\n    for: clinic\r\n    where: '!closed && kind == ''公立'''\r\n    require: beds >= 3\r\n"
        let command = try Self.command(broken)
        let answer = try command.run("lint", "--fix", "rules", "--lang", "zh")
        #expect(try command.folder.text("rules/ruleset.yaml") == whole, "\(answer.output)")
        #expect(answer.code == 0)
        #expect(answer.output.hasPrefix("rules/ruleset.yaml:2:23: “，”改为“,”\n"), "\(answer.output)")
        let again = try command.run("lint", "--fix", "rules", "--lang", "zh")
        #expect(again.output == "1 条规则，未发现问题\n")
        #expect(try command.folder.text("rules/ruleset.yaml") == whole)
        #expect(try command.folder.files == ["rules", "rules/ruleset.yaml", "rules/vocabulary.yaml"])
    }

    @Test("what is left is told as lint tells it, and answers 1")
    func left() throws {
        let command = try Self.command(Self.rules("require: bads > 3 && wards > 3"))
        let answer = try command.run("lint", "--fix", "rules", "--lang", "en")
        #expect(answer.code == 1)
        #expect(answer.output.contains("'bads' became 'beds'") && answer.output.contains("no field 'wards'"), "\(answer.output)")
        #expect(answer.output.hasSuffix("\n1 fault\n"))
    }

    @Test("without --fix no file is touched")
    func withoutFix() throws {
        let command = try Self.command(Self.rules("require: beds = 3"))
        #expect(try command.run("lint", "rules").code == 1)
        #expect(try command.folder.text("rules/ruleset.yaml") == Self.rules("require: beds = 3"))
    }

    @Test("a link stays a link, and the file that it stands for keeps its rights")
    func links() throws {
        let command = try Self.command(Self.rules("require: beds > 3"))
        try command.folder.write(Self.rules("require: beds = 3"), to: "real.yaml")
        let answer = try command.shell(
            "chmod 640 real.yaml && rm rules/ruleset.yaml && ln -s ../real.yaml rules/ruleset.yaml && $PLUMB lint --fix rules > /dev/null && test -L rules/ruleset.yaml && stat -c %a real.yaml")
        #expect(answer.output == "640\n")
        #expect(try command.folder.text("real.yaml") == Self.rules("require: beds == 3"))
    }
}
