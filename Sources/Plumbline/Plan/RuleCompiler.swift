import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Compiles one rule: checks its expressions, lowers its target, and plans what comes out.
struct RuleCompiler {
    let rule: Rule
    let table: Table
    let vocabulary: Vocabulary
    let targets: [any TargetKind]
    private let environment: Environment
    private(set) var diagnostics = Diagnostics()

    init(
        rule: Rule, table: Table, vocabulary: Vocabulary, targets: [any TargetKind], functions: [any FunctionLibrary]
    ) {
        self.rule = rule
        self.table = table
        self.vocabulary = vocabulary
        self.targets = targets
        environment = RuleEnvironment.of(table, vocabulary: vocabulary, functions: functions)
    }

    /// The rule's plan; nil where it has faults, which `diagnostics` then holds.
    mutating func compile() -> RulePlan? {
        checkCases()
        let scope = rule.scope.flatMap { condition($0) }
        guard var plan = requirement(), (rule.scope == nil) == (scope == nil) else { return nil }
        plan.scope = scope
        return plan
    }
}

private extension RuleCompiler {
    mutating func requirement() -> RulePlan? {
        switch rule.requirement {
        case .condition(let scalar):
            return condition(scalar).map { RulePlan(rule: rule, expression: CellText.trimmed(scalar.text), verdict: $0) }
        case .bareTarget, .membership: return nil
        case .target(let scalar, let target):
            let kind = kind(of: target)
            guard let observed = observed(scalar), let kind else { return nil }
            var context = LoweringContext(vocabulary: vocabulary)
            let lowering = (kind as? any RecordTargetKind)?.lower(target.limit, onto: observed, in: &context)
            diagnostics.append(context.diagnostics)
            if let lowering { checkHundredfold(observed, lowering) }
            return lowering.flatMap { plan($0, observed: observed, target: target) }
        }
    }

    mutating func kind(of target: Rule.TargetText) -> (any TargetKind)? {
        if let kind = targets.first(where: { $0.name == target.kind }) { return kind }
        diagnostics.append(.unknownTarget(target.kind, among: targets.map(\.name), at: target.kindLocation))
        return nil
    }

    mutating func condition(_ scalar: YAMLScalar) -> FieldProgram? {
        guard let checked = check(scalar) else { return nil }
        guard checked.type == .bool else {
            diagnostics.append(.notACondition(checked.type, in: scalar))
            return nil
        }
        _ = measure(checked.root, in: scalar)
        return FieldProgram(checked, in: environment, table: table)
    }

    mutating func observed(_ scalar: YAMLScalar) -> Observed? {
        guard let checked = check(scalar) else { return nil }
        let measure = measure(checked.root, in: scalar)
        checkNone(checked, in: scalar)
        return Observed(
            expression: checked.root, type: checked.type, measure: measure, ratio: ratio(checked.root, in: scalar),
            isCount: measure.isWhole && isCount(checked.root), scalar: scalar)
    }

    /// Checks an expression and reports its faults; a comment that cut it off is likelier than what it says then.
    mutating func check(_ scalar: YAMLScalar) -> CheckedExpression? {
        do throws(ExpressionFaults) {
            let checked = try environment.checkedRule(scalar.text)
            for fault in PatternCheck.faults(of: checked.root, in: environment) {
                diagnostics.append(.expression(fault, in: scalar))
            }
            return checked
        } catch {
            if let comment = scalar.comment, error.all.contains(where: { isCutOff(scalar, $0) }) {
                diagnostics.append(.expressionCutByComment(scalar, comment: comment))
            } else {
                let advice = ExpressionAdvice(scalar.text, table: table, vocabulary: vocabulary)
                for fault in error.all { diagnostics.append(.expression(advice.fault(fault), in: scalar)) }
            }
            return nil
        }
    }

    /// Whether a fault may come of what is missing at the expression's end.
    func isCutOff(_ scalar: YAMLScalar, _ fault: ExpressionFault) -> Bool {
        fault.range.upperBound >= scalar.text.unicodeScalars.count || ["unclosed-quote", "unclosed-bracket"].contains(fault.code)
    }

    mutating func measure(_ expression: Expression, in scalar: YAMLScalar) -> Measure {
        var checker = MeasureChecker(table: table, scalar: scalar)
        let measure = checker.measure(expression)
        diagnostics.append(checker.diagnostics)
        return measure
    }

