import Foundation
import Testing

@Suite("Reports in files") struct ReportFileTests {
    @Test("a file holds what stdout would, and each report has its own format")
    func content() throws {
        let command = try Clinics.command()
        let asOf = ["--as-of", "2025-06-30"]
        let answer = try command.run(
            ["check", "rules", "--data", "short", "--report", "json=a.json", "--report", "text=a.txt"] + asOf)
        let json = try command.run(["check", "rules", "--data", "short", "--format", "json"] + asOf)
        #expect(answer.code == 1)
        #expect(try command.folder.text("a.txt") == answer.output)
        #expect(try command.folder.text("a.json") == json.output)
    }

    @Test("a report that did not become whole leaves the old one as it was", arguments: [
        ["check", "rules", "--data", "bad.csv"], ["check", "gone", "--data", "clean"],
        ["check", "rules", "--data", "gone"], ["check", "rules", "--data", "clean", "--report", "json=none/b.json"],
    ])
    func notWhole(arguments: [String]) throws {
        let command = try Clinics.command()
        try command.folder.write("old", to: "a.json")
        try Data("id,beds\nA,1\nB,".utf8 + [0xFF] + "\n".utf8).write(to: command.folder.url.appending(path: "bad.csv"))
        let before = try command.folder.files
        let answer = try command.run(arguments + ["--report", "json=a.json"])
        #expect(answer.code >= 2)
        #expect(try command.folder.text("a.json") == "old")
        #expect(try command.folder.files == before)
    }

    @Test("a report is not written over the data or the rules that it is about", arguments: ["clean/clinic.csv", "rules/rules.yaml"])
    func overInput(path: String) throws {
        let command = try Clinics.command()
        let target = try #require(try command.folder.files.first { $0.hasPrefix(path.prefix { $0 != "/" } + "/") })
        let before = try command.folder.text(target)
        let answer = try command.run("check", "rules", "--data", "clean", "--report", "json=\(target)")
        #expect(answer.code == 2)
        #expect(answer.errors.contains("report-over-input"))
        #expect(try command.folder.text(target) == before)
    }

    @Test("a whole report takes the old one's place, also through a link")
    func replaced() throws {
        let command = try Clinics.command()
        try command.folder.write("old", to: "kept/a.json")
        let link = command.folder.url.appending(path: "link.json")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "kept/a.json")
        _ = try command.run("check", "rules", "--data", "clean", "--report", "json=link.json")
        #expect(try command.folder.text("kept/a.json").hasPrefix("{"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "kept/a.json")
    }

    @Test("a device is written to, and not replaced")
    func device() throws {
        let command = try Clinics.command()
        let answer = try command.shell("$PLUMB check rules --data clean --report json=/dev/stderr")
        #expect(answer.code == 0)
        #expect(answer.errors.hasPrefix("{"))
    }
}
