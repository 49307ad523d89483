import Foundation
import TestSupport
import Testing

@Suite("plumb new") struct NewTests {
    @Test("a new ruleset lints, and its cases pass but for the one to fill in")
    func ruleset() throws {
        let command = Command(folder: try TemporaryFolder())
        #expect(try command.run("new", "ruleset", "my-plan", "--lang", "en").output.contains("one case fails"))
        #expect(try command.run("lint", "my-plan").output == "1 rule, no faults\n")
        let answer = try command.run("test", "my-plan")
        #expect(answer.code == 1)
        #expect(answer.output.hasSuffix("3 cases, 1 failed\n"))
        #expect(try command.run("coverage", "my-plan").code == 0)
        let again = try command.run("new", "ruleset", "my-plan")
        #expect(again.code == 2)
        #expect(again.errors.contains("there already"))
    }

    @Test("a new rule begins with a field of its table", arguments: ["unit", "note"])
    func rule(table: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("""
            vocabulary: v
            tables:
              unit: {key: [id], title: {zh: 单位, en: Unit}, fields: {id: {type: string}, share: {type: percent}, beds: {type: integer, unit: 张}}}
              note: {key: [id], fields: {id: {type: string}, text: {type: string}}}

            """, to: "rules/vocabulary.yaml")
        try folder.write("ruleset: r\nplan: {title: t, to: 2025-12-31}\nuses: [vocabulary.yaml]\n", to: "rules/ruleset.yaml")
        let command = Command(folder: folder)
        #expect(try command.run("new", "rule", "too-few", "--in", "rules", "--for", table).code == 0)
        let lint = try command.run("lint", "rules")
        #expect(lint.code == 0, "\(lint.output)")
        let answer = try command.run("test", "rules")
        #expect(answer.code == 1)
        #expect(answer.output.contains("1 failed"))
    }

    @Test("a register may name the rule that is begun, and others that are still to come; what else is wrong is told")
    func awaitedByRegister() throws {
        let folder = try TemporaryFolder()
        try folder.write("vocabulary: v\ntables: {unit: {key: [id], fields: {id: {type: string}, beds: {type: integer}}}}\n", to: "vocabulary.yaml")
        try folder.write("ruleset: r\nplan: {title: t, to: 2025-12-31}\nuses: [vocabulary.yaml]\n", to: "ruleset.yaml")
        func register(_ more: String) -> String {
            "register: r\nclauses:\n  - {id: C-1, section: 一, term: {zh: 一, en: one}, subject: unit, rules: [too-few]\(more)}\n  - {id: C-2, section: 一, term: {zh: 一, en: one}, subject: unit, rules: [too-many]}\n"
        }
        try folder.write(register(""), to: "register.yaml")
        let command = Command(folder: folder)
        let begun = try command.run("new", "rule", "too-few", "--lang", "en")
        #expect(begun.code == 0, "\(begun.errors)")
        let lint = try command.run("lint", ".", "--lang", "en")
        #expect(lint.code == 1)
        #expect(lint.output.contains("names a rule 'too-many' that is not there"))
        #expect(!lint.output.contains("'too-few'"))
        try folder.write(register(", colour: red"), to: "register.yaml")
        #expect(try command.run("new", "rule", "too-many").code == 3)
    }

    @Test("a rule is written to this folder where it is a ruleset, and not to one below it")
    func here() throws {
        let folder = try TemporaryFolder()
        let files = [
            ("vocabulary.yaml", "vocabulary: v\ntables: {unit: {key: [id], fields: {id: {type: string}, beds: {type: integer}}}}\n"),
            ("ruleset.yaml", "ruleset: r\nplan: {title: t, to: 2025-12-31}\nuses: [vocabulary.yaml]\n"),
        ]
        for (name, text) in files { try folder.write(text, to: "below/\(name)") }
        let command = Command(folder: folder)
        let refused = try command.run("new", "rule", "too-few", "--lang", "en")
        #expect(refused.code == 2)
        #expect(refused.errors.contains("this folder is no ruleset"), "\(refused.errors)")
        for (name, text) in files { try folder.write(text, to: name) }
        try FileManager.default.removeItem(at: folder.url.appending(path: "below"))
        #expect(try command.run("new", "rule", "too-few").code == 0)
        #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "too-few.yaml").path))
    }

    @Test("what a new plugin begins with is compiled and tested here, word for word", arguments: ["target", "reader", "reporter"])
    func package(kind: String) throws {
        let command = Command(folder: try TemporaryFolder())
        #expect(try command.run("new", kind, "sample").code == 0)
        let name = "Sample" + kind.prefix(1).uppercased() + kind.dropFirst()
        let package = command.folder.url.appending(path: "sample")
        let own = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scaffolds")
        for (written, kept) in [("Sources/\(name)/\(name).swift", "\(name).swift"), ("Tests/\(name)Tests/\(name)Tests.swift", "\(name)Tests.swift")] {
            let text = try String(contentsOf: package.appending(path: written), encoding: .utf8)
            // Here its test is known to fail, and lies in one module with the plugin.
            let expected = try String(contentsOf: own.appending(path: kept), encoding: .utf8).replacing(", .waitsToBeFilledIn", with: "")
            #expect(text.replacing("import \(name)\n", with: "") == expected)
        }
        #expect(try String(contentsOf: package.appending(path: "Package.swift"), encoding: .utf8).contains("name: \"\(name)Tests\""))
    }

    @Test("a plugin's name is in its type")
    func names() throws {
        let command = Command(folder: try TemporaryFolder())
        #expect(try command.run("new", "target", "nearly_all", "--in", "x/y").code == 0)
        let source = try String(
            contentsOf: command.folder.url.appending(path: "x/y/nearly_all/Sources/NearlyAllTarget/NearlyAllTarget.swift"), encoding: .utf8)
        #expect(source.contains("public struct NearlyAllTarget: RecordTargetKind"))
        #expect(source.contains("public let name = \"nearly_all\""))
    }

    @Test("what is wrong with a command line is told", arguments: [
        ([], "ruleset"), (["rull", "x"], "did you mean 'rule'"), (["ruleset"], "plumb new ruleset NAME"), (["ruleset", "My_Plan"], "lower-case"),
        (["target", "a-b"], "too_few"), (["rule", "x"], "name the ruleset's folder with --in"), (["ruleset", "../x"], "lower-case"),
    ] as [([String], String)])
    func faults(arguments: [String], words: String) throws {
        let answer = try Command(folder: TemporaryFolder()).run(["new"] + arguments)
        #expect(answer.code == 2)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