    /// Numerator and denominator where the value is a quotient of whole counts; a number that the rule
    /// states itself is none, for nobody can change it.
    mutating func ratio(_ expression: Expression, in scalar: YAMLScalar) -> Observed.Ratio? {
        guard case .call(Operator.divide, nil, let operands) = expression.node, operands.count == 2,
              operands.allSatisfy(isCount)
        else { return nil }
        let (lhs, rhs) = (measure(operands[0], in: scalar), measure(operands[1], in: scalar))
        guard lhs.isWhole, rhs.isWhole else { return nil }
        return Observed.Ratio(
            numerator: operands[0], denominator: operands[1], isOfOneKind: lhs.basis == rhs.basis && lhs.unit == rhs.unit)
    }

    /// Whether one more of what is counted is one more of the value: a field, or a sum of fields.
    func isCount(_ expression: Expression) -> Bool {
        switch expression.node {
        case .identifier(let name): table.fields[name] != nil
        case .call(Operator.add, nil, let operands): operands.allSatisfy(isCount)
        default: false
        }
    }

    /// `a / b * 100` against a percentage: the commonest way to be wrong by a factor of a hundred.
    mutating func checkHundredfold(_ observed: Observed, _ lowering: Lowering) {
        guard lowering.limit.unit?.isRatioSign == true, observed.measure.basis == .dimension(.pure),
              case .call(Operator.multiply, nil, let operands) = observed.expression.node,
              let hundred = operands.first(where: { operand in
                  if case .constant(let value) = operand.node { value.number == 100 } else { false }
              })
        else { return }
        diagnostics.append(.hundredfoldShare(at: observed.scalar.location(of: hundred.range)))
    }

    /// A field that may have none has to be ruled out by the scope before it can be measured.
    mutating func checkNone(_ checked: CheckedExpression, in scalar: YAMLScalar) {
        let scope = rule.scope?.text ?? ""
        for name in checked.referencedVariables where table.fields[name]?.blank == Field.Blank.none {
            if !scope.contains(name), !scalar.text.contains("null") { diagnostics.append(.observesNone(name, at: scalar.location)) }
        }
    }

    mutating func plan(_ lowering: Lowering, observed: Observed, target: Rule.TargetText) -> RulePlan? {
        guard let verdict = program(lowering.verdict, target), let value = program(observed.expression, target)
        else { return nil }
        var plan = RulePlan(
            rule: rule, limit: lowering.limit, expression: CellText.trimmed(observed.scalar.text), verdict: verdict)
        plan.observed = value
        plan.countedTitle = title(of: observed.ratio?.numerator ?? observed.expression)
        plan.gap = lowering.gap.flatMap { program($0, target) }
        plan.closings = lowering.closings.compactMap { closing in
            program(closing.amount, target).map { RulePlan.Closing(kind: closing.kind, amount: $0) }
        }
        if let share = lowering.share, let part = program(share.numerator, target),
           let whole = program(share.denominator, target) {
            plan.share = RulePlan.Share(
                numerator: part, denominator: whole,
                texts: (text(of: share.numerator, in: observed.scalar), text(of: share.denominator, in: observed.scalar)))
        }
        return plan
    }

    func title(of expression: Expression) -> Localized? {
        guard case .identifier(let name) = expression.node else { return nil }
        return table.fields[name]?.title
    }

    func text(of expression: Expression, in scalar: YAMLScalar) -> String {
        let scalars = Array(scalar.text.unicodeScalars)
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[expression.range.clamped(to: 0..<scalars.count)])
        return CellText.trimmed(text)
    }

    /// Plans an expression that a target made; what does not check there is a fault of the target.
    mutating func program(_ expression: Expression, _ target: Rule.TargetText) -> FieldProgram? {
        do throws(ExpressionFaults) {
            return FieldProgram(try environment.check(expression), in: environment, table: table)
        } catch {
            for fault in error.all {
                diagnostics.append(Diagnostic(code: fault.code, at: target.kindLocation, message: fault.message, help: fault.help))
            }
            return nil
        }
    }

    /// A case that gives a field which the table does not have tests nothing.
    mutating func checkCases() {
        for example in rule.cases {
            for (name, given) in example.given where table.fields[name] == nil {
                diagnostics.append(.unknownField(name, table: table.name, among: table.fields.keys, at: given.location))
            }
            // A value that nobody can read tests nothing, unless that is what the case is about.
            guard example.reason != .unreadable, example.reason != .scopeUnknown else { continue }
            for (name, given) in example.given {
                guard let field = table.fields[name], case .unreadable(let cause) = CellReader(field).read(given.text ?? "") else { continue }
                diagnostics.append(.unreadableGiven(given.text ?? "", of: field, cause: cause, at: given.location))
            }
        }
    }
}
