import ArgumentParser
import Diagnostics

/// The language of this process, known before the command line is parsed: help and usage faults are worded in it.
enum Spoken {
    static let language = language(arguments: CommandLine.arguments, variable: Environment.value)

    /// What `--lang` says, else the locale of the environment: Chinese where that is Chinese, else English.
    ///
    /// A `--lang` that names no language is passed over here; it is a usage fault later.
    ///
    /// - Parameter variable: The value of an environment variable; nil where it is unset or empty.
    static func language(arguments: [String], variable: (String) -> String?) -> Language {
        if let name = option("--lang", in: arguments), let language = Language(rawValue: name) { return language }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first ?? ""
        return locale.lowercased().hasPrefix("zh") ? .zh : .en
    }

    static func text(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }

    static func help(zh: String, en: String, value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(text(zh: zh, en: en), valueName: value)
    }

    private static func option(_ name: String, in arguments: [String]) -> String? {
        let options = arguments.prefix { $0 != "--" }
        if let joined = options.last(where: { $0.hasPrefix("\(name)=") }) { return String(joined.dropFirst(name.count + 1)) }
        guard let place = options.lastIndex(of: name), place + 1 < options.endIndex else { return nil }
        return options[place + 1]
    }
}
