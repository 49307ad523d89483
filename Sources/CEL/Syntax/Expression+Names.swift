extension Expression {
    /// The variables that the expression reads, each once, in the order of the text: paths as far as they are written,
    /// such as `a.b` in `a.b > 1` and in `has(a.b)`. What a loop names, its variables and its accumulator, is left out
    /// where it is in scope; a name with a dot before it never means a loop's.
    ///
    /// Before checking, a constant, a type and a name space count too, such as `math` in `math.abs(x)`, because only
    /// an environment tells them from variables; a checked tree has them apart. See also
    /// ``CheckedExpression/referencedVariables``. Within a macro's call, the names are those of its expansion.
    ///
    /// - Complexity: O(*n*) in the nodes, on a stack that does not grow.
    public var freeNames: [String] {
        var walk = NameWalk()
        return walk.names(of: self)
    }

    /// The functions and operators that the expression calls, each once, in the order of the text: `size`, `_+_`, and
    /// macros by their name, such as `all`. What a macro's call expands to is left out, and so is what no text can name.
    ///
    /// Before checking, a function in a name space goes by its last name: `abs` for `math.abs(x)`.
    ///
    /// - Complexity: O(*n*) in the nodes of the expression as it is written, on a stack that does not grow.
    public var calledFunctions: [String] {
        var walk = FunctionWalk()
        return walk.functions(of: self)
    }
}

/// Texts in the order in which they came first.
private struct DistinctNames {
    private(set) var all: [String] = []
    private var seen: Set<String> = []

    mutating func add(_ name: String) {
        if seen.insert(name).inserted { all.append(name) }
    }
}

// MARK: - Variables

private struct NameWalk {
    private enum Task {
        case node(Expression)
        case enter([String])
        case leave([String])
    }

    private var pending: [Task] = []
    /// How many loops that are open here bind a name.
    private var bound: [String: Int] = [:]
    private var found = DistinctNames()

    mutating func names(of expression: Expression) -> [String] {
        pending = [.node(expression)]
        while let task = pending.popLast() {
            switch task {
            case .node(let expression): look(at: expression)
            case .enter(let names): for name in names { bound[name, default: 0] += 1 }
            case .leave(let names): for name in names { bound[name, default: 1] -= 1 }
            }
        }
        return found.all
    }

    private mutating func look(at expression: Expression) {
        if let path = expression.writtenPath {
            if bound[String(path.prefix { $0 != "." }), default: 0] == 0 { found.add(path) }
        } else if case .comprehension(let loop) = expression.node {
            pending += tasks(of: loop).reversed()
        } else {
            pending += expression.children.reversed().map { .node($0) }
        }
    }

    /// The range and the beginning stand outside of the loop, the result knows the accumulator only.
    private func tasks(of loop: Expression.Comprehension) -> [Task] {
        let variables = [loop.variable] + (loop.secondVariable.map { [$0] } ?? [])
        return [
            .node(loop.range), .node(loop.initial), .enter([loop.accumulator]), .enter(variables),
            .node(loop.condition), .node(loop.step), .leave(variables), .node(loop.result), .leave([loop.accumulator]),
        ]
    }
}

private extension Expression {
    /// `a.b.c` for a chain of selections from a name, the last of which may be a test; nil for anything else.
    var writtenPath: String? {
        if case .select(let operand, let field, true) = node { return operand.qualifiedName.map { "\($0).\(field)" } }
        return qualifiedName
    }
}

// MARK: - Functions

private struct FunctionWalk {
    private enum Task {
        case node(Expression)
        case name(String)
    }

    private var pending: [Task] = []
    private var found = DistinctNames()

    mutating func functions(of expression: Expression) -> [String] {
        pending = [.node(expression)]
        while let task = pending.popLast() {
            switch task {
            case .node(let expression): pending += tasks(of: expression).reversed()
            case .name(let name) where isInternal(name): break
            case .name(let name): found.add(name)
            }
        }
        return found.all
    }

    private func isInternal(_ name: String) -> Bool { name != Operator.isIn && name.utf8.contains(UInt8(ascii: "@")) }

    private func tasks(of expression: Expression) -> [Task] {
        switch expression.macroCall ?? expression.node {
        case .select(let operand, _, true): [.name("has"), .node(operand)]
        case .call(let function, let target, let arguments): tasks(of: function, target, arguments)
        default: expression.children.map { .node($0) }
        }
    }

    /// An operator stands after its first operand, a member function after its target, any other before its arguments.
    private func tasks(of function: String, _ target: Expression?, _ arguments: [Expression]) -> [Task] {
        let operands = arguments.map { Task.node($0) }
        if let target { return [.node(target), .name(function)] + operands }
        guard Operator.spelling(of: function) != nil, operands.count > 1 else { return [.name(function)] + operands }
        return [operands[0], .name(function)] + operands.dropFirst()
    }
}
