import Foundation

/// The command as a user runs it: the executable that was built beside the tests.
struct Command {
    /// What a run of the command left behind.
    struct Answer {
        var code: Int32
        var output: String
        var errors: String
    }

    enum Fault: Error { case notBuilt }

    let folder: TemporaryFolder

    func run(_ arguments: String...) throws -> Answer { try run(arguments) }

    /// Runs `plumb` in the folder until it ends; the environment is the one given and nothing else.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Answer {
        try run(Self.executable(), arguments, environment)
    }

    /// Runs a line of the shell, in which `$PLUMB` is the command.
    func shell(_ line: String) throws -> Answer {
        try run(URL(filePath: "/bin/sh"), ["-c", line], ["PLUMB": Self.executable().path])
    }

    /// Starts `plumb` and does not wait for it; what it prints is thrown away.
    func start(_ arguments: String...) throws -> Process {
        let process = try process(Self.executable(), arguments, [:])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}

private extension Command {
    static func executable() throws -> URL {
        let products = [Bundle.main.executableURL] + Bundle.allBundles.map(\.bundleURL)
        let found = products.compactMap { $0?.deletingLastPathComponent().appending(path: "plumb") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw Fault.notBuilt }
        return found
    }

    func process(_ executable: URL, _ arguments: [String], _ environment: [String: String]) throws -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// The streams go to files: a pipe that nobody empties could hold the command up.
    func run(_ executable: URL, _ arguments: [String], _ environment: [String: String]) throws -> Answer {
        let streams = try TemporaryFolder()
        let process = try process(executable, arguments, environment)
        process.standardOutput = try streams.handle("output")
        process.standardError = try streams.handle("errors")
        try process.run()
        process.waitUntilExit()
        return Answer(
            code: process.terminationStatus, output: try streams.text("output"), errors: try streams.text("errors"))
    }
}
