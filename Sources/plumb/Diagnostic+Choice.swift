import Diagnostics
import Plumbline

/// What can be wrong with the rules and the records that a command line names, each worded here and nowhere else.
extension Diagnostic {
    static func noRuleToExplain() -> Self {
        Self(
            code: "no-rule-named", at: nil, message: Localized(zh: "没有给出要说明的规则", en: "no rule to explain is given"),
            help: Localized(zh: "写 plumb explain 规则 规则集", en: "write plumb explain RULE RULESET"))
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

    static func noRecord() -> Self {
        Self(
            code: "no-record", at: nil,
            message: Localized(zh: "给出了数据，却没有指明记录", en: "there are data, but no record is named"),
            help: Localized(zh: "加上 --record，写主键、名称，或“文件:行”", en: "add --record with a key, a label, or FILE:LINE"))
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

    /// A record that no rule of the plan judges by itself: what they judge instead.
    static func recordOfOtherTable(_ record: RecordReference, plan: AuditPlan) -> Self {
        func title(_ table: String) -> Localized {
            let title = plan.title(ofTable: table)
            return Localized(zh: title.map { "\($0.zh)（\(table)）" } ?? table, en: title.map { "\($0.en) (\(table))" } ?? table)
        }
        var judged: [Localized] = []
        for rule in plan.rules {
            let table = title(rule.rule.table)
            let words = rule.isOfGroups ? Localized(zh: "\(table.zh)的整体或分组", en: "\(table.en), many together") : table
            if !judged.contains(words) { judged.append(words) }
        }
        let more = judged.count > 5 ? Localized(zh: "等", en: ", …") : Localized(same: "")
        let zh = judged.prefix(5).map(\.zh).joined(separator: "、") + more.zh
        let en = judged.prefix(5).map(\.en).joined(separator: ", ") + more.en
        let own = title(record.table)
        return Self(
            code: "record-of-other-table", at: nil,
            message: plan.rules.count == 1
                ? Localized(
                    zh: "规则“\(plan.rules[0].rule.id)”不判定“\(record.name)”：它判定的是\(zh)，这是\(own.zh)的一条记录",
                    en: "the rule '\(plan.rules[0].rule.id)' does not judge '\(record.name)': it judges \(en), and this is a record of \(own.en)")
                : Localized(
                    zh: "没有规则单独判定“\(record.name)”：这是\(own.zh)的一条记录，规则判定的是\(zh)",
                    en: "no rule judges '\(record.name)' by itself: it is a record of \(own.en), and the rules judge \(en)"),
            help: Localized(
                zh: "去掉 --record 核查全部；或写所判定的表中的一条记录", en: "leave --record out to judge all, or name a record of what is judged"))
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

    static func noRegister(_ ruleset: String) -> Self {
        Self(
            code: "no-register", at: nil,
            message: Localized(
                zh: "规则集“\(ruleset)”没有条款登记表，无从得知覆盖了多少", en: "the ruleset '\(ruleset)' has no register to hold its rules against"),
            help: Localized(
                zh: "在其文件夹中加一个文件，第一行写 register: \(ruleset)，再把条款列在 clauses 下",
                en: "add a file to its folder that begins with register: \(ruleset), and list the plan's clauses under clauses"))
    }

    static func noPlaceForCases(_ rule: Rule) -> Self {
        Self(
            code: "no-place-for-cases", severity: .warning, at: rule.location,
            message: Localized(
                zh: "规则“\(rule.id)”或其用例写在括号里，无法插入新的用例", en: "'\(rule.id)' or its cases stand in brackets, where no case can be put"),
            help: Localized(
                zh: "改成一行一项的写法，或不加 --write，自行粘贴", en: "write it line by line, or leave --write out and paste the cases"))
    }
}
