/// A loop as the call of a standard macro, for trees in which no call says so.
struct WrittenLoop {
    let loop: Expression.Comprehension
    let macro: String
    /// What follows the loop's variable in the call.
    let arguments: [Expression]

    /// nil for a node that no standard macro makes, or that says itself how it was written.
    init?(_ expression: Expression) {
        guard expression.macroCall == nil else { return nil }
        switch expression.node {
        case .comprehension(let loop): self.init(loop)
        case .call(InternalFunction.isSingle, nil, let arguments):
            guard arguments.count == 1, let inner = WrittenLoop(arguments[0]), inner.macro == "filter" else { return nil }
            self.init(inner.loop, "exists_one", inner.arguments)
        default: return nil
        }
    }

    private init?(_ loop: Expression.Comprehension) {
        guard loop.secondVariable == nil, loop.isNamedPlainly, let shape = LoopShape(loop) else { return nil }
        switch shape {
        case .quantifier(let condition, let decider): self.init(loop, decider ? "exists" : "all", [condition])
        case .gathering(nil, let element): self.init(loop, "map", [element])
        case .gathering(let condition?, let element):
            let isFilter = element.isName(loop.variable)
            self.init(loop, isFilter ? "filter" : "map", isFilter ? [condition] : [condition, element])
        }
    }

    private init(_ loop: Expression.Comprehension, _ macro: String, _ arguments: [Expression]) {
        self.loop = loop
        self.macro = macro
        self.arguments = arguments
    }
}

private extension Expression.Comprehension {
    /// Whether a macro's call can write the variable.
    var isNamedPlainly: Bool {
        variable != accumulator && variable.unicodeScalars.first?.isNameStart == true
            && variable.unicodeScalars.allSatisfy { $0.isNameStart || $0.isDigit }
    }
}
