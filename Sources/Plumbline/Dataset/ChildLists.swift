import OrderedCollections

/// Puts the records of child tables together by what they refer to.
struct ChildLists {
    let plan: AuditPlan
    let drafts: [HeldTableDraft?]
    /// Of each table, by its place, where its references lead.
    let references: [[Int: [Reference]]]
    /// Of each table, by its place, and of each field, the records whose reference leads nowhere and most likely means a record.
    let strays: [Int: [Int: [Stray]]]
    /// Of each group table, by its place, the group that each row of the grouped table is in.
    let groupOfRow: [Int: [Int?]]
    /// Whether a row that does not say whose it is may be anybody's; what a case leaves out says nothing.
    let findsLostRows: Bool

    /// The lists on a table's records, by name.
    ///
    /// - Parameter tree: How the parent table's records lie within each other; what lies below a record is in its lists,
    ///   but for rows that are another's own.
    func lists(on draft: HeldTableDraft, tree: HierarchyTree?) -> [String: ChildList] {
        var lists: [String: ChildList] = [:]
        for list in plan.vocabulary.lists(of: draft.table.name) {
            guard let child = plan.vocabulary.tables.index(forKey: list.table), let table = drafts[child]?.table else { continue }
            let parents: [Int?]
            if let field = list.field.flatMap({ table.fields.index(forKey: $0) }) {
                parents = (references[child][field] ?? []).map { if case .record(let parent) = $0 { Int(parent) } else { nil } }
            } else {
                parents = groupOfRow[draft.index] ?? []
            }
            let own = drafts[child].map { withoutCopies(parents, of: $0) } ?? parents
            let above = list.field.map { !table.isOwn(of: $0) } ?? false ? tree : nil
            var made = ChildList(list, table: child, parents: own, count: draft.cells.places.count, above)
            if let field = list.field.flatMap({ table.fields.index(forKey: $0) }) {
                for stray in strays[child]?[field] ?? [] { made.note(stray, above) }
            }
            if findsLostRows, let field = list.field.flatMap({ table.fields.index(forKey: $0) }), let children = drafts[child] {
                made.lost = LostRows(field, of: children, references[child][field] ?? [], parents: draft, above)
            }
            lists[list.name] = made
        }
        return lists
    }
}

private extension ChildLists {
    /// The parents of a table's records where a record that came twice is one child. What its first row says blank its
    /// copy may say.
    func withoutCopies(_ parents: [Int?], of table: HeldTableDraft) -> [Int?] {
        guard !table.repeated.isEmpty else { return parents }
        var parents = parents
        for (copy, first) in table.repeated.sorted(by: { $0.key < $1.key }) where !table.contradicted.contains(copy) {
            parents[first] = parents[first] ?? parents[copy]
            parents[copy] = nil
        }
        return parents
    }
}
