import ArgumentParser
import Diagnostics

/// The command: parses the command line, hands it to a verb, and turns what comes back into an exit code.
@main
struct Plumb: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "plumb",
        abstract: Spoken.text(
            zh: "准绳：按规划文件的书面要求核查机构数据。", en: "Measures institutions' data against the written requirements of a plan."),
        discussion: ExitStatus.table[Spoken.language] + "\n" + HelpTopic.overview[Spoken.language],
        version: "plumb \(version)",
        subcommands: [Check.self, Lint.self, Test.self, List.self, Explain.self, Coverage.self, Diff.self, Docs.self, New.self, Schema.self, Version.self])

    static func main() {
        StandardStreams.prepare()
        status(of: Array(CommandLine.arguments.dropFirst())).end()
    }
}

private extension Plumb {
    static func status(of arguments: [String]) -> ExitStatus {
        var console = Console(language: Spoken.language)
        do throws(CommandFailure) {
            let verb = try verb(of: arguments)
            console = try verb.speech.console()
            return try verb.perform(on: console)
        } catch {
            console.tell(error.diagnostics)
            return error.status
        }
    }

    static func verb(of arguments: [String]) throws(CommandFailure) -> any Verb {
        try checkName(in: arguments)
        try checkHelp(of: arguments)
        if let topic = HelpTopic(arguments) {
            try Console(language: Spoken.language).print(topic.text[Spoken.language])
            throw CommandFailure(.clean, Diagnostics())
        }
        do {
            var command = try parseAsRoot(arguments)
            if let verb = command as? any Verb { return verb }
            // Whatever else there is, such as `help`, says what it has to say by throwing.
            if !(command is Plumb) { try command.run() }
        } catch {
            throw failure(error)
        }
        throw CommandFailure(.usage, .noCommand(among: commandNames))
    }

    /// A misspelt command is answered with the names there are, before its options can be called unknown.
    static func checkName(in arguments: [String]) throws(CommandFailure) {
        guard let name = arguments.first, !name.hasPrefix("-"), !(commandNames + ["help"]).contains(name) else { return }
        throw CommandFailure(.usage, .unknownCommand(name, among: commandNames))
    }

    /// So is what nobody can be helped with.
    static func checkHelp(of arguments: [String]) throws(CommandFailure) {
        guard arguments.count > 1, arguments[0] == "help", !arguments[1].hasPrefix("-") else { return }
        let names = commandNames + HelpTopic.allCases.map(\.rawValue)
        guard !names.contains(arguments[1]) else { return }
        throw CommandFailure(.usage, .unknownHelp(arguments[1], among: names))
    }

    /// Help that was asked for goes to stdout and is no failure; every other fault is one of usage.
    static func failure(_ error: any Error) -> CommandFailure {
        guard exitCode(for: error) == .success else { return CommandFailure(.usage, .commandLine(message(for: error))) }
        let text = fullMessage(for: error)
        do throws(CommandFailure) {
            try Console(language: Spoken.language).print(text.hasSuffix("\n") ? text : text + "\n")
            return CommandFailure(.clean, Diagnostics())
        } catch {
            return error
        }
    }

    static var commandNames: [String] { configuration.subcommands.map { $0._commandName } }
}
