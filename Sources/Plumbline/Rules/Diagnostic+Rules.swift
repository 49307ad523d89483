import CEL
import Diagnostics
import YAML

/// The faults that a rule can have by itself, each worded here and nowhere else.
extension Diagnostic {
    static func duplicateRule(_ id: String, first: Location, at location: Location) -> Self {
        Self(
            code: "duplicate-rule", at: location,
            message: Localized(zh: "规则“\(id)”重复，首次出现于 \(first)", en: "the rule '\(id)' is there twice; it is first at \(first)"),
            help: Localized(zh: "给其中一条另取 id", en: "give one of them another id"))
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

    /// - Parameter titled: The table that has the name for a title or an alias.
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
}
