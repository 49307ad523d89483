import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Records that are in one group.
extension BoundaryMaker {
    /// Gives a record some value of each expression, so that others can agree with it.
    func settle(_ nodes: [YAMLNode], in record: inout MadeRecord) throws(Unmakeable) {
        for node in nodes {
            guard let tree = node.scalar.flatMap({ solver.tree($0) }) else { throw .expression(node.scalar?.text ?? "") }
            try settle(tree, in: &record)
        }
    }

    /// Somebody who has to answer, and of whom there is no record.
    func emptyGroup() -> RuleCase {
        var example = many([])
        example.given = [:]
        (example.isWithoutRecords, example.periods) = (true, [])
        example.roster = [RuleCase.Item(content: .text("A"), count: 1, location: rule.rule.location)]
        return example
    }

    /// Gives a record some value of an expression that leads to one of its fields.
    func settle(_ tree: Expression, in record: inout MadeRecord) throws(Unmakeable) {
        guard let path = solver.path(tree, in: record), let field = solver.field(path, of: table) else { throw .expression(tree.unparsed()) }
        guard case .reference(let name) = field.type, let parent = plan.vocabulary.tables[name], parent.keyFields.count == 1 else {
            guard field.definition == nil else { throw .expression(tree.unparsed()) }
            if record.content(path) == nil { record.set(path, to: .text(try GivenText(field: field).other(than: []))) }
            return
        }
        let key = parent.keyFields[0]
        guard case .ancestor(let level)? = field.definition else {
            guard record.content(path + [key]) == nil else { return }
            // What the records are grouped by is of their own table: by itself it must not count among them.
            if parent.name == table.name, let other = try? outside() { record.set(path, to: .record(other.fields)) }
            record.set(path + [key], to: .text("A"))
            return
        }
        // A record of the level is its own ancestor there.
        let place = Array(path.dropLast())
        guard let hierarchy = parent.hierarchy, let value = hierarchy.levels[level] else { throw .expression(tree.unparsed()) }
        if record.content(place + [key]) == nil { record.set(place + [key], to: .text("A")) }
        record.set(place + [hierarchy.level], to: .text(value))
    }
}
