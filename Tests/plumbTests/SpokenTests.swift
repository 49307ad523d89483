import Testing

@Suite("The language of plumb") struct SpokenTests {
    @Test("--lang decides, else the first locale variable that is set, else it is English", arguments: [
        ([], [:], false), ([], ["LANG": "zh_CN.UTF-8"], true), ([], ["LANG": "de_DE.UTF-8"], false),
        ([], ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], false), ([], ["LC_ALL": "", "LC_MESSAGES": "zh_TW"], true),
        (["--lang", "zh"], [:], true), (["--lang=en"], ["LANG": "zh_CN.UTF-8"], false),
    ] as [([String], [String: String], Bool)])
    func language(options: [String], environment: [String: String], isChinese: Bool) throws {
        let answer = try Clinics.command().run(["lint", "rules"] + options, environment: environment)
        #expect(answer.output == (isChinese ? "1 条规则，未发现问题\n" : "1 rule, no faults\n"))
    }

    @Test("faults, reports and help speak it too", arguments: [
        ["check", "--lang", "zh"], ["check", "rules", "--data", "short", "--lang", "zh"], ["check", "--lang=zh", "--help"],
        ["check", "gone", "--data", "short", "--lang", "zh"], ["test", "rules", "--lang", "zh"],
    ])
    func everywhere(arguments: [String]) throws {
        let answer = try Clinics.command().run(arguments)
        #expect((answer.output + answer.errors).unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
}
