import Diagnostics

/// The faults that a register of clauses can have, each worded here and nowhere else.
extension Diagnostic {
    static func registerAsRuleset(at location: Location) -> Self {
        Self(
            code: "register-alone", at: location,
            message: Localized(zh: "这里应是规则集，却只有条款登记表", en: "a ruleset is expected here, but this is a register"),
            help: Localized(
                zh: "给出规则集的文件夹；其中的登记表会一并读取", en: "name the ruleset's folder; the registers in it are read with it"))
    }

    static func otherRegister(_ name: String, expected: String, at location: Location) -> Self {
        Self(
            code: "other-register", at: location,
            message: Localized(
                zh: "登记表“\(name)”与同一文件夹的规则集“\(expected)”名称不同",
                en: "the register '\(name)' stands in the folder of the ruleset '\(expected)'"),
            help: Localized(
                zh: "改为“\(expected)”，或把文件移到“\(name)”的文件夹",
                en: "write '\(expected)', or move the file to the folder of '\(name)'"))
    }

    static func duplicateClause(_ id: String, first: Location, at location: Location) -> Self {
        Self(
            code: "duplicate-clause", at: location,
            message: Localized(zh: "条款“\(id)”重复，首次出现于 \(first)", en: "the clause '\(id)' is there twice; it is first at \(first)"),
            help: Localized(
                zh: "给其中一条另取 id；若只是重述，写 same_as: \(id)", en: "give one of them another id; where it only restates, add same_as: \(id)"))
    }

    static func unknownRuleOfClause(
        _ id: String, clause: String, among rules: some Sequence<String>, at location: Location
    ) -> Self {
        Self(
            code: "unknown-rule", at: location,
            message: Localized(zh: "条款“\(clause)”所列的规则“\(id)”不存在", en: "the clause '\(clause)' names a rule '\(id)' that is not there"),
            help: NearestName.to(id, among: rules).map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(
                    zh: "写好这条规则，或从 rules 中去掉；没有规则的条款算作遗漏",
                    en: "write the rule, or leave it out; a clause without a rule counts as forgotten"),
            mend: Mend(respelling: id, among: rules, at: location))
    }

    static func unknownClause(_ id: String, among clauses: some Sequence<String>, at location: Location) -> Self {
        Self(
            code: "unknown-clause", at: location,
            message: Localized(zh: "登记表中没有条款“\(id)”", en: "the register has no clause '\(id)'"),
            help: NearestName.to(id, among: clauses).map {
                Localized(
                    zh: "若是笔误，改为“\($0)”；规划确有“\(id)”而登记表漏了时，登记到 clauses 下",
                    en: "where it is a slip, write '\($0)'; where the plan has '\(id)' and the register lacks it, add it under clauses")
            }
                ?? Localized(
                    zh: "核对原文和编号；规划确有这一条而登记表漏了时，才登记到 clauses 下",
                    en: "check the plan's text and the id; only where the plan has such a clause and the register lacks it, add it under clauses"))
    }

    static func ruleWithoutClause(_ rule: Rule) -> Self {
        Self(
            code: "rule-without-clause", severity: .warning, at: rule.location,
            message: Localized(
                zh: "规则“\(rule.id)”没有写明依据登记表的哪一条，不会计入逐条对照",
                en: "'\(rule.id)' names no clause of the register, so that it counts for none of them"),
            help: Localized(
                zh: "在 source 下写 clause；规划没有这样的要求时，登记表中也没有对应的条款，应去掉规则",
                en: "write clause under source; where the plan asks for nothing of the kind, no clause will do, and the rule should go"))
    }

    static func encodedAndUncheckable(_ id: String, rule: String, at location: Location) -> Self {
        Self(
            code: "encoded-and-uncheckable", at: location,
            message: Localized(
                zh: "条款“\(id)”写明无法核查，却有规则“\(rule)”", en: "the clause '\(id)' is said to be uncheckable, but the rule '\(rule)' checks it"),
            help: Localized(
                zh: "去掉 uncheckable，或去掉规则；只能核查一部分时，把其余部分登记为另一条",
                en: "take out uncheckable, or the rule; where a part can be checked, register the rest as a clause of its own"))
    }

    static func restatesItself(_ cycle: [String], at location: Location) -> Self {
        let names = cycle.count > 8 ? cycle.prefix(8) + ["…"] : cycle[...]
        return Self(
            code: "same-as-cycle", at: location,
            message: Localized(
                zh: "same_as 绕成一圈：\(names.joined(separator: " → "))", en: "same_as goes round in a circle: \(names.joined(separator: " → "))"),
            help: Localized(zh: "让其中一条作为原条款，去掉它的 same_as", en: "let one of them be the original, without same_as"))
    }

    static func clauseWithoutThisRule(_ clause: String, rule: String, at location: Location) -> Self {
        Self(
            code: "clause-and-rule-differ", severity: .warning, at: location,
            message: Localized(
                zh: "规则“\(rule)”称出自条款“\(clause)”，该条款所列的规则中却没有它",
                en: "the rule '\(rule)' says that it encodes the clause '\(clause)', which names other rules only"),
            help: Localized(zh: "在该条款的 rules 中加上“\(rule)”", en: "add '\(rule)' to the clause's rules"))
    }

    static func ruleOfOtherClauses(_ rule: String, clause: String, at location: Location) -> Self {
        Self(
            code: "clause-and-rule-differ", severity: .warning, at: location,
            message: Localized(
                zh: "条款“\(clause)”列有规则“\(rule)”，该规则的 source 却写着别的条款",
                en: "the clause '\(clause)' names the rule '\(rule)', whose source names other clauses only"),
            help: Localized(zh: "在该规则的 source 中加上 clause: \(clause)", en: "add '\(clause)' to the rule's source.clause"))
    }

    static func forgottenClause(_ id: String, at location: Location) -> Self {
        Self(
            code: "forgotten-clause", severity: .warning, at: location,
            message: Localized(zh: "条款“\(id)”没有规则，也没有写明为何无法核查", en: "the clause '\(id)' has no rule, and nothing says why no data can decide it"),
            help: Localized(
                zh: "写一条规则并在 source 中引用它；无法核查的写 uncheckable", en: "write a rule whose source names it; where no data can decide it, add uncheckable"))
    }

    static func badBaselinePeriod(_ text: String, at location: Location) -> Self {
        Self(
            code: "bad-period", at: location,
            message: Localized(zh: "“\(text)”不是期间", en: "'\(text)' is not a period"),
            help: Localized(zh: "写成 2020、2020Q4 或 2020-12 的形式", en: "write it as 2020, 2020Q4 or 2020-12"))
    }

    static func notAClauseLimit(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-limit", at: location,
            message: Localized(zh: "限值应为一个值或一列值，这里却是\(found.zh)", en: "a limit is a value or a list of values, but this is \(found.en)"),
            help: Localized(zh: "例如 requires: {at_least: 1 个}", en: "for example requires: {at_least: 1 个}"))
    }
}
