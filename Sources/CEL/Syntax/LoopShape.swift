/// A loop that looks as a standard macro makes it: the macro, and what follows the loop's variable in its call.
struct LoopShape {
    let macro: String
    let arguments: [Expression]

    init(macro: String, arguments: [Expression]) {
        self.macro = macro
        self.arguments = arguments
    }

    /// The shape of a loop; nil for a loop that no standard macro makes.
    ///
    /// - Complexity: O(*n*) in the nodes of the loop's condition and element, which must not name the accumulator.
    init?(_ loop: Expression.Comprehension) {
        guard loop.secondVariable == nil, loop.isNamedPlainly, loop.result.isName(loop.accumulator),
            let shape = LoopShape(quantifier: loop) ?? LoopShape(collection: loop),
            !shape.arguments.contains(where: { $0.names(loop.accumulator) })
        else { return nil }
        self = shape
    }

    /// `all` folds with `&&` from true, `exists` with `||` from false.
    private init?(quantifier loop: Expression.Comprehension) {
        guard case .constant(.bool(let isAll)) = loop.initial.node,
            let open = loop.condition.operands(of: InternalFunction.notStrictlyFalse, count: 1)?[0],
            let step = loop.step.operands(of: isAll ? Operator.and : Operator.or, count: 2),
            step[0].isName(loop.accumulator)
        else { return nil }
        let folded = isAll ? open : open.operands(of: Operator.not, count: 1)?[0]
        guard folded?.isName(loop.accumulator) == true else { return nil }
        self.init(macro: isAll ? "all" : "exists", arguments: [step[1]])
    }

    /// `map` and `filter` append to an empty list.
    private init?(collection loop: Expression.Comprehension) {
        guard case .list(let none) = loop.initial.node, none.isEmpty, case .constant(.bool(true)) = loop.condition.node
        else { return nil }
        if let element = loop.appended(by: loop.step) {
            self.init(macro: "map", arguments: [element])
            return
        }
        guard let choice = loop.step.operands(of: Operator.conditional, count: 3),
            let element = loop.appended(by: choice[1]), choice[2].isName(loop.accumulator)
        else { return nil }
        let isFilter = element.isName(loop.variable)
        self.init(macro: isFilter ? "filter" : "map", arguments: isFilter ? [choice[0]] : [choice[0], element])
    }
}

private extension Expression.Comprehension {
    /// Whether a macro's call can write the variable.
    var isNamedPlainly: Bool {
        variable != accumulator && variable.unicodeScalars.first?.isNameStart == true
            && variable.unicodeScalars.allSatisfy { $0.isNameStart || $0.isDigit }
    }

    /// What a step appends to the accumulator; nil for any other step.
    func appended(by step: Expression) -> Expression? {
        guard let operands = step.operands(of: InternalFunction.append, count: 2), operands[0].isName(accumulator) else {
            return nil
        }
        return operands[1]
    }
}

private extension Expression {
    func isName(_ name: String) -> Bool {
        if macroCall == nil, case .identifier(name) = node { return true }
        return false
    }

    func operands(of function: String, count: Int) -> [Expression]? {
        guard macroCall == nil, case .call(function, nil, let arguments) = node, arguments.count == count else {
            return nil
        }
        return arguments
    }

    /// Whether a variable of this name is read anywhere below where no loop hides it.
    func names(_ name: String) -> Bool { freeNames.contains { $0.prefix { $0 != "." } == name } }
}
