import CEL
import Diagnostics
import OrderedCollections

/// Ties the tables of a run together once they are read: finds what references lead to, groups children by their
/// parents, and says of what leads nowhere.
struct DatasetBuilder {
    let plan: AuditPlan
    private let asOf: CalendarDate
    private let prefersGiven: Bool
    var drafts: [HeldTableDraft?]
    /// Which tables a file supplied.
    private var supplied: Set<String> = []
    /// Of each group table, by its place, the group that each row of the grouped table is in.
    private var groupOfRow: [Int: [Int?]] = [:]

    /// - Parameters:
    ///   - holdsAll: Whether all tables are held, whatever the plan needs.
    ///   - prefersGiven: Whether a cell goes before the value that its field would be made to have.
    init(plan: AuditPlan, asOf: CalendarDate, holdsAll: Bool = false, prefersGiven: Bool = false) {
        self.plan = plan
        self.asOf = asOf
        self.prefersGiven = prefersGiven
        drafts = plan.vocabulary.tables.values.enumerated().map { index, table in
            holdsAll || plan.holds(table) ? HeldTableDraft(table, index: index) : nil
        }
    }

    mutating func supply(_ table: String) { supplied.insert(table) }

    func isSupplied(_ table: String) -> Bool { supplied.contains(table) }

    mutating func appendRoster(_ batch: RecordBatch) {
        guard let index = plan.vocabulary.tables.index(forKey: batch.table.name) else { return }
        drafts[index]?.appendRoster(batch)
    }

    /// - Returns: The rows that are not on the table's roster, where it has one.
    mutating func append(_ batch: RecordBatch) -> [Int] {
        guard let index = plan.vocabulary.tables.index(forKey: batch.table.name) else { return [] }
        return drafts[index]?.append(batch) ?? []
    }

    /// The table that a cell of a field refers to; nil for one that is made, and for other fields.
    func parent(ofField place: Int, of table: Table) -> HeldTableDraft? {
        let field = table.fields.values[place]
        guard case .reference(let name) = field.type, field.definition == nil else { return nil }
        return plan.vocabulary.tables.index(forKey: name).flatMap { drafts[$0] }
    }

    /// The key under which a table's roster has a record's label; nil where it has none, or several.
    func rosterKey(of record: RecordReference) -> String? {
        let draft = plan.vocabulary.tables.index(forKey: record.table).flatMap { drafts[$0] }
        return record.label.flatMap { draft?.rosterKey(ofLabel: $0) }
    }

    /// The places of the tables of which anything came: a case fills one or two of many.
    private var filled: [Int] { drafts.indices.filter { drafts[$0]?.isUnfilled == false } }

    /// The records tied together.
    ///
    /// - Parameters:
    ///   - sent: Says which lists came for which records.
    ///   - given: What a case says of single periods.
    ///   - problems: Is given the references that lead nowhere, in the order of table and record.
    mutating func finish(
        sent: (_ tables: [HeldTable?]) -> any SentLists, given: GivenObservations = GivenObservations(),
        problems: inout [DataProblem]
    ) -> Dataset {
        for index in filled { drafts[index]?.finishRows() }
        callByKeys(&problems)
        for index in filled { finishPeriods(index) }
        // What groups are made by may lie on other records, to which only tables that are tied together lead.
        var untold: [DataProblem] = []
        buildGroups(plan.vocabulary.groupsByDefinitions ? tied(sent, given, problems: &untold) : nil)
        addAbsent()
        return tied(sent, given, problems: &problems)
    }
}

