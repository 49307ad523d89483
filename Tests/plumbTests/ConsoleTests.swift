import Testing

@Suite("What plumb prints, and where") struct ConsoleTests {
    @Test("colours are for terminals, unless they are asked for", arguments: [
        ([], [:], false), (["--color", "always"], [:], true), (["--color", "never"], [:], false),
        (["--color", "auto"], ["NO_COLOR": "1"], false), (["--color", "always"], ["NO_COLOR": "1"], true),
    ] as [([String], [String: String], Bool)])
    func color(options: [String], environment: [String: String], isColored: Bool) throws {
        let command = try Clinics.command()
        let faults = try command.run(["check", "gone", "--data", "clean"] + options, environment: environment)
        #expect(faults.errors.contains("\u{1B}[") == isColored)
    }

    @Test("a report in a file is never coloured")
    func fileColor() throws {
        let command = try Clinics.command()
        _ = try command.run("check", "rules", "--data", "short", "--color", "always", "--report", "text=report.txt")
        #expect(try !command.folder.text("report.txt").contains("\u{1B}["))
    }

    @Test("a reader that has seen enough is no fault", arguments: ["text", "json", "jsonl", "sarif"])
    func closedPipe(format: String) throws {
        let command = try Clinics.command()
        let rows = (1...20_000).map { "K\($0),3\n" }.joined()
        try command.folder.write("id,beds\n\(rows)", to: "many/clinic.csv")
        let line = "($PLUMB check rules --data many --format \(format); echo $? >code) | head -n 1"
        let answer = try command.shell(line)
        #expect(answer.output.split(separator: "\n").count == 1)
        #expect(answer.errors == "")
        #expect(try command.folder.text("code") == "1\n")
    }

    @Test("streams that the shell closed do not send the report elsewhere")
    func closedStreams() throws {
        let command = try Clinics.command()
        let answer = try command.shell("$PLUMB check rules --data short --report json=report.json <&- >&- 2>&-")
        #expect(answer.code == 1)
        #expect(try command.folder.text("report.json").hasPrefix("{"))
        #expect(try !command.folder.text("report.json").contains("Plumbline audit"))
    }
}
