import Foundation
import Testing

@Suite("The progress bar") struct ProgressTests {
    /// Gives a command a terminal of its own on stderr.
    private static let terminal = URL(filePath: "/usr/bin/script")
    private static let hasTerminal = FileManager.default.isExecutableFile(atPath: terminal.path)

    @Test("stands on stderr where that is a terminal and the work takes over a second, and goes away", .enabled(if: hasTerminal, "script(1) is not there"))
    func shown() throws {
        let command = try Clinics.command()
        let rows = (1...150_000).map { "K\($0),12\n" }.joined()
        try command.folder.write("id,beds\n\(rows)", to: "many/clinic.csv")
        let line = "TERM=xterm script -qec '\"$PLUMB\" check rules --data many >report' /dev/null"
        let answer = try command.shell(line)
        #expect(answer.output.contains("MB read"))
        #expect(answer.output.hasSuffix("\r\u{1B}[K"))
        #expect(try !command.folder.text("report").contains("MB read"))
    }

    @Test("does not stand where stderr is no terminal, the work is short or -q is given", .enabled(if: hasTerminal, "script(1) is not there"))
    func hidden() throws {
        let command = try Clinics.command()
        let rows = (1...150_000).map { "K\($0),12\n" }.joined()
        try command.folder.write("id,beds\n\(rows)", to: "many/clinic.csv")
        for options in ["--data short", "--data many -q", "--data many 2>errors"] {
            let line = "TERM=xterm script -qec '\"$PLUMB\" check rules \(options) >report' /dev/null"
            #expect(try command.shell(line).output == "")
        }
    }
}
