import Diagnostics
import Plumbline
import Quantities

/// What the arms of a rule came to: in a sentence, and a line each.
struct ArmText {
    let arms: ArmsPlan
    let verdicts: [ArmVerdict]
    let style: TextStyle

    /// - Returns: nil where no arms were judged.
    init?(_ plan: RulePlan, _ verdicts: [ArmVerdict], style: TextStyle) {
        guard let arms = plan.arms, !verdicts.isEmpty, arms.arms.count == verdicts.count else { return nil }
        (self.arms, self.verdicts, self.style) = (arms, verdicts, style)
    }

    /// `no arm is met; the nearest is 'radius'`; nil where nothing was decided.
    ///
    /// - Parameter chosen: The figures of the arm that decides.
    func sentence(_ reason: Reason, _ chosen: Measurement) -> String? {
        guard let place = chosen.arm, verdicts.indices.contains(place) else { return nil }
        let name = ArmName(arms, place, style: style).quoted
        let count = verdicts.count { $0.reason.outcome == reason.outcome }
        // Of a condition nobody can say that it is nearer than another.
        let isMeasured = count > 1 && (chosen.gap != nil || chosen.isMasked)
        switch (arms.manner, reason.outcome) {
        case (.anyOf, .fail): return style.words(zh: "各项均未达标", en: "no arm is met") + (isMeasured ? nearest(name) : "")
        case (.anyOf, .pass): return style.words(zh: "\(name)达标", en: "\(name) is met")
        case (.allOf, .fail) where count == 1: return style.words(zh: "\(name)未达标", en: "\(name) is not met")
        case (.allOf, .fail):
            return style.words(zh: "\(count) 项未达标", en: "\(count) arms are not met")
                + (isMeasured ? style.words(zh: "，差距最大的是\(name)", en: "; the farthest is \(name)") : "")
        case (.allOf, .pass): return style.words(zh: "各项均达标", en: "every arm is met") + (isMeasured ? nearest(name) : "")
        default: return nil
        }
    }

    /// A line for each arm: `✗ radius: observed 10.1 km, limit ≤ 10 km, gap +0.1 km`.
    var lines: [String] { texts(style.mark) }

    /// The same in one line, without colours.
    var line: String { texts(style.plainMark).joined(separator: style.words(zh: "；", en: "; ")) }
}

private extension ArmText {
    func nearest(_ name: String) -> String { style.words(zh: "，最接近限值的是\(name)", en: "; the nearest to its limit is \(name)") }

    func texts(_ mark: (Outcome) -> String) -> [String] {
        verdicts.indices.map { place in
            "\(mark(verdicts[place].reason.outcome)) \(ArmName(arms, place, style: style).plain)"
                + style.words(zh: "：", en: ": ") + text(verdicts[place], arms.arms[place])
        }
    }

    func text(_ verdict: ArmVerdict, _ arm: ArmsPlan.Arm) -> String {
        let scope = arm.plan.scopeExpression.map(PrintedText.ofExpression) ?? ""
        switch verdict.reason {
        case .outOfScope: return style.words(zh: "这一项不适用（适用条件：\(scope)）", en: "does not apply (where \(scope))")
        case .scopeUnknown:
            return style.words(zh: "不能确定这一项是否适用（适用条件：\(scope)）", en: "cannot tell whether it applies (where \(scope))")
        default: break
        }
        let text = VerdictText(verdict.reason, verdict.measurement, of: arm.plan, fault: verdict.fault, style: style).textUnderRule
        return text + condition(arm) + closing(verdict, arm)
    }

    /// What has to hold, where no name says it.
    func condition(_ arm: ArmsPlan.Arm) -> String {
        guard arm.name == nil, arm.plan.limit == nil else { return "" }
        let expression = PrintedText.ofExpression(arm.plan.expression)
        return style.words(zh: "（\(expression)）", en: " (\(expression))")
    }

    func closing(_ verdict: ArmVerdict, _ arm: ArmsPlan.Arm) -> String {
        guard !verdict.measurement.closings.isEmpty else { return "" }
        let text = ClosingText(
            counted: arm.plan.counted, unit: arm.plan.limit?.unit, isBelow: !(verdict.measurement.gap.map { $0 > 0 } ?? false),
            needsAll: arm.plan.limit?.closingsGoTogether ?? false, isOfSets: arm.plan.limit?.wantedSet != nil, language: style.language)
        return style.words(zh: "；达标所需：", en: "; to close: ") + text.text(verdict.measurement.closings)
    }
}
