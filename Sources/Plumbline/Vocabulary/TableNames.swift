import Diagnostics
import OrderedCollections
import YAML

/// Looks up the fields that other keys of a table name.
struct TableNames {
    let table: String
    let fields: OrderedDictionary<String, Field>
    /// Every name under `fields`, those included whose field could not be read.
    let declared: [String]

    /// The field that a scalar names; nil where there is none, with a fault reported unless the field's own says enough.
    func field(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> (field: Field, node: YAMLNode)? {
        guard let name = node.string(&diagnostics) else { return nil }
        if let field = fields[name] { return (field, node) }
        if diagnostics.isFull {
            diagnostics.leaveOut()
        } else if !declared.contains(name) {
            diagnostics.append(.unknownField(name, table: table, among: fields.keys, at: node.location))
        }
        return nil
    }
}
