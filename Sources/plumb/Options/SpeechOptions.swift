import ArgumentParser
import Diagnostics

/// The options that every verb has: in which language it speaks, and whether in colour.
struct SpeechOptions: ParsableArguments {
    @Option(help: Spoken.help(
        zh: "输出语言：zh 或 en（默认取自 LC_ALL、LC_MESSAGES、LANG）。",
        en: "The language of the output: zh or en (by default that of LC_ALL, LC_MESSAGES, LANG).", value: "zh|en"),
            completion: .list(Language.allCases.map(\.rawValue)))
    var lang: String?

    @Option(help: Spoken.help(
        zh: "是否使用颜色：auto、always 或 never；auto 遵从 NO_COLOR。",
        en: "Whether to colour the output: auto, always or never; auto respects NO_COLOR.", value: "when"),
            completion: .list(ColorChoice.allCases.map(\.rawValue)))
    var color = ColorChoice.auto.rawValue

    /// - Throws: The faults of both options.
    func console() throws(CommandFailure) -> Console {
        var faults = Diagnostics()
        let choice = faults.collecting { () throws(Diagnostic) in try Choice("--color", of: ColorChoice.self).value(color) }
        if let lang {
            _ = faults.collecting { () throws(Diagnostic) in try Choice("--lang", of: Language.self).value(lang) }
        }
        guard let choice, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return Console(language: Spoken.language, color: choice)
    }
}
