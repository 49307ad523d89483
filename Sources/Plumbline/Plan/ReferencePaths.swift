import CEL
import OrderedCollections

/// Where an expression leads from its record: along references to cells of others, and over lists.
struct ReferencePaths {
    /// Each from a reference of the record to a field that is none, such as `[institution, kind]`; once, in the order of the text.
    private(set) var paths: [[String]] = []
    /// The record's own lists, once, in the order of the text.
    private(set) var lists: [String] = []

    init(_ checked: CheckedExpression, table: Table, vocabulary: Vocabulary) {
        let owned = Set(vocabulary.lists(of: table.name).map(\.name))
        lists = checked.referencedVariables.filter(owned.contains)
        collect(checked.root, locals: [], table, vocabulary)
    }

    /// Of a part of an expression, the paths alone.
    init(_ part: Expression, table: Table, vocabulary: Vocabulary) { collect(part, locals: [], table, vocabulary) }

    private mutating func collect(_ node: Expression, locals: Set<String>, _ table: Table, _ vocabulary: Vocabulary) {
        if let path = node.path, path.count > 1, !locals.contains(path[0]), isValue(path, table, vocabulary), !paths.contains(path) {
            paths.append(path)
        }
        if case .comprehension(let loop) = node.node {
            collect(loop.range, locals: locals, table, vocabulary)
            let inner = locals.union([loop.variable, loop.accumulator])
            for child in [loop.condition, loop.step, loop.result] { collect(child, locals: inner, table, vocabulary) }
        } else {
            for child in node.children { collect(child, locals: locals, table, vocabulary) }
        }
    }

    private func isValue(_ path: [String], _ table: Table, _ vocabulary: Vocabulary) -> Bool {
        var table = table
        for name in path.dropLast() {
            guard case .reference(let parent)? = table.fields[name]?.type, let next = vocabulary.tables[parent] else { return false }
            table = next
        }
        return path.last.flatMap { table.fields[$0] }.map { !$0.type.isReference } ?? false
    }
}

private extension Expression {
    /// `[a, b, c]` for `a.b.c`; nil for anything else.
    var path: [String]? {
        switch node {
        case .identifier(let name): [name]
        case .select(let operand, let field, false): operand.path.map { $0 + [field] }
        default: nil
        }
    }
}
