import CEL
import OrderedCollections

/// What the value of an expression tells of the sensitive fields of the records in its lists.
struct ListSensitivity {
    /// Whether it is one record's own: the least, the greatest, the middle one.
    private(set) var tellsOne = false
    /// Whether it puts all of a list together, which is one record's own where the list has no more.
    private(set) var tellsAll = false

    private enum Way {
        case untold
        case one
        case all
    }

    init(_ checked: CheckedExpression, _ vocabulary: Vocabulary) { collect(checked.root, .one, checked, vocabulary) }

    private mutating func collect(_ node: Expression, _ way: Way, _ checked: CheckedExpression, _ vocabulary: Vocabulary) {
        // A condition tells no figure.
        let way = checked.type(of: node) == .bool ? .untold : Self.way(through: node) ?? way
        if way != .untold, case .select(let operand, let field, _) = node.node, case .record(let name) = checked.type(of: operand),
           vocabulary.tables[name]?.fields[field]?.isSensitive == true {
            if way == .one { tellsOne = true } else { tellsAll = true }
        }
        for child in node.children { collect(child, way, checked, vocabulary) }
    }

    /// What an aggregate tells of the elements that it is over; nil for everything else.
    private static func way(through node: Expression) -> Way? {
        guard case .call(let name, nil, _) = node.node, let aggregate = Aggregate.allCases.first(where: { $0.listFunction == name })
        else { return nil }
        return switch aggregate {
        case .count, .share, .distinct: .untold
        case .least, .greatest, .median: .one
        case .sum, .average, .ratio: .all
        }
    }
}
