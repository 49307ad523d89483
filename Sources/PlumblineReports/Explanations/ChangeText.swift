import Diagnostics
import Plumbline
import Quantities

/// What would change a verdict, in words: what has to be added or converted, which part of a condition is false, which
/// cells, lists or parameters would have to come.
struct ChangeText {
    let finding: Finding
    let plan: RulePlan
    let audit: AuditPlan
    /// The rule's expressions on the record; empty for a group.
    var expressions: [RuleExplanation.Expression] = []
    let style: TextStyle

    /// A heading with a line for everything that would; nothing for a record that passes.
    var lines: [String] {
        let changes = changes
        guard !changes.isEmpty else { return [] }
        let title = style.words(zh: "怎样才会改变结论", en: "What would change the verdict?")
        return ["", style.bold(title)] + changes.map { "  " + $0 }
    }
}

private extension ChangeText {
    /// What the record comes to today, where it is not due yet or let pass.
    var reason: Reason { finding.reasonWithoutWaiver ?? finding.reasonToday ?? finding.reason }

    var changes: [String] {
        switch reason {
        case .withinLimit, .conditionTrue, .coverageMet, .beforeDue: []
        case .late: late
        case .beyondLimit, .coverageShort: finding.arms.isEmpty ? closings : arms
        case .conditionFalse: finding.arms.isEmpty ? falseParts(of: .condition) : arms
        case .outOfScope: falseParts(of: .scope)
        case .scopeUnknown: unknowns(of: .scope) + cells
        case .parameterUnset: parameters
        case .missingDecides, .tooFewMeasured: needed + unknowns(of: nil) + cells
        case .ruleError, .costLimit:
            [style.words(zh: "修正规则，或改正它读到的数据", en: "a corrected rule, or data that it can work with")]
        case .excepted, .waived, .otherPeriod, .noLimit, .noTestedGroup, .armNotApplicable: []
        default: came
        }
    }

    var late: [String] {
        let days = finding.measurement.gap.map { figures?.gap($0) ?? $0.shortText(fractionDigits: 0) } ?? ""
        return [style.words(zh: "无法改变：达到时已晚了 \(days)", en: "nothing: it was reached too late (\(days))")]
    }

    var figures: FigureText? {
        plan.limit(of: finding.measurement).map { FigureText($0, of: finding.measurement, in: style.language) }
    }

    var closings: [String] {
        let measurement = finding.measurement
        let isBelow = !(measurement.gap.map { $0 > 0 } ?? false)
        guard measurement.closings.isEmpty else {
            let limit = plan.limit(of: measurement)
            let text = ClosingText(
                counted: plan.counted(in: measurement), unit: limit?.unit, isBelow: isBelow, needsAll: limit?.closingsGoTogether ?? false,
                isOfSets: limit?.wantedSet != nil, language: style.language)
            return [text.text(measurement.closings)] + needed
        }
        guard !measurement.isMasked, let gap = measurement.gap, !gap.isZero, let figures else { return needed }
        let amount = figures.gap(gap.magnitude).drop { $0 == "+" }
        let direction = isBelow ? style.words(zh: "提高 \(amount)", en: "\(amount) more") : style.words(zh: "降低 \(amount)", en: "\(amount) less")
        return [direction] + needed
    }

    /// Which arms would be enough, or have to be met.
    var arms: [String] {
        guard let arms = plan.arms else { return [] }
        let open = finding.arms.indices.filter { finding.arms[$0].reason.outcome != .pass && finding.arms[$0].reason.outcome != .notApplicable }
        let names = open.map { place in ArmName(arms, place, style: style).plain }
        let list = names.joined(separator: style.words(zh: "、", en: ", "))
        return [arms.manner == .anyOf
            ? style.words(zh: "以下任一项达标即可：\(list)", en: "one of these is enough: \(list)")
            : style.words(zh: "以下各项都要达标：\(list)", en: "all of these are needed: \(list)")]
    }

    /// How many of those that nobody could decide would have to pass.
    var needed: [String] {
        guard let group = finding.group, group.undecided > 0 else { return [] }
        if let needed = group.neededOfUndecided {
            return [style.words(
                zh: "无法判定的 \(group.undecided) 个中，补报后须有 \(needed) 个达标",
                en: "once they are reported, \(needed) of the \(group.undecided) that could not be decided would have to pass")]
        }
        return [style.words(zh: "补报无法判定的 \(group.undecided) 个", en: "the \(group.undecided) that could not be decided would have to be reported")]
    }

    var parameters: [String] {
        plan.unsetParameters.map { parameter in
            let why = parameter.why.map { style.words(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? ""
            return style.words(zh: "在方案中设定 params.\(parameter.name)", en: "a profile that sets params.\(parameter.name)") + PrintedText.of(why)
        }
    }

    /// What has to come before anything can be said.
    var came: [String] {
        let found = unknowns(of: nil) + cells + needed
        return found.isEmpty ? [style.words(zh: "待补：\(reason.text.zh)", en: "to come: \(reason.text.en)")] : found
    }

    /// The cells on which the verdict rests that nobody filled in, or that cannot be read.
    var cells: [String] {
        let open = finding.evidence.filter { $0.state != .measured }
        return open.map { cell in
            let place = PrintedText.of("\(cell.field) (\(cell.address.file):\(cell.address.line))")
            return cell.state == .missing
                ? style.words(zh: "填报 \(place)", en: "a value for \(place)") : style.words(zh: "改正 \(place)", en: "a readable value for \(place)")
        }
    }
}

// MARK: - Parts of expressions

private extension ChangeText {
    /// The smallest parts of a condition because of which it is false.
    func falseParts(of role: RuleExplanation.Expression.Role) -> [String] {
        expressions.filter { $0.role == role }.flatMap { expression in
            culprits(in: expression.steps[...]).map { step in
                style.words(zh: "此处须成立：", en: "this part would have to hold: ") + PrintedText.ofExpression(step.text)
            }
        }
    }

    /// The false parts that a false whole is made of; the whole itself where there are none.
    func culprits(in steps: ArraySlice<RuleExplanation.Step>) -> [RuleExplanation.Step] {
        guard let whole = steps.first, case .boolean(false) = whole.value else { return [] }
        // The parts of a loop or a call hold for each element, and not for the record.
        guard whole.text.contains("&&") || whole.text.contains("||") else { return [whole] }
        let parts = steps.indices.dropFirst().filter { steps[$0].depth == whole.depth + 1 }
        let ends = parts.dropFirst() + [steps.endIndex]
        let inner = zip(parts, ends).flatMap { culprits(in: steps[$0..<$1]) }
        return inner.isEmpty ? [whole] : inner
    }

    /// The fields, lists and periods that were not there, each once.
    func unknowns(of role: RuleExplanation.Expression.Role?) -> [String] {
        let cells = Set(finding.evidence.filter { $0.state != .measured }.map(\.field))
        var told: [String] = []
        for expression in expressions where role == nil || expression.role == role {
            for case .unknown(let causes) in expression.steps.map(\.value) {
                for cause in causes where !cells.contains(cause.field) {
                    let name = cause.field.isEmpty ? "" : PrintedText.of(cause.field) + style.words(zh: "：", en: ": ")
                    let text = style.words(zh: "待补：", en: "to come: ") + name + cause.reason.text[style.language]
                    if !told.contains(text) { told.append(text) }
                }
            }
        }
        return told
    }
}
