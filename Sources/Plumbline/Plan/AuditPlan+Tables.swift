public import Diagnostics
import OrderedCollections

extension AuditPlan {
    /// What people call a table; nil where the vocabulary gives it no title or has no such table.
    public func title(ofTable name: String) -> Localized? { vocabulary.tables[name]?.title }

    /// What a blank cell says in a field of a table; that it is missing, where there is no such field.
    public func blank(ofField field: String, in table: String) -> Field.Blank {
        vocabulary.tables[table]?.fields[field]?.blank ?? .missing
    }
}
