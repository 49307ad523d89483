public import Diagnostics
public import Plumbline
import Quantities

/// A rule on a record in words: the finding, and what each part of the rule's expressions came to.
public struct ExplanationText {
    private let explanation: RuleExplanation
    private let audit: AuditPlan
    private let rulePlan: RulePlan
    private let style: TextStyle

    public init(_ explanation: RuleExplanation, of plan: AuditPlan, in language: Language, usesColor: Bool = false) {
        self.explanation = explanation
        audit = plan
        rulePlan = plan.rules[explanation.rule]
        style = TextStyle(language: language, usesColor: usesColor)
    }

    /// The finding as the text report has it, each expression with its parts below it, and what would change the verdict.
    public var text: String {
        let finding = FindingBlock(finding: explanation.finding, plan: rulePlan, audit: audit, style: style).lines
        let expressions = explanation.expressions.flatMap { [""] + lines(of: $0, unit: rulePlan.unitOfObserved) }
            + explanation.parts.flatMap(lines)
        let change = ChangeText(
            finding: explanation.finding, plan: rulePlan, audit: audit, expressions: explanation.expressions, style: style)
        return (finding + expressions + change.lines).joined(separator: "\n") + "\n"
    }
}

private extension ExplanationText {
    /// The parts stand under what they are made of, the values under each other.
    ///
    /// - Parameter unit: That in which the whole of what is observed is printed; nil where that is its own.
    func lines(of expression: RuleExplanation.Expression, unit limitUnit: Unit?) -> [String] {
        let texts = expression.steps.map { step in
            String(repeating: "  ", count: step.depth + 1) + PrintedText.ofExpression(step.text)
        }
        let width = texts.map { DisplayWidth.of($0) }.filter { $0 <= Self.widest }.max() ?? 0
        let steps = zip(texts, expression.steps).map { text, step in
            let unit = expression.role == .observed && step.depth == 0 ? limitUnit : nil
            return "\(DisplayWidth.padded(text, to: width))  \(words(step.value, in: unit))"
        }
        return [style.bold(title(of: expression.role))] + steps
    }

    /// An arm or a reading, under its name.
    func lines(of part: RuleExplanation.Part) -> [String] {
        let (title, unit) = heading(of: part.kind)
        let expressions = part.expressions.flatMap { [""] + lines(of: $0, unit: unit) }
        return ["", style.bold(title)] + verdict(of: part.kind) + expressions
    }

    func heading(of kind: RuleExplanation.Part.Kind) -> (title: String, unit: Unit?) {
        switch kind {
        case .arm(let place): return armHeading(rulePlan, place)
        case .reading(let place):
            let reading = rulePlan.readings[place]
            let name = PrintedText.of(reading.name[style.language])
            return (style.words(zh: "读法\(style.quoted(name))", en: "Reading \(style.quoted(name))"), reading.plan.unitOfObserved)
        case .armOfReading(let place, let arm): return armHeading(rulePlan.readings[place].plan, arm)
        }
    }

    func armHeading(_ plan: RulePlan, _ place: Int) -> (title: String, unit: Unit?) {
        guard let arms = plan.arms else { return ("", nil) }
        let name = ArmName(arms, place, style: style)
        return (style.words(zh: "分项：\(name.plain)", en: "Arm: \(name.plain)"), name.arm.plan.unitOfObserved)
    }

    /// In what a reading differs; the finding above says what it comes to.
    func verdict(of kind: RuleExplanation.Part.Kind) -> [String] {
        guard case .reading(let place) = kind, rulePlan.rule.otherReadings.indices.contains(place) else { return [] }
        return ["  " + PrintedText.of(rulePlan.rule.otherReadings[place].changes)]
    }

    /// Longer texts push their value to the right rather than those of all.
    static let widest = 60

    func title(of role: RuleExplanation.Expression.Role) -> String {
        switch role {
        case .scope: style.words(zh: "是否适用（where）", en: "Does the rule apply? (where)")
        case .observed: style.words(zh: "观测值（observe）", en: "What is observed? (observe)")
        case .condition: style.words(zh: "条件是否成立（require）", en: "Does the condition hold? (require)")
        }
    }

    func words(_ value: RuleExplanation.Value, in limitUnit: Unit?) -> String {
        switch value {
        case .number(let number, let unit): figure(number, limitUnit ?? unit)
        case .range(let low, let high, let unit):
            FigureText.range(low.map { figure($0, limitUnit ?? unit) }, high.map { figure($0, limitUnit ?? unit) }, in: style.language)
        case .boolean(let flag): flag ? style.words(zh: "是", en: "true") : style.words(zh: "否", en: "false")
        case .text(let text): PrintedText.of(text)
        case .unknown(let causes): unknown(causes)
        case .error(let message): style.paint(PrintedText.of(message[style.language]), as: .error)
        case .list(let count): style.words(zh: "共 \(count) 条", en: "\(count) in all")
        case .withheld: style.words(zh: "（敏感，已隐去）", en: "(sensitive, withheld)")
        }
    }

    /// `70 个`; what has to be rounded with the exact value in base units: `0.8235 (exactly 14/17)`.
    func figure(_ number: Number, _ unit: Unit?) -> String {
        let value = (unit?.scale).flatMap { number.divided(by: $0) } ?? number
        let exact = value.exactFractionDigits.flatMap { $0 <= Self.mostDigits ? $0 : nil }
        let digits = exact ?? Self.roundedDigits
        let text = unit?.text(number, fractionDigits: digits, in: style.language) ?? number.shortText(fractionDigits: digits)
        if exact != nil { return text }
        return style.words(zh: "\(text)（精确值 \(number)）", en: "\(text) (exactly \(number))")
    }

    /// The decimal places of a figure that can be printed exactly, and of one that cannot.
    static let mostDigits = 9
    static let roundedDigits = 4

    func unknown(_ causes: [(reason: Reason, field: String)]) -> String {
        let texts = causes.map { cause in
            let reason = cause.reason.text[style.language]
            return cause.field.isEmpty ? reason : PrintedText.of(cause.field) + style.words(zh: "：", en: ": ") + reason
        }
        let list = texts.joined(separator: style.words(zh: "；", en: "; "))
        return style.paint(style.words(zh: "未知（\(list)）", en: "unknown (\(list))"), as: .notMeasured)
    }
}

private extension RulePlan {
    /// The unit in which the limit is, for what is held against the limit itself; what is compared with something first, as for
    /// its growth, is in a unit of its own.
    var unitOfObserved: Unit? { limit.flatMap { $0.comparedWith == nil ? $0.unit : nil } }
}
