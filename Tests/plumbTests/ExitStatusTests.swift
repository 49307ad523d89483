import Foundation
import Testing

@Suite("Exit codes of plumb") struct ExitStatusTests {
    @Test("a run answers 1 for findings at or above the gate, and where nothing could be decided", arguments: [
        ("required", "clean", [], 0), ("required", "short", [], 1), ("required", "silent", [], 1),
        ("required", "short", ["--fail-on", "obligatory"], 0), ("principle", "short", [], 0),
        ("principle", "short", ["--fail-on", "principle"], 1), ("principle", "short", ["--fail-on", "strive"], 1),
        ("required", "short", ["--exit-zero"], 0), ("required", "clean", ["--exit-zero"], 0),
        ("required", "silent", ["--exit-zero"], 1),
    ] as [(String, String, [String], Int32)])
    func gate(binding: String, data: String, options: [String], code: Int32) throws {
        let command = try Clinics.command(binding: binding)
        for format in ["text", "json", "jsonl", "sarif"] {
            let answer = try command.run(["check", "rules", "--data", data, "--format", format] + options)
            #expect(answer.code == code, "\(answer.errors)")
            #expect(answer.errors == "")
            #expect(!answer.output.isEmpty)
        }
    }

    @Test("a command line that cannot be followed answers 2 and says why", arguments: [
        (["check"], "no ruleset is given"), (["check", "rules"], "no data are given"), ([], "no command is given"),
        (["chekc"], "did you mean 'check'"), (["lint"], "no ruleset is given"), (["test"], "no ruleset is given"),
        (["check", "--no-such-option"], "Unknown option '--no-such-option'"),
        (["check", "rules", "--data", "clean", "--format", "jsn"], "did you mean 'json'? It is one of text, json, jsonl, sarif"),
        (["check", "rules", "--data", "clean", "--fail-on", "hard"], "one of strive, principle, expected, required, obligatory"),
        (["check", "rules", "--data", "clean", "--outcomes", "fail,passed"], "did you mean 'pass'? It is one of all, pass"),
        (["check", "rules", "--data", "clean", "--only", "too-few-bed"], "did you mean 'too-few-beds'"),
        (["check", "rules", "--data", "clean", "--only", "town/too-few-bed"], "did you mean 'town/too-few-beds'"),
        (["check", "rules", "--data", "clean", "--only", ","], "--only names no rule"),
        (["check", "rules", "--data", "clean", "--record", "Z"], "the data have no record 'Z'"),
        (["check", "rules", "--data", "clean", "-q", "-v"], "-q and -v exclude each other"),
        (["check", "rules", "--data", "clean", "--as-of", "2025-02-30"], "there is no day '2025-02-30'"),
        (["check", "rules", "--data", "clean", "--report", "json"], "--report needs FORMAT=FILE"),
        (["check", "rules", "--data", "clean", "--report", "xml=a.xml"], "one of text, json, jsonl, sarif"),
        (["check", "rules", "--data", "clean", "--report", "json=a", "--report", "text=a"], "two reports"),
        (["check", "rules", "--data", "clean", "--report", "json=a", "--report", "json=./a"], "'a' and './a'"),
        (["check", "rules", "--data", "clean", "--report", "json=rules/a", "--report", "json=rules/../rules/a"], "two reports"),
        (["version", "--lang", "fr"], "one of zh, en"), (["version", "--color", "blue"], "one of auto, always, never"),
    ])
    func usage(arguments: [String], words: String) throws {
        let command = try Clinics.command()
        let before = try command.folder.files
        let answer = try command.run(arguments)
        #expect(answer.code == 2)
        #expect(answer.errors.contains(words), "\(answer.errors)")
        #expect(answer.output == "")
        #expect(try command.folder.files == before)
    }

    @Test("all usage faults of a line are told at once")
    func allFaults() throws {
        let answer = try Clinics.command().run("check", "--format", "xml", "--as-of", "today")
        for code in ["no-ruleset", "no-data", "unknown-value", "not-a-date"] { #expect(answer.errors.contains("[\(code)]")) }
    }

    @Test("rules that do not load answer 3 and point at the fault", arguments: [
        ("ruleset: [", "broken.yaml:1:"), ("ruleset: town\nrules: []\nuses: [gone.yaml]\n", "gone.yaml"),
    ])
    func rules(text: String, words: String) throws {
        let command = try Clinics.command()
        try command.folder.write(text, to: "broken.yaml")
        for verb in [["check", "broken.yaml", "--data", "clean"], ["test", "broken.yaml"]] {
            let answer = try command.run(verb)
            #expect(answer.code == 3)
            #expect(answer.errors.contains(words), "\(answer.errors)")
            #expect(answer.output == "")
        }
    }

    @Test("rules that are not there answer 3, whatever the verb", arguments: [
        ["check", "gone", "--data", "clean"], ["lint", "gone"], ["test", "gone"],
    ])
    func noRules(arguments: [String]) throws {
        let answer = try Clinics.command().run(arguments)
        #expect(answer.code == 3)
        #expect(answer.errors.contains("'gone'"))
        #expect(answer.output == "")
    }

    @Test("data that cannot be read answer 4", arguments: [
        ("gone.csv", "there is no such file"), ("clinic=gone.csv", "there is no such file"),
        ("clinic=bad.csv", "bad.csv"),
    ])
    func data(path: String, words: String) throws {
        let command = try Clinics.command()
        try Data("id,beds\nA,".utf8 + [0xFF, 0xFE] + "\n".utf8).write(to: command.folder.url.appending(path: "bad.csv"))
        let answer = try command.run("check", "rules", "--data", path)
        #expect(answer.code == 4)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }

    @Test("data for a table that there is not answer 2", arguments: ["clinics=clean/clinic.csv", "clinics=gone.csv", "clinics=-"])
    func misnamedTable(data: String) throws {
        let answer = try Clinics.command().run("check", "rules", "--data", data)
        #expect(answer.code == 2)
        #expect(answer.errors.contains("write 'clinic'"), "\(answer.errors)")
    }

    @Test("a full disk under the report answers 5", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let command = try Clinics.command()
        for line in [
            "$PLUMB check rules --data clean >/dev/full", "$PLUMB version >/dev/full",
            "$PLUMB check rules --data clean --report json=/dev/full",
        ] {
            let answer = try command.shell(line)
            #expect(answer.code == 5)
            #expect(answer.errors.contains("the disk is full"), "\(answer.errors)")
        }
    }

    @Test("help and version are no failure", arguments: [["--help"], ["help"], ["help", "check"], ["lint", "-h"], ["--version"]])
    func help(arguments: [String]) throws {
        let answer = try Clinics.command().run(arguments)
        #expect(answer.code == 0)
        #expect(answer.errors == "")
        #expect(answer.output.hasSuffix("\n"))
    }
}
