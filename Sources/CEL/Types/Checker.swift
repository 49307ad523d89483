import Diagnostics

/// Settles the names and types of an expression, and gathers its faults.
///
/// A node at fault counts as `dyn` for the nodes around it, so that one fault is told once. The
/// functions that call each other are kept apart (`@inline(never)`), so that their frames stay small.
struct Checker {
    /// A node that was checked: the new node and its type.
    struct Typed {
        var expression: Expression
        var type: Type
    }

    let environment: Environment
    var substitution = Substitution()
    private(set) var faults: [ExpressionFault] = []
    private var seenFaults: Set<ExpressionFault> = []
    /// The variables of the loops around, the innermost last.
    var locals: [(name: String, type: Type)] = []
    private var types: [Type] = []
    private var overloads: [Int: [Overload]] = [:]
    /// What the expression names outside of itself, each once, in the order of its text.
    var variables: [String] = []
    var seenVariables: Set<String> = []

    init(environment: Environment) { self.environment = environment }

    mutating func checked(_ expression: Expression) throws(ExpressionFaults) -> CheckedExpression {
        let root = check(expression).expression
        if let first = faults.first { throw ExpressionFaults(first, Array(faults.dropFirst())) }
        return CheckedExpression(
            root: root, types: types.map { substitution.applied(to: $0, unboundAsDyn: true) }, overloads: overloads,
            referencedVariables: variables)
    }

    @inline(never)
    mutating func check(_ expression: Expression) -> Typed {
        switch expression.node {
        case .constant(let value): return finish(expression, expression.node, constantType(value))
        case .identifier(let name): return identifier(expression, name)
        case .select(let operand, let field, let isTest):
            return select(expression, operand, field, isTest: isTest)
        case .call(let function, let target, let arguments):
            return call(expression, function, target, arguments)
        case .list(let elements): return list(expression, elements)
        case .map(let entries): return map(expression, entries)
        case .record(let name, let fields): return record(expression, name, fields)
        case .comprehension: return comprehension(expression)
        }
    }

    /// Gives a node its id and writes down its type.
    @inline(never)
    mutating func finish(
        _ original: Expression, _ node: Expression.Node, _ found: Type, overloads: [Overload] = []
    ) -> Typed {
        let type = bounded(found, at: original.focus)
        let id = types.count
        types.append(type)
        if !overloads.isEmpty { self.overloads[id] = overloads }
        return Typed(
            expression: Expression(
                id: id, range: original.range, focus: original.focus, node: node, macroCall: original.macroCall),
            type: type)
    }

    /// The type, unless it nests deeper than an expression may: names for values can make types deeper than the tree,
    /// `cel.bind(a, [[0]], cel.bind(b, [[a]], b))`, and much here goes down a type level by level.
    private mutating func bounded(_ type: Type, at range: Range<Int>) -> Type {
        guard substitution.isDeep(type, past: environment.limits.nestingDepth) else { return type }
        report(.tooDeep(limit: environment.limits.nestingDepth, at: range))
        return .dyn
    }

    /// Adds a fault unless it was told already, as for a part that a macro repeats. Past a hundred,
    /// nothing is worded any more: nobody reads them.
    mutating func report(_ fault: ExpressionFault) {
        if !isFull, seenFaults.insert(fault).inserted { faults.append(fault) }
    }

    /// Whether enough faults were found; asked before a fault whose wording takes a search.
    var isFull: Bool { faults.count >= 100 }

    /// Whether a node that was checked may stand where a type is wanted.
    func fits(_ expression: Expression, _ wanted: Type) -> Bool {
        var trial = substitution
        return trial.assign(types[expression.id], to: wanted)
    }

    /// Writes down another type for a node that was checked, as a converted literal has it.
    mutating func retype(_ expression: Expression, as type: Type) {
        types[expression.id] = type
        switch (expression.node, type) {
        case (.constant(let value), _): types[expression.id] = constantType(value)
        case (.list(let elements), .list(let element)): elements.forEach { retype($0, as: element) }
        case (.call(Operator.conditional, nil, let arguments), .abstract),
            (.call(Operator.conditional, nil, let arguments), .list):
            arguments.dropFirst().forEach { retype($0, as: type) }
        default: break
        }
    }

    private func constantType(_ value: Value) -> Type {
        if case .type(let type) = value { return .type(type) }
        return value.type
    }
}
