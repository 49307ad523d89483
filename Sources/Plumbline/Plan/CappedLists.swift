import CEL
import OrderedCollections
import Quantities

/// Finds the lists on which an expression sets a ceiling, or wants nothing to be: the record's own, and those of records
/// that its references lead to.
struct CappedLists {
    /// Each once, in the order of the text.
    private(set) var lists: OrderedSet<Vocabulary.List> = []
    private let checked: CheckedExpression
    private let table: Table
    private let vocabulary: Vocabulary

    /// - Parameter isCapped: Whether the value of the whole expression has the ceiling; else its comparisons are looked at.
    init(_ checked: CheckedExpression, isCapped: Bool, table: Table, vocabulary: Vocabulary) {
        (self.checked, self.table, self.vocabulary) = (checked, table, vocabulary)
        if isCapped { addLists(in: checked.root) } else { addCapped(in: checked.root) }
    }
}

private extension CappedLists {
    mutating func addCapped(in node: Expression) {
        guard case .call(let function, nil, let sides) = node.node else { return }
        switch function {
        case Operator.and, Operator.or: sides.forEach { addCapped(in: $0) }
        case Operator.less, Operator.lessOrEqual: addLists(in: sides[0])
        case Operator.greater, Operator.greaterOrEqual: addLists(in: sides[1])
        case Operator.equals where sides.contains(where: \.isZero): sides.forEach { addLists(in: $0) }
        default: break
        }
    }

    /// Notes the lists that are gone over outside of loops: what an element's own list says is another matter.
    mutating func addLists(in node: Expression) {
        switch node.node {
        case .identifier(let name): add(name, of: table)
        case .select(let operand, let name, false):
            if case .record(let parent) = checked.type(of: operand), let parent = vocabulary.tables[parent] { add(name, of: parent) }
            addLists(in: operand)
        case .comprehension(let loop): addLists(in: loop.range)
        // What has no answer over nothing is no zero that a ceiling lets pass.
        case .call(let function, let target, _) where Self.unansweredOverNothing(function, isMember: target != nil): break
        default: node.children.forEach { addLists(in: $0) }
        }
    }

    static func unansweredOverNothing(_ function: String, isMember: Bool) -> Bool {
        [Aggregate.average, .least, .greatest, .median, .share, .ratio].contains { aggregate in
            function == aggregate.listFunction || isMember && function == aggregate.rawValue
        }
    }

    mutating func add(_ name: String, of table: Table) {
        if let list = vocabulary.lists(of: table.name).first(where: { $0.name == name }) { lists.append(list) }
    }
}

private extension Expression {
    var isZero: Bool { if case .constant(let value) = node { value.number == 0 } else { false } }
}
