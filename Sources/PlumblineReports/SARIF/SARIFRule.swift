import Diagnostics
import JSON
import Plumbline

/// A rule as SARIF describes it to a tool.
struct SARIFRule {
    let plan: RulePlan
    let context: ReportContext

    var descriptor: JSONValue {
        let rule = plan.rule
        var members: [(String, JSONValue)] = [
            ("id", .string(rule.fullName)),
            ("shortDescription", ["text": .string(rule.title[context.language])]),
            ("fullDescription", ["text": .string(requirement)]),
        ]
        if let fix = rule.fix { members.append(("help", ["text": .string(fix[context.language])])) }
        var configuration: JSONValue = ["level": .string(rule.severity.rawValue)]
        if rule.suspension?.isInForce(on: context.asOf) == true { configuration.append("enabled", .bool(false)) }
        members.append(("defaultConfiguration", configuration))
        members.append(("properties", properties))
        return .object(members)
    }
}

private extension SARIFRule {
    /// Where the plan says it, how strictly, and what is asked: `二（四）15, in principle: a / b ≥ 85%`.
    var requirement: String {
        let rule = plan.rule
        let origin = [rule.source?.section, rule.binding.title[context.language]].compactMap(\.self)
        let limit = plan.limit.map { " \(FigureText($0, in: context.language).limitText)" } ?? ""
        let asked = armsText ?? PrintedText.ofExpression(plan.expression) + PrintedText.of(limit)
        let words = origin.map(PrintedText.of).joined(separator: Localized(zh: "，", en: ", ")[context.language])
        return words + Localized(zh: "：", en: ": ")[context.language] + asked
    }

    /// `any of: beds ≥ 20 张; staff ≥ 5 人`; nil for a rule without arms.
    var armsText: String? {
        guard let arms = plan.arms else { return nil }
        let style = TextStyle(language: context.language, usesColor: false)
        let texts = arms.arms.indices.map { ArmName(arms, $0, style: style).requirement }
        return arms.manner.title[context.language] + style.words(zh: "：", en: ": ") + texts.joined(separator: style.words(zh: "；", en: "; "))
    }

    var properties: JSONValue {
        let rule = plan.rule
        return [
            "title": JSONValue(rule.title),
            "section": .text(rule.source?.section),
            "clauses": .strings(rule.source?.clauses ?? []),
            "binding": .string(rule.binding.rawValue),
            "hedge": .text(rule.hedge),
            "reading": rule.reading.map { JSONValue($0) } ?? .null,
            "table": .string(rule.table),
            "responsible": .strings(rule.responsible),
        ]
    }
}
