import CEL
import OrderedCollections

/// An aggregate over a list of the record that a reference leads to, such as the mean pay in a person's institution:
/// it is the same for everybody there, and worked out once for each of those records.
final class LiftedAggregate: Sendable {
    /// The reference of the record judged.
    let reference: String
    /// The aggregate, over the record that the reference leads to.
    let program: FieldProgram

    init(reference: String, program: FieldProgram) {
        self.reference = reference
        self.program = program
    }
}

/// Finds the aggregates in an expression that rest on one reference of the record alone.
struct AggregateLifting {
    /// A part of the expression, with another name in its place.
    struct Piece {
        var name: String
        var reference: String
        /// The part with the fields of the record that the reference leads to in place of the reference's.
        var expression: Expression
    }

    private let table: Table
    private(set) var pieces: [Piece] = []

    init(table: Table) { self.table = table }

    /// The expression with names in place of the parts that were found.
    mutating func lifted(_ expression: Expression) -> Expression {
        if expression.isAggregate, let reference = reference(of: expression), let moved = moved(expression, from: reference) {
            let name = "@lifted\(pieces.count)"
            pieces.append(Piece(name: name, reference: reference, expression: moved))
            return .identifier(name, range: expression.range)
        }
        // What stands in a loop may rest on the loop's own elements.
        guard case .call(let function, let target, let arguments) = expression.node else { return expression }
        let inner = arguments.map { lifted($0) }
        if let target { return .member(function, of: lifted(target), inner, range: expression.range, focus: expression.focus) }
        return .call(function, inner, range: expression.range, focus: expression.focus)
    }

    /// The one reference that an expression rests on; nil where it rests on anything else.
    private func reference(of expression: Expression) -> String? {
        let names = expression.freeNames(besides: [])
        guard names.count == 1, let name = names.first, case .reference? = table.fields[name]?.type,
              table.fields[name]?.definition == nil
        else { return nil }
        return name
    }

    /// The expression as one over the record that the reference leads to; nil where a loop's own name would hide a
    /// field of it, or where the record itself is meant.
    private func moved(_ expression: Expression, from reference: String) -> Expression? {
        let loopNames = expression.loopNames
        var isPossible = true
        func move(_ node: Expression) -> Expression {
            switch node.node {
            case .identifier(let name) where name == reference:
                isPossible = false
                return node
            case .select(let operand, let field, let isTest):
                if case .identifier(reference) = operand.node, !isTest {
                    if loopNames.contains(field) { isPossible = false }
                    return .identifier(field, range: node.range)
                }
                return node.mapChildren(move)
            case .map: return node
            default: return node.mapChildren(move)
            }
        }
        let moved = move(expression)
        return isPossible ? moved : nil
    }
}

private extension Expression {
    /// Whether the expression goes over a list and comes to a value: what is worth remembering.
    var isAggregate: Bool {
        switch node {
        case .call(let function, nil, _): function.hasSuffix("@list")
        case .call("count", .some, _), .call("size", .some, _): true
        case .comprehension(let loop): loop.result.isQuantified
        default: false
        }
    }

    private var isQuantified: Bool {
        if case .call(let function, nil, _) = node { function.hasSuffix("@list") } else { false }
    }

    /// The names that the expression takes from outside.
    func freeNames(besides bound: Set<String>) -> Set<String> {
        switch node {
        case .identifier(let name): return bound.contains(name) ? [] : [name]
        case .comprehension(let loop):
            let inner = bound.union(loop.names)
            return [loop.condition, loop.step, loop.result].reduce(
                loop.range.freeNames(besides: bound).union(loop.initial.freeNames(besides: bound))
            ) { $0.union($1.freeNames(besides: inner)) }
        default: return children.reduce([]) { $0.union($1.freeNames(besides: bound)) }
        }
    }

    var loopNames: Set<String> {
        let inner = children.reduce(Set<String>()) { $0.union($1.loopNames) }
        guard case .comprehension(let loop) = node else { return inner }
        return inner.union(loop.names)
    }
}
