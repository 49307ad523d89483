import CEL
import OrderedCollections

/// What an expression looks at on the elements of a list that it goes over.
struct ListUse: Sendable {
    /// Gives the list.
    let records: FieldProgram
    /// The lists of the elements, and of their elements, on whose records the fields are.
    let nested: [String]
    /// The fields that are looked at there.
    let uses: FieldUses
    /// Whether the figure is that of one of the elements, as the greatest is.
    let isOfOne: Bool

    /// The loops of an expression, planned.
    static func all(
        of loops: ElementLoops, _ checked: CheckedExpression, in environment: Environment, table: Table, vocabulary: Vocabulary
    ) -> [ListUse] {
        loops.found.map { loop in
            let records = FieldProgram(loop.range, of: checked, in: environment, table: table, vocabulary: vocabulary)
            return ListUse(records: records, nested: loop.nested, uses: loop.uses, isOfOne: loop.isOfOne)
        }
    }

    func isSensitive(in vocabulary: Vocabulary) -> Bool { uses.isSensitive(in: vocabulary) }
}

/// Walks an expression for its loops over records.
struct ElementLoops {
    struct Loop {
        var range: Expression
        var nested: [String] = []
        var uses = FieldUses()
        var isOfOne: Bool
    }

    private(set) var found: [Loop] = []
    /// The fields of other records that are looked at outside of loops.
    private(set) var directUses = FieldUses()
    private let checked: CheckedExpression
    private let vocabulary: Vocabulary

    init(_ checked: CheckedExpression, _ vocabulary: Vocabulary) { (self.checked, self.vocabulary) = (checked, vocabulary) }

    /// - Parameter isOfOne: Whether the value of the part is that of one element.
    mutating func collect(_ part: Expression, isOfOne: Bool) {
        if case .comprehension(let loop) = part.node {
            collect(loop.range, isOfOne: false)
            return collect(loop, over: loop.range, nested: [], isOfOne: isOfOne)
        }
        if let use = use(part) { directUses.insert(use.field, of: use.table) }
        let extremes = [Aggregate.least, .greatest, .median].map(\.listFunction) + DatedRows.listFunctions
        if case .call(let function, _, _) = part.node, extremes.contains(function) {
            return part.children.forEach { collect($0, isOfOne: true) }
        }
        part.children.forEach { collect($0, isOfOne: isOfOne) }
    }
}

private extension ElementLoops {
    mutating func collect(_ loop: Expression.Comprehension, over range: Expression, nested: [String], isOfOne: Bool) {
        var own = Loop(range: range, nested: nested, isOfOne: isOfOne)
        var inner: [(Expression.Comprehension, String?)] = []
        for part in [loop.condition, loop.step, loop.result] { note(part, of: loop.variable, &own, &inner) }
        if !own.uses.fields.isEmpty { found.append(own) }
        for (loop, list) in inner { collect(loop, over: range, nested: nested + (list.map { [$0] } ?? []), isOfOne: isOfOne) }
    }

    /// Notes what an element's part looks at, and the loops within it with the list of the element that each goes over.
    func note(
        _ part: Expression, of variable: String, _ loop: inout Loop, _ inner: inout [(Expression.Comprehension, String?)]
    ) {
        // A condition tells no figure.
        if checked.type(of: part) == .bool { return }
        if case .comprehension(let within) = part.node {
            inner.append((within, within.range.list(of: variable)))
            return note(within.range, of: variable, &loop, &inner)
        }
        if let use = use(part) { loop.uses.insert(use.field, of: use.table) }
        part.children.forEach { note($0, of: variable, &loop, &inner) }
    }

    func use(_ node: Expression) -> (table: String, field: Int)? {
        guard case .select(let operand, let name, _) = node.node, case .record(let table) = checked.type(of: operand),
              let field = vocabulary.tables[table]?.fields.index(forKey: name)
        else { return nil }
        return (table, field)
    }
}

private extension Expression {
    /// The list of a variable's record from which a list is taken.
    func list(of variable: String) -> String? {
        switch node {
        case .select(let operand, let name, false):
            if case .identifier(variable) = operand.node { name } else { nil }
        case .comprehension(let loop): loop.range.list(of: variable)
        case .call(_, let target?, _): target.list(of: variable)
        default: nil
        }
    }
}

extension FieldUses {
    func isSensitive(in vocabulary: Vocabulary) -> Bool {
        fields.contains { table, places in
            places.contains { vocabulary.tables[table]?.fields.values[$0].isSensitive ?? false }
        }
    }
}
