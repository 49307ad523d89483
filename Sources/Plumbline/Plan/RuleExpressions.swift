import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Checks the expressions over one table's records, reports their faults where the author wrote them, and plans them.
struct RuleExpressions {
    let table: Table
    let vocabulary: Vocabulary
    private(set) var environment: Environment
    /// What variables stand for that a target brought.
    private var figures: [String: FigurePlan] = [:]
    /// What is known already of expressions over the same names; nil where nothing is kept.
    var memory: ExpressionMemory.Part?
    var diagnostics = Diagnostics()

    init(table: Table, vocabulary: Vocabulary, setting: RuleSetting, language: RuleLanguage) {
        self.init(
            table: table, vocabulary: vocabulary,
            environment: RuleEnvironment.of(table, vocabulary: vocabulary, setting: setting, language: language))
    }

    init(table: Table, vocabulary: Vocabulary, environment: Environment) {
        self.table = table
        self.vocabulary = vocabulary
        self.environment = environment
    }

    /// Adds a target's own variables, by names that no text can write.
    mutating func add(_ plans: [FigurePlan]) {
        guard !plans.isEmpty else { return }
        let types = plans.reduce(into: environment.variables) { $0[$1.name] = $1.type }
        environment = environment.with(variables: types)
        // What the new names stand for is the rule's own.
        memory = nil
        for plan in plans { figures[plan.name] = plan }
    }

    /// Checks an expression and reports its faults; a comment that cut it off is likelier than what it says then.
    mutating func check(_ scalar: YAMLScalar) -> CheckedExpression? {
        if let known = memory?.checked(scalar.text) { return known }
        do throws(ExpressionFaults) {
            let checked = try environment.checkedRule(scalar.text)
            let faults = PatternCheck.faults(of: checked.root, in: environment)
            for fault in faults { diagnostics.append(.expression(fault, in: scalar)) }
            if faults.isEmpty { memory?.note(checked, of: scalar.text) }
            return checked
        } catch {
            if let comment = scalar.comment, error.all.contains(where: { isCutOff(scalar, $0) }) {
                diagnostics.append(.expressionCutByComment(scalar, comment: comment))
            } else {
                let advice = ExpressionAdvice(
                    scalar.text, table: table, vocabulary: vocabulary, parameters: environment.parameterNames)
                for fault in error.all { diagnostics.append(.expression(advice.fault(fault), in: scalar)) }
            }
            return nil
        }
    }

    /// Checks and plans a condition; nil, with a fault reported, where it is none.
    mutating func condition(_ scalar: YAMLScalar) -> FieldProgram? { checkCondition(scalar).map { program($0) } }

    /// Checks a condition; nil, with a fault reported, where it is none.
    mutating func checkCondition(_ scalar: YAMLScalar) -> CheckedExpression? {
        guard let checked = check(scalar) else { return nil }
        guard checked.type == .bool else {
            diagnostics.append(.notACondition(checked.type, in: scalar))
            return nil
        }
        _ = measure(checked.root, of: checked, in: scalar)
        return checked
    }

    /// What a part of a checked expression measures.
    mutating func measure(_ expression: Expression, of checked: CheckedExpression, in scalar: YAMLScalar) -> Measure {
        let isWhole = expression.id == checked.root.id
        if isWhole, let known = memory?.measure(scalar.text) { return known }
        var checker = MeasureChecker(table: table, vocabulary: vocabulary, checked: checked, scalar: scalar, environment: environment)
        let measure = checker.measure(expression)
        diagnostics.append(checker.diagnostics)
        if isWhole, checker.diagnostics.isEmpty { memory?.note(measure, of: scalar.text) }
        return measure
    }

    func program(_ checked: CheckedExpression) -> FieldProgram {
        remembered(checked.root) {
            lifted(checked) ?? FieldProgram(
                checked, program: environment.program(checked), figures: figures, in: environment, table: table,
                vocabulary: vocabulary)
        }
    }

    /// What a tree came to before, else what it comes to now.
    private func remembered<Fault: Error>(_ tree: Expression, _ compile: () throws(Fault) -> FieldProgram) throws(Fault) -> FieldProgram {
        guard let memory else { return try compile() }
        if let known = memory.program(tree) { return known }
        let made = try compile()
        memory.note(made, of: tree)
        return made
    }

    /// The program with the aggregates lifted out that rest on a reference alone; nil where there are none.
    private func lifted(_ checked: CheckedExpression) -> FieldProgram? {
        var lifting = AggregateLifting(table: table)
        let root = lifting.lifted(checked.root)
        guard !lifting.pieces.isEmpty else { return nil }
        var variables = environment.variables
        var aggregates: [String: LiftedAggregate] = [:]
        for piece in lifting.pieces {
            guard case .reference(let name)? = table.fields[piece.reference]?.type, let parent = vocabulary.tables[name] else { return nil }
            let inner = environment.with(variables: vocabulary.variables(of: parent))
            guard let part = try? inner.check(piece.expression) else { return nil }
            let program = FieldProgram(part, program: inner.program(part), in: inner, table: parent, vocabulary: vocabulary)
            aggregates[piece.name] = LiftedAggregate(reference: piece.reference, program: program)
            variables[piece.name] = part.type
        }
        let outer = environment.with(variables: variables)
        guard let whole = try? outer.check(root) else { return nil }
        return FieldProgram(
            checked, program: outer.program(whole), lifted: aggregates, figures: figures, in: environment, table: table,
            vocabulary: vocabulary)
    }

    /// Plans an expression that code made; what does not check there is a fault of whoever made it, told at a place.
    mutating func program(_ expression: Expression, at place: Location) -> FieldProgram? {
        do throws(ExpressionFaults) {
            return try remembered(expression) { () throws(ExpressionFaults) in program(try environment.check(expression)) }
        } catch {
            for fault in error.all {
                diagnostics.append(Diagnostic(code: fault.code, at: place, message: fault.message, help: fault.help))
            }
            return nil
        }
    }

    /// Whether a fault may come of what is missing at the expression's end.
    private func isCutOff(_ scalar: YAMLScalar, _ fault: ExpressionFault) -> Bool {
        fault.range.upperBound >= scalar.text.unicodeScalars.count || ["unclosed-quote", "unclosed-bracket"].contains(fault.code)
    }
}
