import ArgumentParser
import Diagnostics

/// `plumb version`: says which version this is.
struct Version: Verb {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: Spoken.text(zh: "显示版本。", en: "Show the version."))

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        try console.print("plumb \(Plumb.version)\n")
        return .clean
    }
}
