import Foundation

/// The command `cel-conformance`: runs the suite's files in the folders given and says what fails.
public struct ConformanceCommand: Sendable {
    /// How the command ends.
    public enum Exit: Int32, Sendable {
        /// Every test passed.
        case allPassed = 0
        /// At least one test failed.
        case someFailed = 1
        /// Wrong arguments, or a file or a folder that is no part of a suite; nothing was run.
        case trouble = 2
    }

    private static let usage = """
        usage: cel-conformance [--verbose] DIR…

        Runs the conformance tests in the *.json files of each folder.

          --verbose   say also at which stage each expected error arose, and where an evaluation without
                      checked types comes to something else
        """

    private let isVerbose: Bool
    private let folders: [String]

    /// Runs the command.
    ///
    /// - Parameters:
    ///   - arguments: Those after the command's name.
    ///   - output: Takes each line of the result; the last one is `N passed, M failed`.
    ///   - errors: Takes each line that says why nothing was run.
    public static func run(
        _ arguments: [String], output: (String) -> Void, errors: (String) -> Void
    ) -> Exit {
        if arguments.contains("--help") {
            output(usage)
            return .allPassed
        }
        guard let command = ConformanceCommand(arguments) else {
            errors(usage)
            return .trouble
        }
        do throws(ConformanceTrouble) {
            return command.run(try command.files(), output)
        } catch {
            errors("cel-conformance: \(error)")
            return .trouble
        }
    }
}

private extension ConformanceCommand {
    /// Nil where the arguments are not those of the usage.
    init?(_ arguments: [String]) {
        let options = arguments.filter { $0.hasPrefix("-") }
        folders = arguments.filter { !$0.hasPrefix("-") }
        isVerbose = !options.isEmpty
        guard !folders.isEmpty, options.allSatisfy({ $0 == "--verbose" }) else { return nil }
    }

    /// Everything is read before anything is run: a suite that is there in part only is no suite.
    func files() throws(ConformanceTrouble) -> [ConformanceFile] {
        var all: [ConformanceFile] = []
        for folder in folders {
            var files: [ConformanceFile] = []
            for url in try ConformanceFile.urls(in: URL(filePath: folder)) { files.append(try ConformanceFile(url)) }
            guard files.contains(where: { !$0.tests.isEmpty }) else { throw .noTests(folder) }
            all += files
        }
        return all
    }

    func run(_ files: [ConformanceFile], _ output: (String) -> Void) -> Exit {
        var (passed, failed) = (0, 0)
        for file in files {
            let results = file.tests.map { ($0, $0.verdict()) }
            let failures = results.count { $0.1.failure != nil }
            (passed, failed) = (passed + results.count - failures, failed + failures)
            output("\(file.name): \(results.count - failures) passed" + (failures == 0 ? "" : ", \(failures) failed"))
            for (test, verdict) in results { lines(test, verdict).forEach(output) }
        }
        output("\(passed) passed, \(failed) failed")
        return failed == 0 ? .allPassed : .someFailed
    }

    func lines(_ test: ConformanceTest, _ verdict: Verdict) -> [String] {
        var lines: [String] = []
        if let failure = verdict.failure {
            lines += ["  \(test.identity) fails", "    expression: \(test.expression.onOneLine)"]
            lines += ["    expected:   \(failure.expected.onOneLine)", "    came:       \(failure.actual.onOneLine)"]
        }
        if isVerbose, let stage = verdict.errorStage {
            lines.append("  \(test.identity): an error of \(stage), as expected")
        }
        if isVerbose, let other = verdict.disagreement {
            lines.append("  \(test.identity): without checked types it comes to \(other.onOneLine)")
        }
        return lines
    }
}

private extension String {
    /// The text with breaks shown, so that the lines of the result stay what they are.
    var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            switch scalar {
            case "\n": ["\\", "n"]
            case "\r": ["\\", "r"]
            default: [scalar]
            }
        }))
    }
}
