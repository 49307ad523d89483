import CEL
import Diagnostics
import Quantities
import YAML

/// The faults that a rule file can have, each worded here and nowhere else.
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

    static func duplicateRule(_ id: String, first: Location, at location: Location) -> Self {
        Self(
            code: "duplicate-rule", at: location,
            message: Localized(zh: "规则“\(id)”重复，首次出现于 \(first)", en: "the rule '\(id)' is there twice; it is first at \(first)"),
            help: Localized(zh: "给其中一条另取 id", en: "give one of them another id"))
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

    static func badDate(_ text: String, at location: Location) -> Self {
        Self(
            code: "bad-date", at: location,
            message: Localized(zh: "“\(text)”不是日期", en: "'\(text)' is not a date"),
            help: Localized(zh: "写成 2025-12-31 的形式", en: "write it as 2025-12-31"))
    }

    static func badRuleID(_ id: String, at location: Location) -> Self {
        Self(
            code: "bad-rule-id", at: location,
            message: Localized(zh: "“\(id)”不能作为规则的 id", en: "'\(id)' cannot be a rule's id"),
            help: Localized(zh: "用小写英文字母、数字和连字符，例如 posts-below-floor", en: "use lower-case letters, digits and hyphens, such as posts-below-floor"))
    }

    static func noRequirement(at location: Location) -> Self {
        Self(
            code: "no-requirement", at: location,
            message: Localized(zh: "这条规则没有写要求", en: "this rule requires nothing"),
            help: Localized(
                zh: "写 observe 和 target（数值和限值），或写 require（条件）",
                en: "write observe and target, a value and its limit, or require, a condition"))
    }

    static func twoRequirements(at location: Location) -> Self {
        Self(
            code: "two-requirements", at: location,
            message: Localized(
                zh: "这条规则在 observe 或 target 之外又有 require", en: "this rule has require beside observe or target"),
            help: Localized(zh: "只留一种；两种都要时写成两条规则", en: "keep one of them, or make two rules"))
    }

    static func valueWithoutTarget(at location: Location) -> Self {
        Self(
            code: "value-without-target", at: location,
            message: Localized(zh: "有 observe，却没有 target", en: "there is observe, but no target"),
            help: Localized(zh: "加上限值，例如 target: {at_least: 85%}", en: "add the limit, such as target: {at_least: 85%}"))
    }

    static func targetWithoutValue(at location: Location) -> Self {
        Self(
            code: "target-without-value", at: location,
            message: Localized(zh: "有 target，却没有 observe", en: "there is target, but no observe"),
            help: Localized(zh: "加上 observe:，写明限值所针对的数值", en: "add observe: with the value that the target limits"))
    }

    static func notATarget(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-target", at: location,
            message: Localized(
                zh: "目标由种类和限值组成，这里却是\(found.zh)", en: "a target is a kind and its limit, but this is \(found.en)"),
            help: Localized(zh: "例如 target: {at_least: 85%}", en: "write it as in target: {at_least: 85%}"))
    }

    static func splitNumber(_ text: String, plain: String, at location: Location) -> Self {
        Self(
            code: "bad-quantity", at: location,
            message: Localized(zh: "“\(text)”中的逗号把数字分成了两半", en: "the comma in '\(text)' breaks the number in two"),
            help: Localized(zh: "写成 \(plain)", en: "write \(plain)"))
    }

    static func noRuleset(_ path: String) -> Self {
        Self(
            code: "no-ruleset", at: nil,
            message: Localized(
                zh: "“\(path)”中没有规则集，只有与规则集配套的文件", en: "there is no ruleset in '\(path)', only files that belong to one"),
            help: Localized(zh: "规则集文件的第一个键是 ruleset", en: "the first key of a ruleset's file is ruleset"))
    }

    static func oneTarget(at location: Location) -> Self {
        Self(
            code: "one-target", at: location,
            message: Localized(zh: "target 下只能有一种目标", en: "target takes exactly one kind of limit"),
            help: Localized(zh: "上下限都有时写 between: [低, 高]", en: "for a floor and a ceiling write between: [low, high]"))
    }

    /// - Parameter titled: The table that has the name for a title or an alias.
    static func unreadableGiven(_ text: String, of field: Field, cause: UnreadableCause, at location: Location) -> Self {
        let why = cause.message(for: field)
        return Self(
            code: "unreadable-given", at: location,
            message: Localized(
                zh: "用例给字段“\(field.name)”的值“\(text)”无法读取：\(why.zh)",
                en: "the case gives '\(field.name)' the value '\(text)', which cannot be read: \(why.en)"),
            help: Localized(
                zh: "若用例正是要说明这一点，写上 reason: unreadable", en: "where the case is about just that, add reason: unreadable"))
    }

    static func bindingByTitle(_ binding: Binding, at location: Location) -> Self {
        Self(
            code: "unknown-value", at: location,
            message: Localized(
                zh: "约束力“\(binding.title.zh)”要用英文写", en: "the binding '\(binding.title.zh)' has a word of its own"),
            help: Localized(zh: "改为“\(binding.rawValue)”", en: "write '\(binding.rawValue)'"))
    }

    /// What a path under `uses` is relative to, where no file is found there.
    static let usesHelp = Localized(
        zh: "uses 中的路径从写有 uses 的文件所在的文件夹算起；规则集移到别处后要相应改写",
        en: "paths under 'uses' start from the folder of the file that has them; where the ruleset moved, change them")

    static func unknownTable(
        _ name: String, titled: String?, among tables: some Sequence<String>, at location: Location
    ) -> Self {
        let nearest = titled ?? NearestName.to(name, among: tables)
        let all = tables.sorted().joined(separator: ", ")
        return Self(
            code: "unknown-table", at: location,
            message: Localized(zh: "词汇表中没有表“\(name)”", en: "the vocabulary has no table '\(name)'"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? (all.isEmpty
                    ? Localized(zh: "在规则集头部用 uses: 引用词汇表", en: "name a vocabulary under uses: in the ruleset's header")
                    : Localized(zh: "可用的表：\(all)", en: "the tables are \(all)")),
            mend: titled.map { Mend(replacing: name, at: location, with: $0) } ?? Mend(respelling: name, among: tables, at: location))
    }

    static func unknownTarget(_ name: String, among kinds: [String], at location: Location) -> Self {
        let nearest = NearestName.to(name, among: kinds)
        return Self(
            code: "unknown-target", at: location,
            message: Localized(zh: "没有目标“\(name)”", en: "there is no target '\(name)'"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(zh: "可用的目标：\(kinds.joined(separator: "、"))", en: "the targets are \(kinds.joined(separator: ", "))"),
            mend: Mend(respelling: name, among: kinds, at: location))
    }

    /// A fault inside an expression, at its own place in the file.
    static func expression(_ fault: ExpressionFault, in scalar: YAMLScalar) -> Self {
        Self(
            code: fault.code, at: scalar.location(of: fault.range), message: fault.message, help: fault.help,
            mend: fault.mend.flatMap { scalar.mend($0.range, with: $0.replacement) })
    }

    static func notACondition(_ type: CEL.`Type`, in scalar: YAMLScalar) -> Self {
        Self(
            code: "not-a-condition", at: scalar.location,
            message: Localized(
                zh: "这里应是条件（真或假），却是\(TypeName.of(type).zh)", en: "a condition is expected here, but this is \(TypeName.of(type).en)"),
            help: Localized(zh: "写成比较，例如 beds >= 20", en: "write a comparison, such as beds >= 20"))
    }

    static func targetOnType(_ kind: String, _ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "target-on-type", at: location,
            message: Localized(
                zh: "目标“\(kind)”不能用于\(TypeName.of(type).zh)", en: "the target '\(kind)' does not suit \(TypeName.of(type).en)"),
            help: Localized(zh: "它需要数字、日期、期间或有序枚举", en: "it needs a number, a date, a period or an ordered enumeration"))
    }

    static func limitNotOfType(_ text: String, _ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "limit-type", at: location,
            message: Localized(
                zh: "限值“\(text)”与所观察的\(TypeName.of(type).zh)不符", en: "the limit '\(text)' does not suit the observed value, which is \(TypeName.of(type).en)"))
    }

    static func betweenNeedsTwo(at location: Location) -> Self {
        Self(
            code: "between-needs-two", at: location,
            message: Localized(zh: "between 需要低、高两个限值", en: "between needs two limits, the lower first"),
            help: Localized(zh: "写 between: [60%, 80%]", en: "write between: [60%, 80%]"))
    }

    static func betweenReversed(_ low: String, _ high: String, at location: Location) -> Self {
        Self(
            code: "between-reversed", at: location,
            message: Localized(zh: "between 的低限“\(low)”高于高限“\(high)”", en: "between begins with '\(low)', which is above its end '\(high)'"),
            help: Localized(zh: "写 between: [\(high), \(low)]", en: "write between: [\(high), \(low)]"))
    }

    static func notALimit(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-limit", at: location,
            message: Localized(zh: "限值应为一个数量，这里却是\(found.zh)", en: "a limit is one quantity, but this is \(found.en)"),
            help: Localized(zh: "例如 85%、20 张、1000 万元", en: "for example 85%, 20 张, 1000 万元"))
    }

    static func emptyList(at location: Location) -> Self {
        Self(
            code: "empty-list", at: location,
            message: Localized(zh: "列表为空，没有任何值能够符合", en: "the list is empty, so that no value could be in it"),
            help: Localized(zh: "写出允许的取值", en: "write the values that are allowed"))
    }

    static func unitMismatch(_ limit: Localized, observed: Localized, at location: Location, help: Localized?) -> Self {
        Self(
            code: "unit-mismatch", at: location,
            message: Localized(
                zh: "单位不一致：\(limit.zh)与\(observed.zh)不是同一种量",
                en: "the units differ: \(limit.en) and \(observed.en) are not of one kind"),
            help: help)
    }

    static func bareNumber(_ text: String, beside unit: Unit, at location: Location) -> Self {
        // 0.85 beside percentages is 85 %, and not 0.85 % as putting the sign behind it would say.
        let isFraction = unit == .percent && (Decimal(text).map(Number.init).map { $0 < 1 } ?? false)
        let text = isFraction ? Decimal(text).map { (Number($0) * 100).description } ?? text : text
        return Self(
            code: "bare-number", at: location,
            message: Localized(
                zh: "“\(text)”没有单位，而旁边的值以“\(unit.symbol)”计", en: "'\(text)' has no unit, but the value beside it is in '\(unit.symbol)'"),
            help: Localized(
                zh: "在目标中写 \(text) \(unit.symbol)，在表达式中写 q('\(text) \(unit.symbol)')",
                en: "write \(text) \(unit.symbol) in a target, q('\(text) \(unit.symbol)') in an expression"))
    }

    static func percentMissing(_ text: String, at location: Location) -> Self {
        Self(
            code: "percent-missing", at: location,
            message: Localized(
                zh: "所观察的是比值，“\(text)”就是 \(text) 倍", en: "what is observed is a ratio, of which '\(text)' is \(text) times"),
            help: Localized(zh: "写成 \(text)%；若确指倍数，写成 \(text)00%", en: "write \(text)%; where so many times are meant, \(text)00%"))
    }

    static func hundredfoldShare(at location: Location) -> Self {
        Self(
            code: "hundredfold-share", at: location,
            message: Localized(
                zh: "占比乘以 100 后再与百分数比较，会大 100 倍", en: "a share times 100 held against a percentage is a hundred times too large"),
            help: Localized(zh: "去掉 * 100：85% 就是 0.85", en: "leave '* 100' out: 85% is 0.85"))
    }

    static func observesNone(_ field: String, at location: Location) -> Self {
        Self(
            code: "observes-none", at: location,
            message: Localized(
                zh: "字段“\(field)”可以为“无”（blank: none），“无”不能与限值比较",
                en: "the field '\(field)' may have none (blank: none), and none does not compare with a limit"),
            help: Localized(zh: "加上 where: \(field) != null", en: "add where: \(field) != null"))
    }

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

    static func vocabularyAsRuleset(at location: Location) -> Self {
        Self(
            code: "vocabulary-alone", at: location,
            message: Localized(zh: "这里应是规则集，却只有词汇表", en: "a ruleset is expected here, but this is a vocabulary"),
            help: Localized(zh: "在规则集头部用 uses: 引用它", en: "let a ruleset name it under uses:"))
    }

    static func noRuleFiles(_ path: String) -> Self {
        Self(
            code: "no-rule-files", at: nil,
            message: Localized(zh: "“\(path)”中没有规则文件", en: "there are no rule files in '\(path)'"),
            help: Localized(zh: "规则文件以 .yaml 或 .yml 结尾", en: "rule files end in .yaml or .yml"))
    }

    static func notAVocabulary(_ path: String, at location: Location) -> Self {
        Self(
            code: "not-a-vocabulary", at: location,
            message: Localized(zh: "“\(path)”不是词汇表，也不是模板文件", en: "'\(path)' is neither a vocabulary nor a file of templates"),
            help: Localized(
                zh: "词汇表的第一个键是 vocabulary，模板文件的是 templates", en: "the first key of a vocabulary is vocabulary, that of a file of templates is templates"))
    }
}
