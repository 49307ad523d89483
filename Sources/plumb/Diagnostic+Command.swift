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
            code: "command-line", at: nil, message: Localized(zh: "命令行有误：\(message)", en: message),
            help: Localized(zh: "用法见 plumb --help 和 plumb help 命令", en: "see plumb --help, or plumb help COMMAND"))
    }

    static func noRulesets() -> Self {
        Self(
            code: "no-ruleset", at: nil, message: Localized(zh: "没有给出规则集", en: "no ruleset is given"),
            help: Localized(zh: "请给出规则集的文件夹或文件", en: "name the folder or the file of a ruleset"))
    }

    static func noRegister(_ ruleset: String) -> Self {
        Self(
            code: "no-register", at: nil,
            message: Localized(
                zh: "规则集“\(ruleset)”没有条款登记表，无从得知覆盖了多少", en: "the ruleset '\(ruleset)' has no register to hold its rules against"),
            help: Localized(
                zh: "在其文件夹中加一个文件，第一行写 register: \(ruleset)，再把条款列在 clauses 下",
                en: "add a file to its folder that begins with register: \(ruleset), and list the plan's clauses under clauses"))
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

    static func fileExists(_ path: String) -> Self {
        Self(
            code: "file-exists", at: nil, message: Localized(zh: "文件 \(path) 已经存在", en: "the file \(path) is there already"),
            help: Localized(zh: "换一个名称，或用 --in 写到别的文件夹", en: "choose another name, or another folder with --in"))
    }

    static func noFolderForDocs() -> Self {
        Self(
            code: "no-folder", at: nil, message: Localized(zh: "没有给出写入的文件夹", en: "no folder is given to write to"),
            help: Localized(zh: "写 --out 文件夹", en: "write --out FOLDER"))
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

    static func reasonAlone() -> Self {
        Self(
            code: "reason-alone", at: nil,
            message: Localized(zh: "--reason 只说明原因代码，不与规则、数据一起用", en: "--reason explains a code by itself, without a rule or data"),
            help: Localized(zh: "写 plumb explain --reason 代码", en: "write plumb explain --reason CODE"))
    }

    static func unknownReasonCode(_ code: String, among codes: [String]) -> Self {
        Self(
            code: "unknown-reason", at: nil,
            message: Localized(zh: "没有原因代码“\(code)”", en: "there is no reason code '\(code)'"),
            help: choices(codes, nearest: NearestName.to(code, among: codes)))
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

    static func noPlaceForCases(_ rule: Rule) -> Self {
        Self(
            code: "no-place-for-cases", severity: .warning, at: rule.location,
            message: Localized(
                zh: "规则“\(rule.id)”或其用例写在括号里，无法插入新的用例", en: "'\(rule.id)' or its cases stand in brackets, where no case can be put"),
            help: Localized(
                zh: "改成一行一项的写法，或不加 --write，自行粘贴", en: "write it line by line, or leave --write out and paste the cases"))
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

    static func noRuleToExplain() -> Self {
        Self(
            code: "no-rule-named", at: nil, message: Localized(zh: "没有给出要说明的规则", en: "no rule to explain is given"),
            help: Localized(zh: "写 plumb explain 规则 规则集", en: "write plumb explain RULE RULESET"))
    }

    static func noRecord() -> Self {
        Self(
            code: "no-record", at: nil,
            message: Localized(zh: "给出了数据，却没有指明记录", en: "there are data, but no record is named"),
            help: Localized(zh: "加上 --record，写主键、名称，或“文件:行”", en: "add --record with a key, a label, or FILE:LINE"))
    }

    static func unknownValue(_ text: String, of option: String, among names: [String]) -> Self {
        Self(
            code: "unknown-value", at: nil,
            message: Localized(zh: "\(option) 不能取值“\(text)”", en: "\(option) cannot be '\(text)'"),
            help: choices(names, nearest: NearestName.to(text, among: names)))
    }

    static func notADate(_ text: String, of option: String) -> Self {
        Self(
            code: "not-a-date", at: nil,
            message: Localized(zh: "\(option) 的“\(text)”不是日期", en: "\(option) needs a date, and '\(text)' is none"),
            help: Localized(zh: "写作 2025-12-31 的形式", en: "write it as 2025-12-31"))
    }

    static func noClock() -> Self {
        Self(
            code: "no-clock", at: nil, message: Localized(zh: "无法得知今天的日期", en: "the system does not say what day it is"),
            help: Localized(zh: "用 --as-of 给出日期", en: "give the day with --as-of"))
    }

    static func reportWithoutPath(_ text: String, formats: [String]) -> Self {
        let format = formats.last ?? ""
        return Self(
            code: "report-without-path", at: nil,
            message: Localized(zh: "--report“\(text)”不是“格式=文件”", en: "--report needs FORMAT=FILE, and '\(text)' is not"),
            help: Localized(zh: "例如 --report \(format)=report.\(format)", en: "for example --report \(format)=report.\(format)"))
    }

    static func reportOverInput(_ path: String, of input: String) -> Self {
        Self(
            code: "report-over-input", at: nil,
            message: Localized(
                zh: "报告“\(path)”会覆盖输入“\(input)”中的文件", en: "the report '\(path)' would be written over a file of the input '\(input)'"),
            help: Localized(zh: "请把报告写到数据和规则之外", en: "write the report outside the data and the rules"))
    }

    static func reportPathTwice(_ path: String, _ other: String) -> Self {
        let names =
            path == other
            ? Localized(zh: "“\(path)”", en: "'\(path)'")
            : Localized(zh: "同一个文件（“\(path)”和“\(other)”）", en: "one file, '\(path)' and '\(other)'")
        return Self(
            code: "report-path-twice", at: nil,
            message: Localized(zh: "两份报告都要写入\(names.zh)", en: "two reports would be written to \(names.en)"),
            help: Localized(zh: "请为每份报告另起文件名", en: "give each report a file of its own"))
    }

    static func quietAndVerbose() -> Self {
        Self(
            code: "quiet-and-verbose", at: nil,
            message: Localized(zh: "-q 和 -v 不能同时使用", en: "-q and -v exclude each other"),
            help: Localized(zh: "只保留其中一个", en: "keep one of them"))
    }

    static func noRuleNamed() -> Self {
        Self(
            code: "no-rule-named", at: nil, message: Localized(zh: "--only 没有给出规则", en: "--only names no rule"),
            help: Localized(zh: "写规则的 id，多个之间用逗号", en: "write the ids of rules, with commas between them"))
    }

    static func unknownRule(_ name: String, nearest: String?) -> Self {
        Self(
            code: "unknown-rule", at: nil,
            message: Localized(zh: "没有规则“\(name)”", en: "there is no rule '\(name)'"),
            help: nearest.map { Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") }
                ?? Localized(zh: "plumb list 规则集 列出全部规则", en: "plumb list RULESET shows them all"))
    }

    static func ambiguousRule(_ name: String, among names: [String]) -> Self {
        Self(
            code: "ambiguous-rule", at: nil,
            message: Localized(zh: "不止一个规则集有规则“\(name)”", en: "more than one ruleset has a rule '\(name)'"),
            help: Localized(
                zh: "写全名：\(names.joined(separator: "、"))", en: "write the full name: \(names.joined(separator: ", "))"))
    }

    static func unknownRecord(_ name: String, nearest: String?) -> Self {
        Self(
            code: "unknown-record", at: nil,
            message: Localized(zh: "数据中没有记录“\(name)”", en: "the data have no record '\(name)'"),
            help: nearest.map { Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") }
                ?? Localized(
                    zh: "写记录的主键、名称，或“文件:行”", en: "write the record's key, its label, or FILE:LINE"))
    }

    /// A record of a roster of which no row was submitted.
    static func unsentRecord(_ record: RecordReference) -> Self {
        Self(
            code: "unsent-record", at: nil,
            message: Localized(
                zh: "“\(record.name)”在名册上，但没有报送任何数据", en: "'\(record.name)' is on the roster, but nothing came of it"),
            help: Localized(zh: "plumb check 会把它列为未报送", en: "plumb check tells it among those that sent nothing"))
    }

    static func judgesGroups(_ rule: Rule) -> Self {
        Self(
            code: "judges-groups", at: nil,
            message: Localized(
                zh: "规则“\(rule.id)”判定的是数据表 \(rule.table) 中成组的记录，单条记录没有结论",
                en: "the rule '\(rule.id)' judges groups of the records of '\(rule.table)'; a single one has no verdict"),
            help: Localized(zh: "用 --record 写组名，或写 --record all", en: "name a group with --record, or write --record all"))
    }

    static func ambiguousRecord(_ name: String, among records: [RecordReference]) -> Self {
        let places = records.compactMap { record in record.address.map { "\($0.file):\($0.line)" } }
        return Self(
            code: "ambiguous-record", at: nil,
            message: Localized(zh: "不止一条记录名为“\(name)”", en: "more than one record is called '\(name)'"),
            help: Localized(
                zh: "写其中之一：\(places.joined(separator: "、"))", en: "write one of \(places.joined(separator: ", "))"))
    }

    static func reportUnwritable(_ path: String, _ error: SystemError) -> Self {
        Self(
            code: "report-unwritable", at: nil,
            message: Localized(
                zh: "报告无法写入“\(path)”：\(error.reason.zh)", en: "the report '\(path)' cannot be written: \(error.reason.en)"))
    }

    static func fileUnwritable(_ path: String, _ error: SystemError) -> Self {
        Self(
            code: "file-unwritable", at: nil,
            message: Localized(
                zh: "文件“\(path)”无法改写：\(error.reason.zh)", en: "the file '\(path)' cannot be rewritten: \(error.reason.en)"))
    }

    static func outputUnwritable(_ error: SystemError) -> Self {
        Self(
            code: "output-unwritable", at: nil,
            message: Localized(
                zh: "无法写入标准输出：\(error.reason.zh)", en: "the standard output cannot be written: \(error.reason.en)"))
    }

    private static func choices(_ names: [String], nearest: String?) -> Localized {
        let all = Localized(zh: "可选：\(names.joined(separator: "、"))", en: "one of \(names.joined(separator: ", "))")
        guard let nearest else { return all }
        return Localized(zh: "是否指“\(nearest)”？\(all.zh)", en: "did you mean '\(nearest)'? It is \(all.en)")
    }
}
