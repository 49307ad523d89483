import ArgumentParser
import Diagnostics
import Plumbline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `plumb new`: writes what a ruleset, a rule or a plugin begins with.
struct New: Verb {
    /// What can be begun.
    enum Kind: String, CaseIterable {
        case ruleset
        case rule
        case target
        case reader
        case reporter
    }

    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: Spoken.text(
            zh: "新建规则集、规则，或目标、读取器、报告的插件；其中有一个用例等着填写。",
            en: "Begin a ruleset, a rule, or a plugin for a target, a reader or a report; one case in it waits to be filled in."),
        usage: """
            plumb new ruleset <name> [--in <folder>]
            plumb new rule <id> [--in <ruleset>] [--for <table>]
            plumb new target|reader|reporter <name> [--in <folder>] [--library <path>]
            """)

    @Argument(help: Spoken.help(
        zh: "新建什么：ruleset、rule、target、reader 或 reporter。", en: "What to begin: ruleset, rule, target, reader or reporter.", value: "kind"),
              completion: .list(Kind.allCases.map(\.rawValue)))
    var kind: String?

    @Argument(help: Spoken.help(
        zh: "名称：规则集和规则用短横线连接的小写词，插件用下划线。",
        en: "Its name: lower-case words with hyphens for rulesets and rules, with underscores for plugins.", value: "name"))
    var name: String?

    @Option(name: .customLong("in"), help: Spoken.help(
        zh: "写入哪个文件夹（默认当前文件夹）；规则写入规则集的文件夹，默认当前文件夹所在的规则集。",
        en: "The folder to write to (default: this one); for a rule, the ruleset's folder, by default this one.", value: "folder"), completion: .directory)
    var folder: String?

    @Option(name: .customLong("for"), help: Spoken.help(
        zh: "规则针对哪个表（默认词汇表的第一个）。", en: "The rule's table (default: the vocabulary's first).", value: "table"))
    var table: String?

    @Option(help: Spoken.help(
        zh: "准绳的源码在哪里，从新建的包算起。", en: "Where Plumbline's sources lie, from the new package.", value: "path"), completion: .directory)
    var library = "../plumbline"

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let scaffold = try scaffold()
        let paths = scaffold.files.map { file in (path: (folder ?? ".") + "/" + file.path, text: file.text) }
        for file in paths where access(file.path, F_OK) == 0 { throw CommandFailure(.usage, .fileExists(file.path)) }
        for file in paths { try write(file.text, to: file.path) }
        let list = paths.map { "  \($0.path)\n" }.joined()
        try console.print(list + scaffold.nextSteps[console.language] + "\n")
        return .clean
    }
}

private extension New {
    /// - Throws: All usage faults of the command line, and those of a ruleset that a rule is for.
    func scaffold() throws(CommandFailure) -> any Scaffold {
        var faults = Diagnostics()
        let kind = kind.flatMap { kind in
            faults.collecting { () throws(Diagnostic) in try Choice("kind", of: Kind.self).value(kind) }
        }
        if self.kind == nil { faults.append(.nothingToBegin(among: Kind.allCases.map(\.rawValue))) }
        if let kind { checkName(of: kind, &faults) }
        guard let kind, let name, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        switch kind {
        case .ruleset: return RulesetScaffold(name: name)
        case .rule: return try rule(name)
        case .target: return PackageScaffold(kind: .target, name: name, library: library)
        case .reader: return PackageScaffold(kind: .reader, name: name, library: library)
        case .reporter: return PackageScaffold(kind: .reporter, name: name, library: library)
        }
    }

    func checkName(of kind: Kind, _ faults: inout Diagnostics) {
        let separator: Character = [.ruleset, .rule].contains(kind) ? "-" : "_"
        guard let name else { return faults.append(.noNameToBegin(kind.rawValue)) }
        let words = name.split(separator: separator, omittingEmptySubsequences: false)
        let isSound = words.allSatisfy { word in
            word.first.map { $0.isASCII && $0.isLowercase } ?? false && word.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
        }
        if !isSound { faults.append(.badNameToBegin(name, separator: separator)) }
    }

    /// A rule for a ruleset that loads: what is begun must not hide faults that were there before.
    func rule(_ id: String) throws(CommandFailure) -> RuleScaffold {
        var book = RuleBookLoader.load([folder ?? "."])
        // A clause of the register may name the rule that is begun here, and others that are still to come.
        book.faults = book.faults.without("unknown-rule")
        // Rulesets below this folder are not this one.
        if folder == nil, !isHere(book.rulesets) {
            throw CommandFailure(.usage, .noRulesetHere())
        }
        let plan: AuditPlan
        do throws(Diagnostics) {
            plan = try AuditPlanner.plan(book)
        } catch {
            throw CommandFailure(.rulesDoNotLoad, error)
        }
        let names = plan.tableNames
        guard let ruleset = plan.book.rulesets.first, let first = names.first else { throw CommandFailure(.usage, .noRulesets()) }
        guard let table = plan.table(named: table ?? first) else {
            throw CommandFailure(.usage, .unknownValue(table ?? first, of: "--for", among: names))
        }
        return RuleScaffold(id: id, ruleset: ruleset, table: table)
    }

    /// Whether there is one ruleset, and it lies in this very folder.
    func isHere(_ rulesets: [Ruleset]) -> Bool {
        guard let file = rulesets.first?.location.file, rulesets.count == 1 else { return false }
        return !(file.hasPrefix("./") ? String(file.dropFirst(2)) : file).contains("/")
    }

    func write(_ text: String, to path: String) throws(CommandFailure) {
        do throws(Diagnostic) {
            try NewFolder.make(above: path)
            let file = ReportFile(path)
            defer { file.discard() }
            try file.begin()
            try file.write(Array(text.utf8))
            try file.finish()
        } catch {
            throw CommandFailure(.internalFailure, error)
        }
    }
}
