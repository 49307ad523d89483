/// A loop as the standard macros make it, so that it can be run without an accumulator and written as a call.
///
/// Indirect, because planners hold one on the stack for every loop within another.
indirect enum LoopShape {
    /// `all` or `exists`: one element can decide. The decider is the answer that does.
    case quantifier(condition: Expression, decider: Bool)
    /// `map` or `filter`: what is gathered of the elements of which a condition holds, or of all.
    case gathering(condition: Expression?, element: Expression)

    /// The shape of a loop; nil for one that no standard macro makes, or whose parts ask for the accumulator.
    ///
    /// - Complexity: O(*n*) in the nodes of the loop's step.
    init?(_ loop: Expression.Comprehension) {
        guard loop.result.isName(loop.accumulator), let shape = LoopShape.quantifier(loop) ?? LoopShape.gathering(loop),
            !shape.parts.contains(where: { $0.mentions(loop.accumulator) })
        else { return nil }
        self = shape
    }

    private var parts: [Expression] {
        switch self {
        case .quantifier(let condition, _): [condition]
        case .gathering(let condition, let element): (condition.map { [$0] } ?? []) + [element]
        }
    }

    /// `all` folds with `&&` from true, `exists` with `||` from false, each for as long as nothing has decided.
    private static func quantifier(_ loop: Expression.Comprehension) -> LoopShape? {
        guard case .constant(.bool(let isAll)) = loop.initial.node,
            let open = loop.condition.operands(of: InternalFunction.notStrictlyFalse, count: 1)?[0],
            let sides = loop.step.operands(of: isAll ? Operator.and : Operator.or, count: 2),
            sides[0].isName(loop.accumulator)
        else { return nil }
        let folded = isAll ? open : open.operands(of: Operator.not, count: 1)?[0]
        guard folded?.isName(loop.accumulator) == true else { return nil }
        return .quantifier(condition: sides[1], decider: !isAll)
    }

    /// `map` and `filter` append to an empty list.
    private static func gathering(_ loop: Expression.Comprehension) -> LoopShape? {
        guard case .list(let none) = loop.initial.node, none.isEmpty, loop.condition.isTrue else { return nil }
        if let element = loop.appended(by: loop.step) { return .gathering(condition: nil, element: element) }
        guard let choice = loop.step.operands(of: Operator.conditional, count: 3), choice[2].isName(loop.accumulator),
            let element = loop.appended(by: choice[1])
        else { return nil }
        return .gathering(condition: choice[0], element: element)
    }
}

extension Expression.Comprehension {
    /// What a step appends to the accumulator; nil for any other step.
    func appended(by step: Expression) -> Expression? {
        guard let operands = step.operands(of: InternalFunction.append, count: 2), operands[0].isName(accumulator) else {
            return nil
        }
        return operands[1]
    }
}

extension Expression {
    /// Whether it is made for a list that holds what is not known, for a function over it to take out.
    var isHeld: Bool {
        guard case .call(let function, nil, _) = node else { return false }
        return [InternalFunction.hold, InternalFunction.condition, InternalFunction.choice].contains(function)
    }
}

private extension Expression {
    /// The arguments of a call of a function that is no member; nil for all other nodes.
    func operands(of function: String, count: Int) -> [Expression]? {
        guard case .call(function, nil, let arguments) = node, arguments.count == count else { return nil }
        return arguments
    }
}
