import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Interrupted runs") struct InterruptionTests {
    @Test("a signal ends the run with 128 and its number, and no report is left half written", arguments: [SIGINT, SIGTERM])
    func interrupted(number: Int32) throws {
        let command = try Clinics.command()
        // Tests that run in the background inherit that it is ignored, and plumb would leave it so.
        signal(number, SIG_DFL)
        // A pipe that nobody writes to holds the run up for as long as the test wants.
        try #require(mkfifo(command.folder.url.appending(path: "clinic.csv").path, 0o600) == 0)
        let before = try command.folder.files
        let process = try command.start("check", "rules", "--data", "clinic.csv", "--report", "json=a.json")
        try waitUntil { try command.folder.files.count > before.count }
        // The files are made before the thread that waits for the signal; signals are held back until then.
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 128 + number)
        #expect(try command.folder.files == before)
    }

    private func waitUntil(_ isTrue: () throws -> Bool) throws {
        for _ in 0..<500 where try !isTrue() { usleep(20_000) }
        try #require(try isTrue(), "the run did not begin")
    }
}
