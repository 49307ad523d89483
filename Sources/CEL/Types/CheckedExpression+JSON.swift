import JSON

extension CheckedExpression {
    /// The checked tree in JSON, for tools outside of this library. The same tree gives the same bytes.
    ///
    /// ```json
    /// {"version": 1, "type": "bool", "variables": ["n"], "root": {
    ///     "id": 2, "range": [0, 5], "type": "bool", "kind": "call", "function": "_>_", "overloads": ["greater_int64"],
    ///     "arguments": [
    ///         {"id": 0, "range": [0, 1], "type": "int", "kind": "identifier", "name": "n"},
    ///         {"id": 1, "range": [4, 5], "type": "int", "kind": "constant", "value": {"type": "int", "value": "1"}}]}}
    /// ```
    ///
    /// All of it stands on one line. Every node has `id`, `range` (code points, the end not included), `type` and
    /// `kind`, then its own members in this order; what is said to be there "where there is one" is left out otherwise:
    /// - `constant`: `value`, with `type` and `value`; see below.
    /// - `identifier`: `name`.
    /// - `select`: `field`, `test` (true for `has(operand.field)`), `operand`.
    /// - `call`: `function`, `overloads` (ids; several where only values decide), `target` where there is one,
    ///   `arguments`.
    /// - `list`: `elements`. An element that is written with `?` is a call of `?_`.
    /// - `map`: `entries`, each with `key` and `value`.
    /// - `record`: `record`, the full name; `fields`, each with `name` and `value`.
    /// - `comprehension`: `variable`, `secondVariable` where there is one, `accumulator`, `over`, `initial`,
    ///   `condition`, `step`, `result`.
    ///
    /// A node that a macro made has the call as a text under `macroCall`, after `kind`.
    ///
    /// The value of a constant is `null`, a bool, a list of constants, or a list of pairs of constants for a map; a
    /// text for all others: decimal digits for `int` and `uint`, the shortest digits that give a `double` back or
    /// `NaN`, `Infinity` and `-Infinity`, lower-case hexadecimal for `bytes`, RFC 3339 and seconds such as `1.5s` for
    /// times, a name for a `type`, and what an object says of itself.
    ///
    /// Later versions may add members; a change of what is here raises `version`.
    ///
    /// - Complexity: O(*n*) in the length of the text, which is at most quadratic in how deep macros nest, and no stack
    ///   to speak of.
    public var json: String {
        var writer = CheckedExpressionWriter(checked: self)
        return writer.write()
    }
}

/// Writes a checked tree. What is left to write is held in a list, so that deep trees take no stack.
private struct CheckedExpressionWriter {
    enum Piece {
        case text(String)
        case node(Expression)
        case value(Value)
    }

    let checked: CheckedExpression
    private var out = ""
    private var pending: [Piece] = []

    init(checked: CheckedExpression) { self.checked = checked }

    mutating func write() -> String {
        let variables = checked.referencedVariables.map { [Piece.text(JSONValue.string($0).line)] }
        pending = object([
            ("version", [.text("1")]), ("type", string(checked.type.description)), ("variables", array(variables)),
            ("root", [.node(checked.root)]),
        ]).reversed()
        while let piece = pending.popLast() {
            switch piece {
            case .text(let text): out += text
            case .node(let node): pending += pieces(of: node).reversed()
            case .value(let value): pending += pieces(of: value).reversed()
            }
        }
        return out
    }
}

// MARK: - Forms

private extension CheckedExpressionWriter {
    typealias Member = (name: String, content: [Piece])

    func string(_ text: String) -> [Piece] { [.text(JSONValue.string(text).line)] }

    func object(_ members: [Member]) -> [Piece] {
        let parts = members.map { [Piece.text("\"\($0.name)\": ")] + $0.content }
        return [.text("{")] + parts.joined(separator: [.text(", ")]) + [.text("}")]
    }

    func array(_ elements: [[Piece]]) -> [Piece] {
        [.text("[")] + elements.joined(separator: [.text(", ")]) + [.text("]")]
    }

    func nodes(_ expressions: [Expression]) -> [Piece] { array(expressions.map { [.node($0)] }) }
}

// MARK: - Nodes

private extension CheckedExpressionWriter {
    func pieces(of expression: Expression) -> [Piece] {
        let range = "[\(expression.range.lowerBound), \(expression.range.upperBound)]"
        var members: [Member] = [
            ("id", [.text("\(expression.id)")]), ("range", [.text(range)]),
            ("type", string(checked.type(of: expression).description)), ("kind", string(expression.node.kind)),
        ]
        if expression.macroCall != nil { members.append(("macroCall", string(expression.unparsed()))) }
        return object(members + self.members(of: expression))
    }

    func members(of expression: Expression) -> [Member] {
        switch expression.node {
        case .constant(let value): return [("value", [.value(value)])]
        case .identifier(let name): return [("name", string(name))]
        case .select(let operand, let field, let isTest):
            return [("field", string(field)), ("test", [.text("\(isTest)")]), ("operand", [.node(operand)])]
        case .call(let function, let target, let arguments):
            let overloads = array(checked.overloadIDs(of: expression).map { string($0) })
            return [("function", string(function)), ("overloads", overloads)]
                + (target.map { [("target", [.node($0)])] } ?? []) + [("arguments", nodes(arguments))]
        case .list(let elements): return [("elements", nodes(elements))]
        case .map(let entries):
            return [("entries", array(entries.map { object([("key", [.node($0.key)]), ("value", [.node($0.value)])]) }))]
        case .record(let type, let fields):
            let written = fields.map { object([("name", string($0.name)), ("value", [.node($0.value)])]) }
            return [("record", string(type)), ("fields", array(written))]
        case .comprehension(let loop): return members(of: loop)
        }
    }

    func members(of loop: Expression.Comprehension) -> [Member] {
        [("variable", string(loop.variable))] + (loop.secondVariable.map { [("secondVariable", string($0))] } ?? []) + [
            ("accumulator", string(loop.accumulator)), ("over", [.node(loop.range)]), ("initial", [.node(loop.initial)]),
            ("condition", [.node(loop.condition)]), ("step", [.node(loop.step)]), ("result", [.node(loop.result)]),
        ]
    }
}

// MARK: - Constants

private extension CheckedExpressionWriter {
    func pieces(of value: Value) -> [Piece] {
        object([("type", string(value.kind)), ("value", content(of: value))])
    }

    func content(of value: Value) -> [Piece] {
        switch value {
        case .null: return [.text("null")]
        case .bool(let flag): return [.text("\(flag)")]
        case .list(let elements): return array(elements.map { [.value($0)] })
        case .map(let map): return array(map.map { array([[.value($0.key)], [.value($0.value)]]) })
        default: return string(text(of: value))
        }
    }

    func text(of value: Value) -> String {
        switch value {
        case .uint(let number): "\(number)"
        case .double(let number) where number.isNaN: "NaN"
        case .double(let number) where number.isInfinite: number < 0 ? "-Infinity" : "Infinity"
        case .double(let number): "\(number)"
        case .string(let text): text
        case .bytes(let bytes): bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        case .timestamp(let time): time.description
        case .duration(let span): span.description
        default: value.description
        }
    }
}

private extension Value {
    var kind: String {
        switch self {
        case .unknown: "unknown"
        case .error: "error"
        default: type.runtimeName
        }
    }
}

private extension Expression.Node {
    var kind: String {
        switch self {
        case .constant: "constant"
        case .identifier: "identifier"
        case .select: "select"
        case .call: "call"
        case .list: "list"
        case .map: "map"
        case .record: "record"
        case .comprehension: "comprehension"
        }
    }
}
