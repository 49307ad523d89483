import Diagnostics
import Plumbline

/// What can be wrong with a command line, each worded here and nowhere else.
extension Diagnostic {
    static func noCommand(among names: [String]) -> Self {
        Self(
            code: "no-command", at: nil, message: Localized(zh: "没有给出命令", en: "no command is given"),
            help: Localized(
                zh: "命令有 \(names.joined(separator: "、"))；用法见 plumb --help",
                en: "the commands are \(names.joined(separator: ", ")); plumb --help explains them"))
    }

    static func unknownCommand(_ name: String, among names: [String]) -> Self {
        let nearest = NearestName.to(name, among: names)
        return Self(
            code: "unknown-command", at: nil,
            message: Localized(zh: "没有命令“\(name)”", en: "there is no command '\(name)'"),
            help: choices(names, nearest: nearest))
    }

    static func unknownHelp(_ name: String, among names: [String]) -> Self {
        Self(
            code: "unknown-help", at: nil,
            message: Localized(zh: "没有关于“\(name)”的说明", en: "there is no help on '\(name)'"),
            help: choices(names, nearest: NearestName.to(name, among: names)))
    }

    /// What the parser of the command line says, which it says in English only.
    static func commandLine(_ message: String) -> Self {
        Self(
            code: "command-line", at: nil, message: CommandLineFault.words(message),
            help: Localized(zh: "用法见 plumb --help 和 plumb help 命令", en: "see plumb --help, or plumb help COMMAND"))
    }

    static func noRulesets() -> Self {
        Self(
            code: "no-ruleset", at: nil, message: Localized(zh: "没有给出规则集", en: "no ruleset is given"),
            help: Localized(zh: "请给出规则集的文件夹或文件", en: "name the folder or the file of a ruleset"))
    }

    /// A rule is to be begun, and this folder is no ruleset.
    static func noRulesetHere() -> Self {
        Self(
            code: "no-ruleset", at: nil,
            message: Localized(zh: "当前文件夹不是规则集，不知道规则写到哪里", en: "this folder is no ruleset, so that there is no telling where the rule belongs"),
            help: Localized(
                zh: "用 --in 写规则集的文件夹；还没有规则集时，先写 plumb new ruleset 名称",
                en: "name the ruleset's folder with --in; where there is none yet, begin with plumb new ruleset NAME"))
    }

    static func nothingToBegin(among kinds: [String]) -> Self {
        Self(
            code: "nothing-to-begin", at: nil, message: Localized(zh: "没有说明新建什么", en: "nothing is said of what to begin"),
            help: choices(kinds, nearest: nil))
    }

    static func noNameToBegin(_ kind: String) -> Self {
        Self(
            code: "no-name", at: nil, message: Localized(zh: "没有给出名称", en: "no name is given"),
            help: Localized(zh: "写 plumb new \(kind) 名称", en: "write plumb new \(kind) NAME"))
    }

    static func badNameToBegin(_ name: String, separator: Character) -> Self {
        Self(
            code: "bad-name", at: nil, message: Localized(zh: "“\(name)”不能用作名称", en: "'\(name)' cannot be a name"),
            help: Localized(
                zh: "用小写字母和数字，词之间用“\(separator)”，例如 too\(separator)few",
                en: "use lower-case letters and digits, with '\(separator)' between words, such as too\(separator)few"))
    }

    static func twoVersionsNeeded() -> Self {
        Self(
            code: "two-versions", at: nil,
            message: Localized(zh: "比较需要两个版本的规则集", en: "a comparison needs two versions of a ruleset"),
            help: Localized(
                zh: "写 plumb diff 旧版 新版；或 plumb diff 规则集 --new-profile 方案", en: "write plumb diff OLD NEW, or plumb diff RULESET --new-profile PROFILE"))
    }

    static func standardInputForTwo() -> Self {
        Self(
            code: "stdin-twice", at: nil,
            message: Localized(zh: "标准输入只能读一次，而两个版本都要读数据", en: "the standard input can be read once only, and both versions read the data"),
            help: Localized(zh: "把数据存成文件，用 --data 给出", en: "save the data to a file, and name that with --data"))
    }

    static func onlyWith(_ manner: String, option: String) -> Self {
        Self(
            code: "option-without-effect", at: nil,
            message: Localized(zh: "\(option) 只用于 test \(manner)", en: "test takes \(option) with \(manner) only"),
            help: Localized(zh: "加上 \(manner)，或去掉 \(option)", en: "add \(manner), or leave \(option) out"))
    }

    static func oneManner(_ first: String, _ second: String) -> Self {
        Self(
            code: "one-manner", at: nil,
            message: Localized(zh: "\(first) 和 \(second) 不能同时使用", en: "\(first) and \(second) do not go together"),
            help: Localized(zh: "只写其中一个", en: "give one of them"))
    }

    static func noData() -> Self {
        Self(
            code: "no-data", at: nil, message: Localized(zh: "没有给出数据", en: "no data are given"),
            help: Localized(zh: "写 --data 文件夹，或 --data 表名=文件；- 表示标准输入", en: "write --data FOLDER, or --data TABLE=FILE; - is the standard input"))
    }

    static func standardInputTwice() -> Self {
        Self(
            code: "stdin-twice", at: nil,
            message: Localized(zh: "--data 只能有一个读取标准输入（-）", en: "only one --data can read the standard input (-)"),
            help: Localized(zh: "其余数据请给出文件", en: "name files for the rest"))
    }

    /// - Parameter meant: The name for what people call so in words of their own.
    static func unknownValue(_ text: String, of option: String, among names: [String], meant: String? = nil) -> Self {
        Self(
            code: "unknown-value", at: nil,
            message: Localized(zh: "\(option) 不能取值“\(text)”", en: "\(option) cannot be '\(text)'"),
            help: meant.map { Localized(zh: "写成 \(option) \($0)", en: "write \(option) \($0)") }
                ?? choices(names, nearest: NearestName.to(text, among: names)))
    }

    static func allAmongOthers(_ option: String, all: String) -> Self {
        Self(
            code: "all-among-others", at: nil,
            message: Localized(zh: "\(option) 的 \(all) 不能与其他取值并列", en: "\(option) \(all) stands by itself"),
            help: Localized(zh: "只写 \(option) \(all)，或者逐个列出", en: "write \(option) \(all) alone, or list the others"))
    }

    static func notADate(_ text: String, of option: String) -> Self {
        Self(
            code: "not-a-date", at: nil,
            message: Localized(zh: "\(option) 的“\(text)”不是日期", en: "\(option) needs a date, and '\(text)' is none"),
            help: Localized(zh: "写作 2025-12-31 的形式", en: "write it as 2025-12-31")).ofDay(text)
    }

    static func noClock() -> Self {
        Self(
            code: "no-clock", at: nil, message: Localized(zh: "无法得知今天的日期", en: "the system does not say what day it is"),
            help: Localized(zh: "用 --as-of 给出日期", en: "give the day with --as-of"))
    }

    static func quietAndVerbose() -> Self {
        Self(
            code: "quiet-and-verbose", at: nil,
            message: Localized(zh: "-q 和 -v 不能同时使用", en: "-q and -v exclude each other"),
            help: Localized(zh: "只保留其中一个", en: "keep one of them"))
    }

    static func choices(_ names: [String], nearest: String?) -> Localized {
        let all = Localized(zh: "可选：\(names.joined(separator: "、"))", en: "one of \(names.joined(separator: ", "))")
        guard let nearest else { return all }
        return Localized(zh: "是否指“\(nearest)”？\(all.zh)", en: "did you mean '\(nearest)'? It is \(all.en)")
    }
}
