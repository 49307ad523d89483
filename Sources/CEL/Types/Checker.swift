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
    private var locals: [(name: String, type: Type)] = []
    private var types: [Type] = []
    private var overloads: [Int: [Overload]] = [:]
    private var variables: [String] = []
    private var seenVariables: Set<String> = []

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

// MARK: - Names

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
    private mutating func identifier(_ expression: Expression, _ name: String) -> Typed {
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
    private mutating func select(
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

// MARK: - Aggregates and loops

extension Checker {
    @inline(never)
    private mutating func list(_ expression: Expression, _ elements: [Expression]) -> Typed {
        var joined: Type?
        var checked: [Expression] = []
        for element in elements {
            let typed = part(element)
            checked.append(typed.expression)
            joined = joined.map { substitution.join($0, typed.type) } ?? typed.type
        }
        return finish(expression, .list(checked), .list(joined ?? substitution.newParameter()))
    }

    /// An element, or an entry's or field's value, which may be an optional one that is left out where it is absent.
    @inline(never)
    private mutating func part(_ expression: Expression) -> Typed {
        guard case .call(Operator.optionalElement, nil, let arguments) = expression.node, arguments.count == 1 else {
            return check(expression)
        }
        let inner = check(arguments[0])
        if !environment.hasOptionals { report(.noOptionals(at: expression.focus)) }
        let wrapped = substitution.newParameter()
        let type = substitution.applied(to: inner.type)
        if !substitution.assign(type, to: .optional(wrapped)) { report(.optionalExpected(type, at: arguments[0].range)) }
        let node = Expression.Node.call(
            function: Operator.optionalElement, target: nil, arguments: [inner.expression])
        return finish(expression, node, wrapped)
    }

    @inline(never)
    private mutating func map(_ expression: Expression, _ entries: [Expression.MapEntry]) -> Typed {
        var joinedKey: Type?
        var joinedValue: Type?
        var checked: [Expression.MapEntry] = []
        for entry in entries {
            let (key, value) = (check(entry.key), part(entry.value))
            if !canBeKey(key.type) { report(.unsupportedKeyType(key.type, at: entry.key.range)) }
            checked.append(.init(key: key.expression, value: value.expression))
            joinedKey = joinedKey.map { substitution.join($0, key.type) } ?? key.type
            joinedValue = joinedValue.map { substitution.join($0, value.type) } ?? value.type
        }
        let type = Type.map(
            key: joinedKey ?? substitution.newParameter(), value: joinedValue ?? substitution.newParameter())
        return finish(expression, .map(checked), type)
    }

    @inline(never)
    private mutating func record(_ expression: Expression, _ name: String, _ fields: [Expression.FieldEntry]) -> Typed {
        let full = environment.recordName(for: name)
        if full == nil { report(.unknownRecord(name, at: expression.focus)) }
        var checked: [Expression.FieldEntry] = []
        for field in fields {
            let value = part(field.value)
            checked.append(.init(name: field.name, value: value.expression))
            if let full { recordField(field, of: full, value.type) }
        }
        return finish(expression, .record(type: full ?? name, fields: checked), full.map { .record($0) } ?? .dyn)
    }

    @inline(never)
    private mutating func recordField(_ field: Expression.FieldEntry, of record: String, _ found: Type) {
        guard let wanted = environment.types.type(ofField: field.name, of: record) else {
            let known = environment.types.fields(of: record) ?? []
            return report(.unknownField(field.name, of: record, known: known, at: field.value.range))
        }
        let type = substitution.applied(to: found)
        if !substitution.assign(type, to: wanted) {
            report(.fieldMismatch(field.name, wanted: wanted, found: type, at: field.value.range))
        }
    }

    private func canBeKey(_ type: Type) -> Bool {
        switch substitution.applied(to: type) {
        case .bool, .int, .uint, .string, .dyn, .parameter: true
        default: false
        }
    }

    /// A loop has five parts, and loops nest: they are held in a list and not on the stack.
    @inline(never)
    private mutating func comprehension(_ expression: Expression) -> Typed {
        guard case .comprehension(let loop) = expression.node else { return finish(expression, expression.node, .dyn) }
        var parts: [Typed] = []
        check(loop.range, into: &parts)
        check(loop.initial, into: &parts)
        let depth = locals.count
        enter(loop, parts)
        check(loop.condition, into: &parts)
        check(loop.step, into: &parts)
        leaveBody(parts, depth)
        check(loop.result, into: &parts)
        locals.removeLast()
        return closed(expression, parts)
    }

    @inline(never)
    private mutating func check(_ expression: Expression, into parts: inout [Typed]) { parts.append(check(expression)) }

    /// Puts the accumulator and the variables in scope, after the range and the beginning.
    @inline(never)
    private mutating func enter(_ loop: Expression.Comprehension, _ parts: [Typed]) {
        locals.append((loop.accumulator, parts[1].type))
        locals += variableTypes(of: loop, over: parts[0])
    }

    /// Takes the variables out of scope, after the step, and settles the accumulator's type.
    @inline(never)
    private mutating func leaveBody(_ parts: [Typed], _ depth: Int) {
        locals.removeLast(locals.count - depth - 1)
        locals[depth].type = substitution.join(parts[1].type, parts[3].type)
    }

    @inline(never)
    private mutating func closed(_ expression: Expression, _ parts: [Typed]) -> Typed {
        guard case .comprehension(var loop) = expression.node else { return finish(expression, expression.node, .dyn) }
        loop.range = parts[0].expression
        loop.initial = parts[1].expression
        loop.condition = parts[2].expression
        loop.step = parts[3].expression
        loop.result = parts[4].expression
        return finish(expression, .comprehension(loop), parts[4].type)
    }

    /// The types of a loop's variables: the element or the key, or where there are two, index and element, or key and
    /// value.
    @inline(never)
    private mutating func variableTypes(
        of loop: Expression.Comprehension, over range: Typed
    ) -> [(name: String, type: Type)] {
        let types: (key: Type, value: Type, single: Type)
        switch substitution.applied(to: range.type) {
        case .list(let element): types = (.int, element, element)
        case .map(let key, let value): types = (key, value, key)
        case .dyn, .parameter: types = (.dyn, .dyn, .dyn)
        case let other:
            report(.notIterable(other, at: range.expression.range))
            types = (.dyn, .dyn, .dyn)
        }
        guard let second = loop.secondVariable else { return [(loop.variable, types.single)] }
        return [(loop.variable, types.key), (second, types.value)]
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
