/// Operators, in brackets where they would bind otherwise.
extension Unparser {
    /// An operator's call; nil for other functions.
    func operation(_ expression: Expression, _ function: String, _ operands: [Expression]) -> [Piece]? {
        switch (function, operands.count) {
        case (Operator.conditional, 3):
            return [
                .node(operands[0], atLeast: 1), .text(" ? "), .node(operands[1], atLeast: 1), .text(" : "),
                .node(operands[2], atLeast: 0),
            ]
        case (Operator.not, 1): return [.text("!"), .node(operands[0], atLeast: Unparser.signStrength)]
        case (Operator.negate, 1): return negation(of: operands[0])
        case (Operator.index, 2): return index("[", operands)
        case (Operator.optionalIndex, 2): return index("[?", operands)
        case (Operator.optionalSelect, 2):
            guard case .constant(.string(let field)) = operands[1].node else { return nil }
            return [.node(operands[0], atLeast: Unparser.tightest), .text(".?" + fieldName(field))]
        case (Operator.and, 2), (Operator.or, 2): return chain(expression, function)
        default: return operands.count == 2 ? binary(function, operands) : nil
        }
    }

    func index(_ opening: String, _ operands: [Expression]) -> [Piece] {
        [.node(operands[0], atLeast: Unparser.tightest), .text(opening), .node(operands[1], atLeast: 0), .text("]")]
    }

    func binary(_ function: String) -> (spelling: String, strength: Int)? {
        guard let spelling = Operator.spelling(of: function), let found = Operator.binary(spelling) else { return nil }
        return (spelling, found.strength)
    }

    /// All binary operators group from the left.
    func binary(_ function: String, _ operands: [Expression]) -> [Piece]? {
        guard let (spelling, strength) = binary(function) else { return nil }
        return [
            .node(operands[0], atLeast: strength), .text(" \(spelling) "), .node(operands[1], atLeast: strength + 1),
        ]
    }

    /// The terms of a chain, as many in a row as the parser puts together in this very shape.
    func chain(_ expression: Expression, _ function: String) -> [Piece]? {
        guard let (spelling, strength) = binary(function) else { return nil }
        let terms = LogicalChain(function).terms(of: expression).map { [Piece.node($0, atLeast: strength + 1)] }
        return Array(terms.joined(separator: [.text(" \(spelling) ")]))
    }

    /// A minus before digits would become a part of the number: those are put in brackets. Two minuses are kept apart.
    func negation(of operand: Expression) -> [Piece] {
        guard strength(of: operand) >= Unparser.signStrength else { return [.text("-"), .node(operand, atLeast: .max)] }
        switch leftmostCharacter(of: operand) {
        case .digit: return [.text("-"), .node(operand, atLeast: .max)]
        case .minus: return [.text("- "), .node(operand, atLeast: 0)]
        case .other: return [.text("-"), .node(operand, atLeast: 0)]
        }
    }

    enum Beginning { case digit, minus, other }

    /// What the text of a node begins with, of those that bind as tightly as a sign or more.
    func leftmostCharacter(of expression: Expression) -> Beginning {
        var leftmost = expression
        while let next = leftmost.leftmostChild {
            guard strength(of: next) == Unparser.tightest else { return .other }
            leftmost = next
        }
        switch leftmost.macroCall ?? leftmost.node {
        case .call(Operator.negate, nil, let operands) where operands.count == 1: return .minus
        // A minus before a uint is always a sign.
        case .constant(.uint): return .other
        case .constant(let value):
            guard case .text(let text)? = pieces(of: value).first, let first = text.unicodeScalars.first else {
                return .other
            }
            return first == "-" ? .minus : first.isDigit ? .digit : .other
        default: return .other
        }
    }
}

private extension Expression {
    /// The node below that the text begins with, of nodes that are followed by a field, an index or a call.
    var leftmostChild: Expression? {
        if let written = WrittenLoop(self) { return written.loop.range }
        switch macroCall ?? node {
        case .select(let operand, _, false): return operand
        case .call(_, let target?, _): return target
        case .call(Operator.index, nil, let operands), .call(Operator.optionalIndex, nil, let operands),
            .call(Operator.optionalSelect, nil, let operands):
            return operands.count == 2 ? operands[0] : nil
        default: return nil
        }
    }
}
