import Diagnostics
import Quantities
import YAML

/// What rules of one ruleset do to each other, each worded here and nowhere else. All are warnings, but for what the
/// register says to be the plan's own: plans contradict themselves, and the rules then say so, which is a note.
extension Diagnostic {
    static func limitsExclude(_ rule: RulePlan, _ other: RulePlan, declared: Clause.Conflict?) -> Self {
        Self(
            code: "limits-exclude", severity: .warning, at: rule.rule.location,
            message: Localized(
                zh: "规则“\(rule.rule.id)”（\(rule.claimText)）与“\(other.rule.id)”（\(other.claimText)，\(other.rule.location)）不可能同时满足",
                en: "'\(rule.rule.id)' (\(rule.claimText)) and '\(other.rule.id)' (\(other.claimText), \(other.rule.location)) cannot both hold"))
            .declared(declared)
    }

    static func limitIdle(_ wide: RulePlan, beside narrow: RulePlan, at location: Location, declared: Clause.Conflict?) -> Self {
        Self(
            code: "limit-idle", severity: .warning, at: location,
            message: Localized(
                zh: "同一指标有两个限值：“\(narrow.rule.id)”（\(narrow.claimText)，\(narrow.rule.location)）已经包含“\(wide.rule.id)”（\(wide.claimText)，\(wide.rule.location)）",
                en: "two limits on one figure: whoever meets '\(narrow.rule.id)' (\(narrow.claimText), \(narrow.rule.location)) meets '\(wide.rule.id)' (\(wide.claimText), \(wide.rule.location)), too"))
            .declared(declared)
    }

    static func sharesFillWhole(_ rules: [RulePlan], isMore: Bool) -> Self {
        let names = rules.map { "'\($0.rule.id)' (\($0.claimText))" }
        let namesZh = rules.map { "“\($0.rule.id)”（\($0.claimText)）" }
        return Self(
            code: isMore ? "shares-above-whole" : "shares-fill-whole", severity: .warning, at: rules[rules.count - 1].rule.location,
            message: isMore
                ? Localized(
                    zh: "\(namesZh.joined(separator: "、"))的下限之和超过 100%，不可能同时满足",
                    en: "the floors of \(names.joined(separator: ", ")) add to more than 100%: they cannot all hold")
                : Localized(
                    zh: "\(namesZh.joined(separator: "、"))的下限之和为 100%，只有恰好相等时才能同时满足",
                    en: "the floors of \(names.joined(separator: ", ")) add to 100%: they hold only where each is met exactly"),
            help: Localized(
                zh: "若条文的意思是“该等次及以上”，用 composition 的 at_or_above 写累计比例",
                en: "where the plan means 'this tier or above', write cumulative shares with at_or_above of composition"))
    }

    static func totalsDiffer(_ one: ImpliedTotals.Total, _ other: ImpliedTotals.Total) -> Self {
        func total(_ number: Number) -> String { number.rounded.description }
        func pair(_ total: ImpliedTotals.Total) -> String { "\(total.count.claimText) / \(total.rate.claimText)" }
        return Self(
            code: "totals-differ", severity: .warning, at: other.rate.rule.location,
            message: Localized(
                zh: "“\(one.count.rule.id)”与“\(one.rate.rule.id)”合起来意味着总数约 \(total(one.value))（\(pair(one))），“\(other.count.rule.id)”与“\(other.rate.rule.id)”则约 \(total(other.value))（\(pair(other))）",
                en: "'\(one.count.rule.id)' and '\(one.rate.rule.id)' imply a total of about \(total(one.value)) (\(pair(one))), '\(other.count.rule.id)' and '\(other.rate.rule.id)' one of about \(total(other.value)) (\(pair(other)))"),
            help: Localized(
                zh: "核对四个限值的单位和数字；确是规划自身的矛盾时，在条款登记表中写明 conflicts",
                en: "check the units and figures of all four; where the plan contradicts itself, say so under conflicts in the register"))
    }

    static func partsFillWhole(_ rule: RulePlan, parts: [String], whole: Number, at location: Location) -> Self {
        let share = Unit.percent.text(whole)
        return Self(
            code: "shares-fill-whole", severity: .warning, at: location,
            message: Localized(
                zh: "\(parts.map { "“\($0)”" }.joined(separator: "、"))的下限之和为 \(share)，只有恰好相等时才能同时满足",
                en: "the floors of \(parts.map { "'\($0)'" }.joined(separator: ", ")) add to \(share): they hold only where each is met exactly"),
            help: Localized(
                zh: "若条文的意思是“该等次及以上”，改用 at_or_above 写累计比例",
                en: "where the plan means 'this tier or above', write cumulative shares with at_or_above"))
    }

