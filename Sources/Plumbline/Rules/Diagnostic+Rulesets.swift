import Diagnostics

/// The faults of the files of a ruleset and of its header, each worded here and nowhere else.
extension Diagnostic {
    static func noHeader(_ name: String, at location: Location) -> Self {
        Self(
            code: "no-header", at: location,
            message: Localized(zh: "规则集“\(name)”没有头部", en: "the ruleset '\(name)' has no header"),
            help: Localized(zh: "在其中一个文件里写 plan: 和 uses:", en: "write plan: and uses: in one of its files"))
    }

    static func secondHeader(_ name: String, at location: Location) -> Self {
        Self(
            code: "second-header", at: location,
            message: Localized(zh: "规则集“\(name)”有两个头部", en: "the ruleset '\(name)' has two headers"),
            help: Localized(
                zh: "plan、uses、due 等头部的键只写在一个文件里", en: "keep plan, uses, due and the other keys of the header in one file"))
    }

    static func otherRuleset(_ name: String, expected: String, at location: Location) -> Self {
        Self(
            code: "other-ruleset", at: location,
            message: Localized(
                zh: "同一文件夹中有规则集“\(expected)”和“\(name)”", en: "the folder has rules of '\(expected)' and of '\(name)'"),
            help: Localized(zh: "改为“\(expected)”，或把文件移到另一个文件夹", en: "write '\(expected)', or move the file to a folder of its own"))
    }

    static func planEndsBeforeItBegins(at location: Location) -> Self {
        Self(
            code: "plan-dates", at: location,
            message: Localized(zh: "规划的结束日期早于开始日期", en: "the plan ends before it begins"),
            help: Localized(zh: "检查 from 和 to", en: "check from and to"))
    }

    static func pathNotRelative(_ path: String, example: String, at location: Location) -> Self {
        Self(
            code: "path-not-relative", at: location,
            message: Localized(zh: "“\(path)”不是相对路径", en: "'\(path)' is not a relative path"),
            help: Localized(zh: "写相对于本文件的路径，例如 \(example)", en: "write a path from this file, such as \(example)"))
    }

    /// What a path under `uses` is relative to, where no file is found there.
    static let usesHelp = Localized(
        zh: "uses 中的路径从写有 uses 的文件所在的文件夹算起；规则集移到别处后要相应改写",
        en: "paths under 'uses' start from the folder of the file that has them; where the ruleset moved, change them")

    static func unknownFile(_ key: String, at location: Location) -> Self {
        let kinds = ["ruleset", "vocabulary", "register", "profile", "templates", "mapping"]
        let nearest = NearestName.to(key, among: kinds)
        return Self(
            code: "unknown-file", at: location,
            message: Localized(
                zh: "以“\(key)”开头的文件不是规则集、词汇表、条款登记表、方案、模板或映射",
                en: "a file that begins with '\(key)' is no ruleset, vocabulary, register, profile, mapping or file of templates"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(
                    zh: "第一个键应为 ruleset、vocabulary、register、profile、templates 或 mapping",
                    en: "let the first key be ruleset, vocabulary, register, profile, templates or mapping"),
            mend: Mend(respelling: key, among: kinds, at: location))
    }

    static func noRuleset(_ path: String) -> Self {
        Self(
            code: "no-ruleset", at: nil,
            message: Localized(
                zh: "“\(path)”中没有规则集，只有与规则集配套的文件", en: "there is no ruleset in '\(path)', only files that belong to one"),
            help: Localized(zh: "规则集文件的第一个键是 ruleset", en: "the first key of a ruleset's file is ruleset"))
    }

    /// A folder that was come by on the way to others.
    static func rulesetMissing(_ path: String) -> Self {
        var fault = noRuleset(path)
        fault.severity = .warning
        return fault
    }

    /// A file of data that a ruleset names, and that is not there.
    static func noDataFile(_ data: RulesetData, nearest: String?) -> Self {
        Self(
            code: "no-data-file", at: data.location,
            message: Localized(zh: "没有数据文件“\(data.path)”", en: "there is no file '\(data.path)'"),
            help: nearest.map { Localized(zh: "是否指“\($0)”？路径从本文件所在的文件夹算起", en: "did you mean '\($0)'? Paths start from this file's folder") }
                ?? Localized(
                    zh: "路径从本文件所在的文件夹算起；补上该文件，或从 data 中删去这一项",
                    en: "paths start from this file's folder: add the file, or take it out of data"))
    }

    static func noRuleFiles(_ path: String) -> Self {
        Self(
            code: "no-rule-files", at: nil,
            message: Localized(zh: "“\(path)”中没有规则文件", en: "there are no rule files in '\(path)'"),
            help: Localized(zh: "规则文件以 .yaml 或 .yml 结尾", en: "rule files end in .yaml or .yml"))
    }

    static func vocabularyAsRuleset(at location: Location) -> Self {
        Self(
            code: "vocabulary-alone", at: location,
            message: Localized(zh: "这里应是规则集，却只有词汇表", en: "a ruleset is expected here, but this is a vocabulary"),
            help: Localized(zh: "在规则集头部用 uses: 引用它", en: "let a ruleset name it under uses:"))
    }

    static func notAVocabulary(_ path: String, at location: Location) -> Self {
        Self(
            code: "not-a-vocabulary", at: location,
            message: Localized(zh: "“\(path)”不是词汇表，也不是模板文件", en: "'\(path)' is neither a vocabulary nor a file of templates"),
            help: Localized(
                zh: "词汇表的第一个键是 vocabulary，模板文件的是 templates", en: "the first key of a vocabulary is vocabulary, that of a file of templates is templates"))
    }
}
