import CELConformance
import Foundation

/// A folder with a suite of its own for a test of the runner, which goes away with it.
final class ConformanceFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "cel-conformance-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    /// Writes a file with one section; each test is the inside of a JSON object.
    func write(tests: [String], to name: String) throws {
        let tests = tests.map { "{\($0)}" }.joined(separator: ", ")
        try write(#"{"name": "theme", "section": [{"name": "part", "test": [\#(tests)]}]}"#, to: name)
    }

    /// Runs the command on the folder: how it ends, and the lines on both outputs.
    func run(_ options: String...) -> (exit: ConformanceCommand.Exit, output: [String], errors: [String]) {
        var (output, errors): ([String], [String]) = ([], [])
        let exit = ConformanceCommand.run(
            options + [url.path], output: { output.append($0) }, errors: { errors.append($0) })
        return (exit, output, errors)
    }
}
