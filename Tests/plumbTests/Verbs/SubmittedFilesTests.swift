import Foundation
import Testing

@Suite("Which files plumb check reads") struct SubmittedFilesTests {
    @Test("links that lead in circles end, and every file is read once", arguments: [1, 3])
    func circles(linkCount: Int) throws {
        let command = try Clinics.command()
        for number in 1...linkCount { try command.folder.link("short/self\(number)", to: ".") }
        let report = try report(of: command, "timeout 20 $PLUMB check rules --data short --format json")
        #expect(report.files == ["short/clinic.csv"])
        #expect(report.outcomes == ["not_measured", "fail"])
        #expect(report.skipped["short/self1"]?.contains("'short'") == true)
    }

    @Test("a file under a second name in a folder is read once, and the second name is listed")
    func secondName() throws {
        let command = try Clinics.command()
        try command.folder.link("short/诊所.csv", to: "clinic.csv")
        let report = try report(of: command, "$PLUMB check rules --data short --format json")
        #expect(report.files == ["short/clinic.csv"])
        #expect(report.skipped["short/诊所.csv"]?.contains("'short/clinic.csv'") == true)
    }

    @Test("a file that is named in several ways for one table is read once", arguments: [
        "--data short --data short/clinic.csv --data clinic=short/clinic.csv", "--data short --data ./short --data short/",
        "--data clinic=short/clinic.csv --data clinic=./short/../short/clinic.csv",
    ])
    func namedTwice(options: String) throws {
        let report = try report(of: Clinics.command(), "$PLUMB check rules \(options) --format json")
        #expect(report.files.count == 1)
        #expect(report.outcomes == ["not_measured", "fail"])
        #expect(report.skipped == [:])
    }

    @Test("a file that is named for two tables is a fault")
    func twoTables() throws {
        let command = try Clinics.command()
        let second = "  ward:\n    key: [id]\n    fields: {id: {type: string}}\n"
        try command.folder.write(Clinics.vocabulary + second, to: "rules/vocabulary.yaml")
        let answer = try command.run("check", "rules", "--data", "clinic=short/clinic.csv", "--data", "ward=short/clinic.csv")
        #expect(answer.code == 4)
        #expect(answer.errors.contains("error[file-of-two-tables]"), "\(answer.errors)")
    }

    @Test("what a file in a folder holds is what the user says, whatever it is called")
    func saidByUser() throws {
        let command = try Clinics.command()
        let second = "  ward:\n    key: [id]\n    fields: {id: {type: string}}\n"
        try command.folder.write(Clinics.vocabulary + second, to: "rules/vocabulary.yaml")
        let report = try report(
            of: command, "$PLUMB check rules --data short --data ward=short/clinic.csv --format json")
        #expect(report.tables == ["ward"])
    }

    @Test("a pipe in a folder is passed over, and one that the user names is read")
    func pipes() throws {
        let command = try Clinics.command()
        try #require(mkfifo(command.folder.url.appending(path: "short/clinic2.csv").path, 0o600) == 0)
        let passedOver = try report(of: command, "timeout 20 $PLUMB check rules --data short --format json")
        #expect(passedOver.files == ["short/clinic.csv"])
        #expect(passedOver.skipped["short/clinic2.csv"]?.contains("pipe") == true)
        for option in ["clinic=short/clinic2.csv", "short/clinic.csv"] {
            let pipe = option.replacing("clinic=", with: "")
            let line = "rm \(pipe); mkfifo \(pipe); cat clean/clinic.csv >\(pipe) & "
                + "timeout 20 $PLUMB check rules --data \(option) --format json"
            #expect(try self.report(of: command, line).outcomes == ["not_measured"])
        }
    }

    @Test("files of one name from several folders are called apart")
    func names() throws {
        let command = try Clinics.command()
        for folder in ["a/data", "b/data"] {
            try command.folder.write(Clinics.short, to: "\(folder)/clinic.csv")
            try command.folder.write("", to: "\(folder)/README.md")
        }
        let named = try report(
            of: command, "$PLUMB check rules --data a/data/clinic.csv --data b/data/clinic.csv --format json")
        #expect(named.files == ["a/data/clinic.csv", "b/data/clinic.csv"])
        let found = try report(of: command, "$PLUMB check rules --data a/data --data b/data --data short --format json")
        #expect(found.files == ["a/data/clinic.csv", "b/data/clinic.csv", "short/clinic.csv"])
        #expect(found.skipped.keys.sorted() == ["a/data/README.md", "b/data/README.md"])
    }

    @Test("a file in a folder that is no data of the plan does not end the run, whatever it holds")
    func unrelated() throws {
        let command = try Clinics.command()
        try command.folder.write("not json\n", to: "short/log.jsonl")
        try command.folder.write("", to: "short/empty.csv")
        let report = try report(of: command, "$PLUMB check rules --data short --format json")
        #expect(report.files == ["short/clinic.csv"])
        #expect(report.skipped["short/log.jsonl"]?.contains("this line is not a JSON object") == true)
        #expect(report.skipped["short/empty.csv"]?.contains("the file is empty") == true)
    }

    @Test("a file whose columns fit a table is data, also where it cannot be read to its end", arguments: [
        ("upload.csv", "id,beds\nA,12\n\"B\"x,7\n"), ("upload.jsonl", "{\"id\": \"A\", \"beds\": 12}\n{\"id\": \"B\"\n"),
    ])
    func brokenData(name: String, text: String) throws {
        let command = try Clinics.command()
        try command.folder.write(text, to: "short/\(name)")
        let answer = try command.run("check", "rules", "--data", "short")
        #expect(answer.code == 4)
        #expect(answer.errors.contains("short/\(name):"), "\(answer.errors)")
    }

    private func report(of command: Command, _ line: String) throws -> CheckReport {
        let answer = try command.shell(line)
        #expect(answer.errors == "")
        return try CheckReport(answer.output)
    }

    @Test("a file of broken JSON is told before the findings, as a broken table is; JSON that is something else stands behind them")
    func brokenJSON() throws {
        let command = try Clinics.command()
        try command.folder.write("[{\"kind\": 1,", to: "short/returns.json")
        try command.folder.write("{\"name\": \"package\"}", to: "short/package.json")
        try command.folder.write("kind\n\"x\"y\n", to: "short/returns.csv")
        let report = try command.run("check", "rules", "--data", "short", "--lang", "en").output
        let findings = try #require(report.range(of: "Findings by rule"))
        func place(_ text: String) throws -> String.Index { try #require(report.range(of: text), "\(report)").lowerBound }
        #expect(try place("not read: short/returns.json: ") < findings.lowerBound)
        #expect(try place("not read: short/returns.csv: ") < findings.lowerBound)
        #expect(try place("  short/package.json: ") > findings.lowerBound)
    }
}
