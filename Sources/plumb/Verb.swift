import ArgumentParser
import Diagnostics

/// What `plumb` can do: a file a verb under `Verbs/`, listed in `Plumb`.
protocol Verb: ParsableCommand {
    /// How the verb speaks to the user.
    var speech: SpeechOptions { get }

    /// Does the work. What was asked for goes to stdout, everything else to stderr.
    ///
    /// - Throws: Why the verb could not come to its end, with the exit code for that. Findings are no failure.
    func perform(on console: Console) throws(CommandFailure) -> ExitStatus
}

/// Why a verb could not come to its end, and the exit code for that.
struct CommandFailure: Error {
    var status: ExitStatus
    var diagnostics: Diagnostics

    init(_ status: ExitStatus, _ diagnostics: Diagnostics) {
        self.status = status
        self.diagnostics = diagnostics
    }

    init(_ status: ExitStatus, _ diagnostic: Diagnostic) {
        self.init(status, Diagnostics(diagnostic))
    }
}
