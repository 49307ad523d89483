import Testing

@Suite("plumb help") struct HelpTests {
    @Test("exit codes and completions are explained in both languages", arguments: [
        ("exit-codes", "en", "130  interrupted"), ("exit-codes", "zh", "130  被 Ctrl-C 中断"),
        ("completions", "en", "--generate-completion-script zsh"), ("completions", "zh", "重新打开终端"),
    ])
    func topics(topic: String, language: String, words: String) throws {
        let answer = try Clinics.command().run("help", topic, "--lang", language)
        #expect(answer.code == 0)
        #expect(answer.output.contains(words))
        #expect(answer.errors == "")
    }

    @Test("what there is no help on is answered with what there is help on")
    func unknown() throws {
        let answer = try Clinics.command().run("help", "exit-code")
        #expect(answer.code == 2)
        #expect(answer.errors.contains("did you mean 'exit-codes'? It is one of check, lint, test, list"), "\(answer.errors)")
    }

    @Test("the whole command's help names the topics")
    func overview() throws { #expect(try Clinics.command().run("--help").output.contains("plumb help exit-codes")) }

    @Test("a completion script comes for each shell and names the verbs and the formats", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let answer = try Clinics.command().run("--generate-completion-script", shell)
        #expect(answer.code == 0)
        for word in ["check", "list", "coverage", "sarif"] { #expect(answer.output.contains(word)) }
    }
}
