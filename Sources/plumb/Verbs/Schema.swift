import ArgumentParser
import Diagnostics
import Plumbline

/// `plumb schema`: prints the JSON Schema of rule files, for editors.
struct Schema: Verb {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: Spoken.text(
            zh: "输出规则文件和词汇表的 JSON Schema，供编辑器使用。", en: "Print the JSON Schema of rule files and vocabularies, for editors."))

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        try console.print(RuleFileSchema(language: console.language).text)
        return .clean
    }
}