    static func limitLooserThanBaseline(_ rule: RulePlan, start: Number, declared: Clause.Conflict?) -> Self {
        let figure = rule.figure(start)
        return Self(
            code: "limit-met-at-baseline", severity: .warning, at: rule.rule.location,
            message: Localized(
                zh: "规则“\(rule.rule.id)”的限值（\(rule.claimText)）比基期值 \(figure) 还宽：起点已经达标，变差也不算不达标",
                en: "the limit of '\(rule.rule.id)' (\(rule.claimText)) is looser than its baseline of \(figure): it is met at the start, and allows worsening"))
            .declared(declared, otherwise: Localized(
                zh: "核对限值和基期的数字、单位与方向；确是规划自身的矛盾时，在条款登记表中写明 conflicts",
                en: "check the figures, units and direction of both; where the plan contradicts itself, say so under conflicts in the register"))
    }

    static func keptLevelNotReached(_ rule: RulePlan, start: Number, declared: Clause.Conflict?) -> Self {
        let figure = rule.figure(start)
        return Self(
            code: "kept-level-not-reached", severity: .warning, at: rule.rule.location,
            message: Localized(
                zh: "规则“\(rule.rule.id)”要求各期保持 \(rule.claimText)，基期值 \(figure) 却尚未达到",
                en: "'\(rule.rule.id)' asks that every period keeps \(rule.claimText), which its baseline of \(figure) has not reached"))
            .declared(declared, otherwise: Localized(
                zh: "若允许逐步达到，改用到期日和 pace；确是规划自身的矛盾时，在条款登记表中写明 conflicts",
                en: "where it may be reached step by step, write a due date and pace; where the plan contradicts itself, say so under conflicts in the register"))
    }

    static func basesDiffer(
        _ growth: RulePlan, _ count: RulePlan, base: Number, implied: Number, isCountIdle: Bool, declared: Clause.Conflict?
    ) -> Self {
        let idle = isCountIdle ? count.rule.id : growth.rule.id
        let (own, other) = (count.figure(base), count.figure(implied))
        return Self(
            code: "bases-differ", severity: .warning, at: growth.rule.location,
            message: Localized(
                zh: "“\(growth.rule.id)”（\(growth.claimText)）与“\(count.rule.id)”（\(count.claimText)，\(count.rule.location)）合起来意味着基期为 \(other)，所写的基期却是 \(own)：“\(idle)”因此不起作用",
                en: "'\(growth.rule.id)' (\(growth.claimText)) and '\(count.rule.id)' (\(count.claimText), \(count.rule.location)) imply a base of \(other), but it is given as \(own): '\(idle)' then asks for nothing more"))
            .declared(declared)
    }

    /// Two clauses that contradict each other, as the register says, in what no limits show.
    static func clausesConflict(_ clause: Clause, _ conflict: Clause.Conflict, rules: (own: [String], other: [String])) -> Self {
        Self(
            code: "clauses-conflict", severity: .note, at: conflict.location,
            message: Localized(
                zh: "条款“\(clause.id)”（\(rules.own.joined(separator: "、"))）与“\(conflict.with)”（\(rules.other.joined(separator: "、"))）矛盾\(conflict.why.map { "：\($0.zh)" } ?? "")",
                en: "the clauses '\(clause.id)' (\(rules.own.joined(separator: ", "))) and '\(conflict.with)' (\(rules.other.joined(separator: ", "))) contradict each other\(conflict.why.map { ": \($0.en)" } ?? "")"))
    }

    /// The same as a note, with what the register says of it; a warning with what to do where the register says nothing.
    private func declared(_ conflict: Clause.Conflict?, otherwise help: Localized = checkText) -> Self {
        var told = self
        guard let conflict else {
            told.help = help
            return told
        }
        told.severity = .note
        let why = conflict.why ?? Localized(zh: "规划自身的矛盾", en: "a contradiction of the plan's own")
        told.related.append(Related(Localized(zh: "条款登记表：\(why.zh)", en: "the register: \(why.en)"), at: conflict.location))
        return told
    }

    private static let checkText = Localized(
        zh: "核对条文；确是规划自身的矛盾时，在条款登记表中写明 conflicts",
        en: "check the plan's text; where the plan contradicts itself, say so under conflicts in the register")
}

private extension RulePlan {
    /// The limit as a report would print it.
    var claimText: String { limit.map { "\($0.sign) \($0.text)" } ?? "" }

    /// A number in the unit of the limit.
    func figure(_ number: Number) -> String { limit?.unit?.text(number) ?? number.shortText(fractionDigits: 2) }
}
