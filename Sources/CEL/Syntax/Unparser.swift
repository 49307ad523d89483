extension Expression {
    /// The expression as a text on one line, with no more brackets than its shape needs.
    ///
    /// Parsing the text of a tree that was parsed gives an equal tree; so do most trees that are built by code. A node
    /// that a macro made is written as the call that it was made of; a loop or a test of a field without such a call
    /// as the standard macro of its shape (`has`, `all`, `exists`, `exists_one`, `map`, `filter`). The text of a
    /// checked tree checks to the same types in the environment of that tree.
    ///
    /// Where a value has no literal, a call or an operation stands for it: `timestamp('…')`, `duration('1s')`,
    /// `optional.of(1)`, `0.0 / 0.0` for NaN, `1.0 / 0.0` and `-1.0 / 0.0` for the infinities; a list or a map is
    /// written out, a type as its name, any other object as it describes itself.
    ///
    /// Some trees say what no text can. Their text is for reading only, and is no expression:
    /// - a loop of another shape: `@fold(x in range, @result = initial, condition, step, result)`, with two names
    ///   before `in` where the loop has two variables;
    /// - a function, a name or a field whose name the language cannot write, and an operator with another number of
    ///   operands than it has: the name as it is, `_+_(a)` for example;
    /// - an unknown value or an error as a constant.
    ///
    /// - Complexity: O(*n*) in the length of the text, and no stack to speak of; chains of `&&` and `||` in brackets
    ///   within each other, and loops that no macro call describes, are gone over once for each level.
    public func unparsed() -> String {
        var unparser = Unparser()
        return unparser.text(of: self)
    }
}

/// Writes expressions as text. What is left to write is held in a list, so that deep trees take no stack.
struct Unparser {
    enum Piece {
        case text(String)
        /// A node, in brackets if it binds less tightly than this.
        case node(Expression, atLeast: Int)
    }

    /// How tightly signs bind, and what can be followed by a field; binary operators as in ``Operator``, 1 to 5, and a
    /// conditional 0.
    static let signStrength = 6
    static let tightest = 7

    private var out = ""
    private var pending: [Piece] = []

    mutating func text(of expression: Expression) -> String {
        pending = [.node(expression, atLeast: 0)]
        while let piece = pending.popLast() {
            switch piece {
            case .text(let text): out += text
            case .node(let expression, let strength): put(expression, atLeast: strength)
            }
        }
        return out
    }

    private mutating func put(_ expression: Expression, atLeast strength: Int) {
        let isBracketed = self.strength(of: expression) < strength
        if isBracketed {
            out += "("
            pending.append(.text(")"))
        }
        pending += pieces(of: expression).reversed()
    }
}

// MARK: - Nodes

extension Unparser {
    /// How tightly the text of a node binds.
    func strength(of expression: Expression) -> Int {
        switch expression.macroCall ?? expression.node {
        case .constant(.double(let number)) where !number.isFinite: Operator.binary("/")?.strength ?? 0
        case .call(Operator.conditional, nil, let operands) where operands.count == 3: 0
        case .call(Operator.not, nil, let operands) where operands.count == 1: Unparser.signStrength
        case .call(Operator.negate, nil, let operands) where operands.count == 1: Unparser.signStrength
        case .call(let function, nil, let operands) where operands.count == 2:
            binary(function)?.strength ?? Unparser.tightest
        default: Unparser.tightest
        }
    }

    func pieces(of expression: Expression) -> [Piece] {
        if let written = WrittenLoop(expression) {
            return member(written.loop.range, written.macro, [.identifier(written.loop.variable)] + written.arguments)
        }
        switch expression.macroCall ?? expression.node {
        case .constant(let value): return pieces(of: value)
        case .identifier(let name): return [.text(name)]
        case .select(let operand, let field, true):
            return [.text("has("), .node(operand, atLeast: Unparser.tightest), .text(".\(fieldName(field)))")]
        case .select(let operand, let field, false):
            return [.node(operand, atLeast: Unparser.tightest), .text("." + fieldName(field))]
        case .call(let function, nil, let arguments):
            return operation(expression, function, arguments)
                ?? [.text(function + "(")] + listed(arguments) + [.text(")")]
        case .call(let function, let target?, let arguments): return member(target, function, arguments)
        case .list(let elements): return [.text("[")] + separated(elements.map { element($0) }) + [.text("]")]
        case .map(let entries): return [.text("{")] + separated(entries.map { entry($0) }) + [.text("}")]
        case .record(let type, let fields):
            return [.text(type + "{")] + separated(fields.map { entry($0) }) + [.text("}")]
        case .comprehension(let loop): return fold(loop)
        }
    }

    func member(_ target: Expression, _ function: String, _ arguments: [Expression]) -> [Piece] {
        [.node(target, atLeast: Unparser.tightest), .text(".\(function)(")] + listed(arguments) + [.text(")")]
    }

    func fold(_ loop: Expression.Comprehension) -> [Piece] {
        let variables = loop.names.dropLast().joined(separator: ", ")
        return [
            .text("@fold(\(variables) in "), .node(loop.range, atLeast: 0), .text(", \(loop.accumulator) = "),
        ] + listed([loop.initial, loop.condition, loop.step, loop.result]) + [.text(")")]
    }

    func listed(_ arguments: [Expression]) -> [Piece] { separated(arguments.map { [.node($0, atLeast: 0)] }) }

    func separated(_ parts: [[Piece]]) -> [Piece] { Array(parts.joined(separator: [.text(", ")])) }

    /// An element of a list.
    func element(_ element: Expression) -> [Piece] {
        guard let optional = element.optionalPart else { return [.node(element, atLeast: 0)] }
        return [.text("?"), .node(optional, atLeast: 0)]
    }

    func entry(_ entry: Expression.MapEntry) -> [Piece] {
        let optional = entry.value.optionalPart
        return (optional == nil ? [] : [.text("?")])
            + [.node(entry.key, atLeast: 0), .text(": "), .node(optional ?? entry.value, atLeast: 0)]
    }

    func entry(_ field: Expression.FieldEntry) -> [Piece] {
        let optional = field.value.optionalPart
        let name = (optional == nil ? "" : "?") + fieldName(field.name)
        return [.text(name + ": "), .node(optional ?? field.value, atLeast: 0)]
    }

    /// A field's name, in back quotes where it is no plain name.
    func fieldName(_ name: String) -> String { name.isPlainFieldName ? name : "`\(name)`" }
}

private extension Expression {
    /// The value of an element, an entry or a field that is written with a question mark; nil for others.
    var optionalPart: Expression? {
        guard macroCall == nil, case .call(Operator.optionalElement, nil, let arguments) = node, arguments.count == 1
        else { return nil }
        return arguments[0]
    }
}

private extension String {
    var isPlainFieldName: Bool {
        guard let first = unicodeScalars.first, first.isNameStart else { return false }
        return unicodeScalars.allSatisfy { $0.isNameStart || $0.isDigit } && !Token.keywords.contains(self)
    }
}
