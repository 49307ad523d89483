import Foundation
import TestSupport
import Testing

@Suite("plumb test --mutate") struct TestMutateTests {
    private static let thin = """
            cases:
              - {name: at the floor, given: {beds: 10}, outcome: pass}

        """

    private func command(cases: String) throws -> Command {
        let command = try Clinics.command()
        try command.folder.write(Clinics.rules(cases: cases), to: "rules/ruleset.yaml")
        return command
    }

    @Test("mistakes that no case notices are listed with what a case would have to show, and answer 1", arguments: ["en", "zh"])
    func survivors(language: String) throws {
        let answer = try command(cases: Self.thin).run("test", "--mutate", "rules", "--lang", language)
        #expect(answer.code == 1, "\(answer.errors)")
        try expectGolden(answer.output, "test-mutate-\(language).txt")
    }

    @Test("as JSON they have their places and the counts by kind")
    func json() throws {
        let answer = try command(cases: Self.thin).run("test", "--mutate", "rules", "--format", "json")
        #expect(answer.code == 1)
        try expectGolden(answer.output, "test-mutate.json")
    }

    @Test("a rule without cases says so once", arguments: [("en", "no cases that pass"), ("zh", "没有能通过的用例")])
    func noCases(language: String, words: String) throws {
        let answer = try command(cases: "").run("test", "--mutate", "rules", "--lang", language)
        #expect(answer.code == 1)
        #expect(answer.output.components(separatedBy: words).count == 2)
        #expect(!answer.output.contains("✗"))
    }

    @Test("where every mistake is noticed the answer is 0")
    func clean() throws {
        let answer = try Clinics.command().run("test", "--mutate", "rules", "--lang", "en")
        #expect(answer.code == 0, "\(answer.output)")
    }

    @Test("options that do not go together answer 2", arguments: [
        ["--mutate", "--generate"], ["--format", "json"], ["--write"], ["--mutate", "--format", "sarif"],
    ])
    func usage(options: [String]) throws {
        #expect(try Clinics.command().run(["test", "rules"] + options).code == 2)
    }
}

@Suite("plumb test --generate") struct TestGenerateTests {
    private func command() throws -> Command {
        let command = try Clinics.command()
        try command.folder.write(Clinics.rules(cases: ""), to: "rules/ruleset.yaml")
        return command
    }

    @Test("boundary cases are printed in the language asked for", arguments: ["en", "zh"])
    func printed(language: String) throws {
        let answer = try command().run("test", "--generate", "rules", "--lang", language)
        #expect(answer.code == 0, "\(answer.errors)")
        try expectGolden(answer.output, "test-generate-\(language).yaml")
    }

    @Test("they are written behind the cases that are there, or as the rule's first, and then pass")
    func written() throws {
        for command in [try command(), try Clinics.command()] {
            let answer = try command.run("test", "--generate", "--write", "rules", "--lang", "zh")
            #expect(answer.code == 0, "\(answer.errors)")
            let text = try command.folder.text("rules/ruleset.yaml")
            #expect(text.contains("- name: 略低于限值\n"), "\(text)")
            #expect(try command.run("test", "rules", "--lang", "en").code == 0)
            let again = try command.run("test", "--generate", "--write", "rules", "--lang", "zh")
            #expect(again.output.contains("写入 0 个用例"))
            #expect(try command.folder.text("rules/ruleset.yaml") == text)
        }
    }
}
