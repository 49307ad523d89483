import Foundation
import TestSupport
import Testing

@Suite("plumb coverage") struct CoverageTests {
    private static let register = """
        register: town
        clauses:
          - {id: T-1, section: 一（一）, term: {zh: 床位数, en: Beds}, rules: [too-few-beds]}
          - {id: T-2, section: 一（二）, term: {zh: 代码, en: Code}}
          - {id: T-3, section: 二, term: {zh: 床位总数, en: Beds again}, same_as: T-1}
          - {id: T-4, section: 专栏3 ¶2, term: {zh: 年选派国外研修人数, en: Staff sent abroad}, hedge: 视情, uncheckable: {reason: no_threshold, why: {zh: 弹性要求, en: at discretion}}}
          - {id: T-5, section: 三, term: {zh: 设备, en: Equipment}, uncheckable: {reason: masked}}

        """

    private static let forgotten = "  - {id: T-6, section: 四, term: {zh: 护理人员数, en: Nurses}}\n"

    private func command(_ register: String) throws -> Command {
        let command = try Clinics.twoRules()
        let rules = try command.folder.text("rules/ruleset.yaml")
            .replacing("title: {zh: 代码, en: Code}, for", with: "title: {zh: 代码, en: Code}, source: {section: 一, clause: T-2}, for")
        try command.folder.write(rules, to: "rules/ruleset.yaml")
        try command.folder.write(register, to: "rules/register.yaml")
        return command
    }

    @Test("counts come first, then what was forgotten, what no data can decide, and what is encoded", arguments: ["en", "zh"])
    func text(language: String) throws {
        let answer = try command(Self.register + Self.forgotten).run("coverage", "rules", "--lang", language)
        #expect(answer.code == 1)
        try expectGolden(answer.output, "coverage-\(language).txt")
    }

    @Test("a register with nothing forgotten answers 0")
    func whole() throws {
        let answer = try command(Self.register).run("coverage", "rules", "--lang", "en")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("4 clauses: 2 encoded, 2 uncheckable, 0 forgotten; 1 more restate"))
    }

    @Test("as JSON it is one object with the counts and the lists behind them")
    func json() throws {
        let answer = try command(Self.register + Self.forgotten).run("coverage", "rules", "--format", "json")
        #expect(answer.code == 1)
        try expectGolden(answer.output, "coverage.json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        #expect(["clauses", "encoded", "uncheckable", "forgotten", "restated"].map { object[$0] as? Int } == [5, 2, 2, 1, 1])
        let encoded = try #require(object["encoded_clauses"] as? [[String: Any]])
        #expect(encoded.map { $0["id"] as? String } == ["T-1", "T-2"])
        #expect(encoded.map { $0["rules"] as? [String] } == [["too-few-beds"], ["no-code"]])
    }

    @Test("several registers of one ruleset add up")
    func several() throws {
        let command = try command(Self.register)
        try command.folder.write("register: town\nclauses:\n" + Self.forgotten, to: "rules/more.yaml")
        let answer = try command.run("coverage", "rules", "--lang", "en")
        #expect(answer.code == 1)
        #expect(answer.output.contains("5 clauses: 2 encoded, 2 uncheckable, 1 forgotten"))
    }

    @Test("a restatement that a rule encodes makes its original an encoded clause")
    func restated() throws {
        let register = """
            register: town
            clauses:
              - {id: T-1, section: 一, term: 床位数}
              - {id: T-3, section: 二, term: 床位数, same_as: T-7, rules: [too-few-beds]}
              - {id: T-7, section: 三, term: 床位数, same_as: T-1}
              - {id: T-2, section: 四, term: 代码}

            """
        let answer = try command(register).run("coverage", "rules", "--lang", "en")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("2 clauses: 2 encoded, 0 uncheckable, 0 forgotten; 2 more restate"))
    }

    @Test("lint warns where a clause and a rule name each other differently, and still answers 0")
    func differing() throws {
        let register = Self.register.replacing("term: {zh: 代码, en: Code}}", with: "term: {zh: 代码, en: Code}, rules: [too-few-beds]}")
        let answer = try command(register).run("lint", "rules", "--lang", "en")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(answer.output.contains("rules/ruleset.yaml:14:75: warning[clause-and-rule-differ]"), "\(answer.output)")
        #expect(answer.output.hasSuffix("2 rules, no faults, 1 warning\n"))
    }

    @Test("a command line that cannot be followed answers 2, rules that do not load 3", arguments: [
        (["coverage"], 2, "no ruleset is given"), (["coverage", "rules", "--format", "sarif"], 2, "one of text, json"),
        (["coverage", "rules"], 2, "the ruleset 'town' has no register"), (["coverage", "gone"], 3, "'gone'"),
    ] as [([String], Int32, String)])
    func faults(arguments: [String], code: Int32, words: String) throws {
        let answer = try Clinics.command().run(arguments)
        #expect(answer.code == code)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
