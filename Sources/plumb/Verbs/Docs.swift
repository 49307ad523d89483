import ArgumentParser
import Diagnostics
import Plumbline
import PlumblineReports

/// `plumb docs`: writes a page for each ruleset and each rule.
struct Docs: Verb {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: Spoken.text(
            zh: "为规则集和每条规则各写一页说明（Markdown 和 HTML，中文和英文）。",
            en: "Write a page for each ruleset and each rule, as Markdown and HTML, in Chinese and English."),
        usage: "plumb docs <ruleset> ... --out <folder> [<options>]")

    @OptionGroup var rules: RulesetArguments

    @Option(help: Spoken.help(zh: "写入哪个文件夹；没有就新建。", en: "The folder to write to; made where there is none.", value: "folder"),
            completion: .directory)
    var out: String?

    @Option(help: Spoken.help(
        zh: "只写一种格式：markdown 或 html（默认两种都写）。", en: "One format only: markdown or html (default: both).", value: "format"),
            completion: .list(DocumentSet.Format.allCases.map(\.rawValue)))
    var format: String?

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let (folder, formats) = try usage()
        let documents = DocumentSet(try rules.neededPlan())
        // Every core writes pages; the first fault in their order is told.
        let written = (0..<documents.count).concurrentMap { place in
            Result { () throws(CommandFailure) in
                for file in documents.files(ofPage: place, formats) { try Self.write(file, to: folder) }
            }
        }
        for result in written { try result.get() }
        let count = written.count * formats.count
        let done = Localized(zh: "写了 \(count) 个文件，从 \(folder)/zh/index 读起\n", en: "\(count) \(count == 1 ? "file" : "files") written; begin with \(folder)/en/index\n")
        try console.print(done[console.language])
        return .clean
    }
}

private extension Docs {
    /// - Throws: All usage faults of the command line.
    func usage() throws(CommandFailure) -> (folder: String, formats: [DocumentSet.Format]) {
        var faults = Diagnostics()
        if rules.rulesets.isEmpty { faults.append(.noRulesets()) }
        if out == nil { faults.append(.noFolderForDocs()) }
        let formats = format.map { format in
            faults.collecting { () throws(Diagnostic) in [try Choice("--format", of: DocumentSet.Format.self).value(format)] }
        } ?? DocumentSet.Format.allCases
        guard let out, let formats, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return (out, formats)
    }

    static func write(_ file: DocumentSet.File, to folder: String) throws(CommandFailure) {
        let path = "\(folder)/\(file.path)"
        do throws(Diagnostic) {
            try NewFolder.make(above: path)
            let report = ReportFile(path)
            defer { report.discard() }
            try report.begin()
            try report.write(Array(file.text.utf8))
            try report.finish()
        } catch {
            throw CommandFailure(.internalFailure, error)
        }
    }
}
