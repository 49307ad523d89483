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

    @Test("with --only nothing is changed that is not the rule's own, for other rules' cases might notice it, and that is said")
    func only() throws {
        let command = try Clinics.twoRules()
        let due = "plan: {title: {zh: 镇规划, en: Town plan}, from: 2024-01-01, to: 2025-12-31}\ndue: 2025-12-31\n"
        let rules = try String(contentsOf: command.folder.url.appending(path: "rules/ruleset.yaml"), encoding: .utf8)
        try command.folder.write(rules.replacing("plan: {title: {zh: 镇规划, en: Town plan}, from: 2024-01-01, to: 2025-12-31}\n", with: due), to: "rules/ruleset.yaml")
        let whole = try command.run("test", "--mutate", "rules", "--lang", "en")
        #expect(whole.output.contains("due: 2025-12-31 → due: 2026-12-31"), "\(whole.output)")
        #expect(!whole.errors.contains("only the chosen rules"))
        let one = try command.run("test", "--mutate", "rules", "--lang", "en", "--only", "too-few-beds")
        #expect(one.code == 0, "\(one.output)")
        #expect(!one.output.contains("due:"), "\(one.output)")
        #expect(one.errors.contains("only the chosen rules and their templates are changed"))
    }

    @Test("the ends between which a case has to lie stand in their order", arguments: ["at_most", "at_least", "more_than", "less_than"])
    func order(kind: String) throws {
        let command = try Clinics.command()
        try command.folder.write(Clinics.vocabulary.replacing("beds: {type: integer", with: "beds: {type: percent"), to: "rules/vocabulary.yaml")
        let cases = "    cases: [{name: far below, given: {beds: 1%}, outcome: \(kind.hasSuffix("most") || kind == "less_than" ? "pass" : "fail")}]\n"
        let rules = Clinics.rules(cases: cases).replacing("at_least: 10", with: "\(kind): 15%")
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        let output = try command.run("test", "--mutate", "rules", "--lang", "en").output
        let ends = output.matches(of: /between (\d+)% and (\d+)%/).map { (Int($0.1) ?? 0, Int($0.2) ?? 0) }
        #expect(!ends.isEmpty, "\(output)")
        #expect(ends.allSatisfy { $0.0 < $0.1 }, "\(ends)")
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
