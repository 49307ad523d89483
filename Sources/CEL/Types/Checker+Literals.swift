/// Literals that stand for values of an abstract type: `kind == 'hospital'`.
extension Checker {
    /// The arguments with literals converted for the first overload that makes a conversion possible
    /// without a fault, else for the first one at all; nil where none does. Faults are reported here.
    @inline(never)
    mutating func adapting(_ arguments: [Typed], to candidates: [Overload]) -> (arguments: [Typed]?, anyFault: Bool) {
        guard arguments.contains(where: { $0.expression.hasTextLiteral }) else { return (nil, false) }
        var faulty: [ExpressionFault] = []
        for candidate in candidates {
            guard let (adapted, faults) = adapting(arguments, to: candidate) else { continue }
            if faults.isEmpty { return (adapted, false) }
            if faulty.isEmpty { faulty = faults }
        }
        faulty.forEach { report($0) }
        return faulty.isEmpty ? (nil, false) : (arguments, true)
    }

    /// The arguments as one overload takes them, and the faults of literals; nil where the other
    /// arguments do not suit it or no literal stands for an abstract value.
    @inline(never)
    mutating func adapting(_ arguments: [Typed], to candidate: Overload) -> ([Typed], [ExpressionFault])? {
        var trial = substitution
        let parameters = trial.instantiated(candidate.parameters)
        let fixed = arguments.indices.filter { !arguments[$0].expression.hasTextLiteral }
        guard trial.assign(fixed.map { arguments[$0].type }, to: fixed.map { parameters[$0] }) else { return nil }
        var adapted = arguments
        var faults: [ExpressionFault] = []
        var isChanged = false
        for index in arguments.indices where !fixed.contains(index) {
            let wanted = trial.applied(to: parameters[index])
            switch convert(arguments[index].expression, to: wanted) {
            case .kept:
                guard trial.assign(arguments[index].type, to: wanted) else { return nil }
            case .converted(let expression, let isMixed):
                adapted[index] = Typed(expression: expression, type: isMixed ? .list(.dyn) : wanted)
                isChanged = true
            case .failed(let found):
                faults += found
                isChanged = true
            }
        }
        return isChanged ? (adapted, faults) : nil
    }

    enum Conversion {
        /// Nothing in the expression stands for a value of the wanted type.
        case kept
        /// A mixed list has elements besides that are not of the wanted type.
        case converted(Expression, isMixed: Bool)
        case failed([ExpressionFault])
    }

    func convert(_ expression: Expression, to wanted: Type) -> Conversion {
        switch (expression.node, wanted) {
        case (.constant(.string(let text)), .abstract):
            switch environment.literals.convert(text, to: wanted) {
            case .notApplicable: return .kept
            case .value(let value):
                return .converted(
                    Expression(id: expression.id, range: expression.range, focus: expression.focus, node: .constant(value)),
                    isMixed: false)
            case .fault(let message, let help):
                return .failed([.badLiteral(message, help: help, at: expression.range)])
            }
        case (.list(let elements), .list(let element)):
            return convertAll(elements, to: element) { .list($0) }(expression)
        case (.call(Operator.conditional, nil, let arguments), .abstract),
            (.call(Operator.conditional, nil, let arguments), .list):
            return convertAll(Array(arguments.dropFirst()), to: wanted) {
                .call(function: Operator.conditional, target: nil, arguments: [arguments[0]] + $0)
            }(expression)
        default: return .kept
        }
    }

    /// Converts parts of an expression and puts it together again.
    func convertAll(
        _ parts: [Expression], to wanted: Type, rebuild: @escaping ([Expression]) -> Expression.Node
    ) -> (Expression) -> Conversion {
        var faults: [ExpressionFault] = []
        var isChanged = false
        var allFit = true
        let converted = parts.map { part in
            switch convert(part, to: wanted) {
            case .kept:
                allFit = allFit && fits(part, wanted)
                return part
            case .converted(let new, let isMixed):
                isChanged = true
                allFit = allFit && !isMixed
                return new
            case .failed(let found):
                faults += found
                return part
            }
        }
        return { whole in
            if !faults.isEmpty { return .failed(faults) }
            guard isChanged, allFit || whole.isList else { return .kept }
            return .converted(
                Expression(id: whole.id, range: whole.range, focus: whole.focus, node: rebuild(converted)),
                isMixed: !allFit)
        }
    }
}

extension Expression {
    var isList: Bool {
        if case .list = node { return true }
        return false
    }

    /// Whether this is a text literal, or a list or a conditional that holds one.
    var hasTextLiteral: Bool {
        switch node {
        case .constant(.string): true
        case .list(let elements): elements.contains { $0.hasTextLiteral }
        case .call(Operator.conditional, nil, let arguments):
            arguments.dropFirst().contains { $0.hasTextLiteral }
        default: false
        }
    }
}