private extension DatasetBuilder {
    /// The records as far as they are there, tied together.
    func tied(
        _ sent: (_ tables: [HeldTable?]) -> any SentLists, _ given: GivenObservations, problems: inout [DataProblem]
    ) -> Dataset {
        var references: [[Int: [Reference]]] = drafts.map { _ in [:] }
        var strays: [Int: [Int: [Stray]]] = [:]
        var trees: [Int: HierarchyTree] = [:]
        for index in filled {
            references[index] = self.references(of: index, &strays[index, default: [:]], &problems)
            trees[index] = addAncestors(to: &references[index], of: index, &problems)
        }
        let children = ChildLists(
            plan: plan, drafts: drafts, references: references, strays: strays, groupOfRow: groupOfRow, findsLostRows: !prefersGiven)
        let tables = drafts.indices.map { index -> HeldTable? in
            guard let isUnfilled = drafts[index]?.isUnfilled else { return nil }
            if isUnfilled { return plan.unfilled.table(at: index) }
            return drafts[index].map { draft in
                HeldTable(
                    draft, definitions: plan.definitions[draft.table.name] ?? [:], references: references[index],
                    lists: children.lists(on: draft, tree: trees[index]), days: days(of: draft)
                ) { name in plan.vocabulary.tables.index(forKey: name).flatMap { drafts[$0] == nil ? nil : $0 } }
            }
        }
        var index = ObservationIndex(plan: plan, tables: tables)
        index.readAll(&problems)
        index.take(given)
        return Dataset(
            plan: plan, asOf: asOf, tables: tables, observations: index.observations, sent: sent(tables), supplied: supplied,
            prefersGiven: prefersGiven)
    }

    /// Where the fields of a table's levels lead.
    ///
    /// - Returns: How its records lie within each other; nil for a table whose records do not.
    func addAncestors(
        to references: inout [Int: [Reference]], of index: Int, _ problems: inout [DataProblem]
    ) -> HierarchyTree? {
        guard let draft = drafts[index], let hierarchy = draft.table.hierarchy,
              let parents = draft.table.fields.index(forKey: hierarchy.parent).flatMap({ references[$0] })
        else { return nil }
        let builder = HierarchyBuilder(hierarchy, draft, parents: parents)
        for level in hierarchy.levels.keys {
            guard let place = draft.table.fields.index(forKey: level) else { continue }
            references[place] = builder.ancestors(at: level)
            if prefersGiven { takeGiven(place, of: draft, into: &references) }
        }
        problems += builder.problems
        return builder.tree
    }

    /// A case may say outright in what a record lies.
    func takeGiven(_ place: Int, of draft: HeldTableDraft, into references: inout [Int: [Reference]]) {
        for record in draft.cells.places.indices {
            if case .measured(.string) = draft.cells.cell(place, of: record) {
                references[place]?[record] = reference(of: record, field: place, of: draft, to: draft)
            }
        }
    }

    /// Since when and until when a register's records are in it. What a file has no column for, and what a case leaves
    /// out, says nothing: the records are in it at all times.
    func days(of draft: HeldTableDraft) -> RegisterDays? {
        guard let validity = draft.table.validity else { return nil }
        return RegisterDays(validity, of: draft.table, count: draft.cells.places.count) { field, record in
            let (batch, row) = draft.cells.source(field, of: record)
            let cell = draft.cells.cell(field, of: record)
            let isUnsaid = prefersGiven ? batch.isLeftOut(field: field, row: row) : batch.wholeText(field: field, row: row) == nil
            if case .missing = cell, isUnsaid { return nil }
            return cell
        }
    }
}

private extension DatasetBuilder {
    mutating func finishPeriods(_ index: Int) {
        guard let table = drafts[index]?.table, table.period != nil else { return }
        let program = plan.periods[table.name]
        let field = table.periodField.flatMap { table.fields.index(forKey: $0) }
        let asOf = asOf
        drafts[index]?.finishPeriods { batch, row in
            if let field, case .measured(let value)? = batch.columns[field]?.cells[row] { return value.asPeriod }
            return program.flatMap { RecordView(batch: batch, row: row, asOf: asOf).value(of: $0).asPeriod }
        }
    }

