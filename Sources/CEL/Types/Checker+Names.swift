/// Names and fields: what they mean in an environment, or in the loops around.
extension Checker {
    private func local(_ name: String) -> Type? { locals.last { $0.name == name }?.type }

    func isLocal(_ path: String) -> Bool {
        local(String(path.prefix { $0 != "." })) != nil
    }

    /// The variable or constant that a name or a path of names means; nil where it means none.
    @inline(never)
    private mutating func resolved(_ expression: Expression, _ name: String) -> Typed? {
        for candidate in environment.candidates(for: name) {
            if let type = environment.variables[candidate] {
                if seenVariables.insert(candidate).inserted { variables.append(candidate) }
                // A dot before the name keeps a loop variable of the same name from hiding the variable.
                return finish(expression, .identifier(isLocal(candidate) ? ".\(candidate)" : candidate), type)
            }
            if let constant = environment.constant(candidate) {
                return finish(expression, .constant(constant.value), constant.type)
            }
        }
        return nil
    }

    @inline(never)
    mutating func identifier(_ expression: Expression, _ name: String) -> Typed {
        if let type = local(name) { return finish(expression, expression.node, type) }
        if let found = resolved(expression, name) { return found }
        if !isFull { report(.undeclaredName(name, known: visibleNames, at: expression.range)) }
        return finish(expression, expression.node, .dyn)
    }

    private var visibleNames: [String] {
        locals.map(\.name).filter { !$0.hasPrefix("@") } + environment.variables.keys.sorted()
            + Environment.plainTypeNames
    }

    @inline(never)
    mutating func select(
        _ expression: Expression, _ operand: Expression, _ field: String, isTest: Bool
    ) -> Typed {
        if !isTest, let path = expression.qualifiedName, !isLocal(path), let found = resolved(expression, path) {
            return found
        }
        let checked = check(operand)
        let node = Expression.Node.select(operand: checked.expression, field: field, isTest: isTest)
        // Any map may be asked for a key, also one whose keys are no texts: it has none of the name.
        if isTest, case .map = substitution.applied(to: checked.type) { return finish(expression, node, .bool) }
        let type = selectedType(field, of: checked.type, at: expression.focus)
        return finish(expression, node, isTest ? .bool : type)
    }

    /// The type of a field; of an optional operand's field, an optional one.
    @inline(never)
    mutating func selectedType(_ field: String, of operand: Type, at range: Range<Int>) -> Type {
        let type = substitution.applied(to: operand)
        guard case .abstract(Type.optionalName, let arguments) = type, let wrapped = arguments.first else {
            return fieldType(field, of: type, at: range)
        }
        return .optional(fieldType(field, of: substitution.applied(to: wrapped), at: range))
    }

    @inline(never)
    private mutating func fieldType(_ field: String, of type: Type, at range: Range<Int>) -> Type {
        switch type {
        case .dyn, .parameter: return .dyn
        case .map(let key, let value):
            if substitution.assign(.string, to: key) { return value }
            report(.noFields(type, field: field, at: range))
        case .record(let name):
            if let found = environment.types.type(ofField: field, of: name) { return found }
            report(.unknownField(field, of: name, known: environment.types.fields(of: name) ?? [], at: range))
        default: report(.noFields(type, field: field, at: range))
        }
        return .dyn
    }
}

extension Checker {
    /// The function that `target.name(…)` means where `target` is a name space; nil for a member call.
    func namespacedFunction(_ function: String, target: Expression) -> String? {
        guard let path = target.qualifiedName, !isLocal(path) else { return nil }
        return environment.functionName(for: "\(path).\(function)")
    }
}

extension Expression {
    /// `a.b.c` for a chain of plain selections from a name; nil for anything else.
    var qualifiedName: String? {
        switch node {
        case .identifier(let name): name
        case .select(let operand, let field, false): operand.qualifiedName.map { "\($0).\(field)" }
        default: nil
        }
    }
}
