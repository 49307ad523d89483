public import Diagnostics
import OrderedCollections

extension AuditPlan {
    /// What people call a table; nil where the vocabulary gives it no title or has no such table.
    public func title(ofTable name: String) -> Localized? { vocabulary.tables[name]?.title }
}