    /// Every reference of a table's records. One to nothing is a data problem, unless the parent's table never came;
    /// of one to several their common key is told already.
    ///
    /// - Parameter strays: Is given, by field, the records whose reference to nothing most likely means a record.
    func references(of index: Int, _ strays: inout [Int: [Stray]], _ problems: inout [DataProblem]) -> [Int: [Reference]] {
        guard let draft = drafts[index], !draft.cells.places.isEmpty else { return [:] }
        var result: [Int: [Reference]] = [:]
        for (place, field) in draft.table.fields.values.enumerated() {
            guard let parent = parent(ofField: place, of: draft.table) else { continue }
            result[place] = draft.cells.places.indices.map { reference(of: $0, field: place, of: draft, to: parent) }
            let labels = result[place]?.contains(.nothing) == true ? parent.recordsByLabel : [:]
            if !labels.isEmpty { result[place] = resolved(result[place] ?? [], field: place, of: draft, by: labels) }
            // A group's is that of its rows.
            guard supplied.contains(parent.table.name), draft.table.group == nil else { continue }
            var nearest = result[place]?.contains(.nothing) == true ? NearestRecords(parent) : nil
            for (record, reference) in (result[place] ?? []).enumerated() where reference == .nothing {
                let (batch, row) = draft.cells.source(place, of: record)
                let text = batch.text(field: place, row: row)
                if let text, let meant = nearest?.record(nearestTo: text) { strays[place, default: []].append(Stray(record: record, meant: meant)) }
                problems.append(
                    .danglingReference(
                        field, table: draft.table.name, parent: parent.table.name,
                        address: batch.address(ofRow: row), column: batch.columns[place]?.header(ofRow: row),
                        text: text,
                        isShared: draft.cells.name(place, of: record).map { labels[$0] == .some(nil) } ?? false,
                        nearest: text.flatMap { nearest?.name(nearestTo: $0) }))
            }
        }
        return result
    }

    func reference(of record: Int, field: Int, of draft: HeldTableDraft, to parent: HeldTableDraft) -> Reference {
        switch draft.cells.cell(field, of: record) {
        case .missing: return .missing
        case .unreadable: return .unreadable
        case .measured(.null): return .none
        case .measured(let value):
            guard case .string(let key) = value else { return .unreadable }
            switch parent.keys[key] {
            case .some(.some(let record)): return .record(Int32(record))
            case .some(.none): return .several
            case .none: return .nothing
            }
        }
    }

    /// Whoever is on a roster and has no row in a table of years is an entity of that table all the same; of whom else
    /// no row came is noted for rules that compare.
    mutating func addAbsent() {
        let hasRoster = drafts.contains { $0?.hasRoster == true }
        let places = hasRoster ? Array(drafts.indices) : supplied.compactMap { plan.vocabulary.tables.index(forKey: $0) }.sorted()
        for index in places {
            guard let table = drafts[index]?.table, table.keyNamesPeriod, table.entityFields.count == 1,
                  let place = table.fields.index(forKey: table.entityFields[0]), let parent = parent(ofField: place, of: table)
            else { continue }
            if parent.hasRoster { drafts[index]?.addAbsent(parent.listedRecords) }
            guard supplied.contains(table.name), plan.rules(for: table.name).contains(where: { plan.rules[$0].comparesSides })
            else { continue }
            drafts[index]?.noteUnheard(parent.keyedRecords)
        }
    }
}

// MARK: - Groups

private extension DatasetBuilder {
    /// Makes the records of group tables from the rows that they group.
    ///
    /// - Parameter around: What the rows lead to; nil where the groups are made by cells alone.
    mutating func buildGroups(_ around: Dataset?) {
        for (index, table) in plan.vocabulary.tables.values.enumerated() {
            guard var group = table.group, let base = plan.vocabulary.tables.index(forKey: group.table), let rows = drafts[base]
            else { continue }
            // A case is about the group that it gives; those that a vocabulary expects besides are none of its own.
            if prefersGiven { group.expected = [] }
            if rows.isUnfilled, drafts[index]?.isUnfilled ?? true, group.expected.isEmpty { continue }
            let texts = GroupRows(group, of: rows, given: drafts[index]?.groupTexts(group.by) ?? [], around)
            drafts[index] = HeldTableDraft(table, index: index)
            _ = drafts[index]?.append(texts.batch(of: table))
            drafts[index]?.finishRows()
            finishPeriods(index)
            groupOfRow[index] = texts.groupOfRow
        }
    }
}
