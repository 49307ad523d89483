import Foundation
import TestSupport
import Testing

@Suite("plumb --profile") struct ProfileReportTests {
    private static let profile = """
        profile: audit
        of: town
        set: {rules.too-few-beds.due: 2025-06-30}
        disabled: [{rule: no-code, why: {zh: 本年度未采集, en: not kept this year}, until: 2026-06-30}]
        waivers:
          - {rule: too-few-beds, record: 丙诊所, why: {zh: 等级复评中, en: under review}, until: 2026-03-31}
          - {rule: too-few-beds, record: 甲诊所, why: {zh: 旧事, en: long ago}, until: 2025-03-31}

        """

    private func command() throws -> Command {
        let command = try Clinics.labelled()
        let second = "  - {id: no-code, title: {zh: 代码, en: Code}, for: clinic, require: id != ''}\n"
        try command.folder.write(Clinics.rules() + second, to: "rules/ruleset.yaml")
        try command.folder.write(Self.profile, to: "rules/audit.yaml")
        return command
    }

    @Test("a report says what the profile sets, what is disabled, and who is let pass until when and in place of what", arguments: ["zh", "en"])
    func text(language: String) throws {
        let answer = try command().run("check", "rules", "--profile", "audit", "--data", "short", "--as-of", "2026-01-01", "--lang", language)
        #expect(answer.code == 0)
        try expectGolden(answer.output, "profile-\(language).txt")
    }

    @Test("of many settings the report gives the first names, and -v every value", arguments: [
        ("en", "sets 5 values (rules.too-few-beds.due, rules.too-few-beds.binding, rules.no-code.binding, rules.no-code.due, …)", "profile audit sets rules.too-few-beds.hedge to 逐步"),
        ("zh", "设定 5 项（rules.too-few-beds.due、rules.too-few-beds.binding、rules.no-code.binding、rules.no-code.due 等）", "方案 audit：rules.too-few-beds.hedge 设为 逐步"),
    ])
    func manySettings(language: String, brief: String, last: String) throws {
        let command = try command()
        let settings = "rules.too-few-beds.due: 2025-06-30, rules.too-few-beds.binding: strive, rules.no-code.binding: strive, rules.no-code.due: 2025-06-30, rules.too-few-beds.hedge: 逐步"
        try command.folder.write("profile: audit\nof: town\nset: {\(settings)}\n", to: "rules/audit.yaml")
        let answer = try command.run("check", "rules", "--profile", "audit", "--data", "short", "-v", "--lang", language)
        #expect(answer.output.contains(brief))
        #expect(!answer.output.contains("too-few-beds.hedge"))
        #expect(answer.errors.contains(last), "\(answer.errors)")
    }

    @Test("the reports for programs say it too", arguments: ["json", "jsonl", "sarif"])
    func programs(format: String) throws {
        let answer = try command().run(
            "check", "rules", "--profile", "rules/audit.yaml", "--data", "short", "--as-of", "2026-01-01", "--lang", "en", "--format", format)
        #expect(answer.code == 0)
        for word in ["under review", "2026-03-31", "beyond_limit"] { #expect(answer.output.contains(word), "\(word)") }
        if format != "jsonl" { #expect(answer.output.contains("not kept this year")) }
    }

    @Test("where everybody is let pass nothing was decided, and that is no success")
    func allWaived() throws {
        let command = try Clinics.labelled()
        let waivers = ["甲诊所", "乙诊所", "丙诊所"].map { "  - {rule: too-few-beds, record: \($0), why: 复评中, until: 2026-03-31}\n" }.joined()
        try command.folder.write("profile: audit\nof: town\nwaivers:\n\(waivers)", to: "rules/audit.yaml")
        #expect(try command.run("check", "rules", "--profile", "audit", "--data", "short", "--as-of", "2026-01-01").code == 1)
        let some = waivers.split(separator: "\n").filter { !$0.contains("甲") }.joined(separator: "\n")
        try command.folder.write("profile: audit\nof: town\nwaivers:\n\(some)\n", to: "rules/audit.yaml")
        #expect(try command.run("check", "rules", "--profile", "audit", "--data", "short", "--as-of", "2026-01-01").code == 0)
    }

    @Test("without the profile the same data fail")
    func without() throws {
        #expect(try command().run("check", "rules", "--data", "short", "--as-of", "2026-01-01").code == 1)
    }

    @Test("every verb that works on rules takes a profile", arguments: [
        ["lint", "rules", "--as-of", "2026-01-01"], ["test", "rules"], ["list", "rules"], ["explain", "too-few-beds", "rules"],
    ])
    func verbs(arguments: [String]) throws {
        let command = try command()
        #expect(try command.run(arguments + ["--profile", "audit"]).code == 0)
        #expect(try command.run(arguments + ["--profile", "audti"]).code != 0)
    }
}
