import Foundation

/// One run of `plumb` in a folder, whole: what it printed and how it ended.
struct BrokenRun {
    let exitCode: Int32
    let output: String
    let errors: String

    init(_ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = try Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Files, not pipes: a pipe that is full while the other is read would never end.
        let out = folder.appending(path: ".stdout"), err = folder.appending(path: ".stderr")
        for url in [out, err] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        exitCode = process.terminationReason == .exit ? process.terminationStatus : -1
        output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: err), as: UTF8.self)
    }

    /// The command as it was built beside the tests.
    private static var executable: URL {
        get throws {
            if let path = ProcessInfo.processInfo.environment["PLUMB_TRIAL"] { return URL(filePath: path) }
            var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            while folder.path != "/" {
                let candidate = folder.appending(path: "plumb")
                if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
                folder.deleteLastPathComponent()
            }
            throw CocoaError(.fileNoSuchFile)
        }
    }
}
