import Diagnostics
import Plumbline

/// What people call an arm of a rule, and what it asks.
struct ArmName {
    let arm: ArmsPlan.Arm
    let place: Int
    let style: TextStyle

    init(_ arms: ArmsPlan, _ place: Int, style: TextStyle) {
        (arm, self.place, self.style) = (arms.arms[place], place, style)
    }

    /// The name, or its number: `第 2 项`, `arm 2`.
    var plain: String {
        arm.name.map { PrintedText.of($0[style.language]) } ?? style.words(zh: "第 \(place + 1) 项", en: "arm \(place + 1)")
    }

    /// The name within a sentence.
    var quoted: String { arm.name == nil ? plain : style.quoted(plain) }

    /// `beds ≥ 20 张 (where is_open)`
    var requirement: String {
        let limit = arm.plan.limit.map { " " + PrintedText.of(FigureText($0, in: style.language).limitText) } ?? ""
        let scope = arm.plan.scopeExpression.map { style.words(zh: "（适用条件：\(Self.text($0))）", en: " (where \(Self.text($0)))") }
        return Self.text(arm.plan.expression) + limit + (scope ?? "")
    }

    private static func text(_ expression: String) -> String { PrintedText.ofExpression(expression) }
}

extension Arms.Manner {
    var title: Localized {
        switch self {
        case .anyOf: Localized(zh: "一项达标即可", en: "any of")
        case .allOf: Localized(zh: "各项均须达标", en: "all of")
        }
    }
}
