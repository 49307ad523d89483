/// The parts of lists, maps and records that are written out.
extension Parser {
    /// `name{field: value, …}`, the bracket being the current token.
    @inline(never)
    mutating func record(_ name: String, _ operand: Expression) throws(ExpressionFault) -> Expression {
        let opener = advance()
        var fields: [Expression.FieldEntry] = []
        while !at("}") {
            fields.append(try fieldEntry(in: opener))
            guard accept(",") else { break }
        }
        try close(opener, with: "}", orAfter: [","])
        let range = operand.range.lowerBound..<tokens[index - 1].range.upperBound
        return try grown(.record(name, fields, range: range, focus: operand.range))
    }

    @inline(never)
    mutating func fieldEntry(in opener: Token) throws(ExpressionFault) -> Expression.FieldEntry {
        let mark = optionalMark()
        let name = try fieldWord()
        try colon(in: opener)
        return .init(name: name, value: marked(try expression(), mark))
    }

    @inline(never)
    mutating func colon(in opener: Token) throws(ExpressionFault) {
        if accept(":") { return }
        if current.kind == .end { throw .unclosedBracket("{", closing: "}", at: opener.range) }
        throw misplaced(current, expected: [":"])
    }

    /// An element of a list, which may be written `?element`.
    @inline(never)
    mutating func optionalPart() throws(ExpressionFault) -> Expression {
        let mark = optionalMark()
        return marked(try expression(), mark)
    }

    /// The question mark at the current token, where there is one.
    @inline(never)
    mutating func optionalMark() -> Range<Int>? { at("?") ? advance().range : nil }

    @inline(never)
    func marked(_ value: Expression, _ mark: Range<Int>?) -> Expression {
        guard let mark else { return value }
        return .call(Operator.optionalElement, [value], range: value.range, focus: mark)
    }
}
