import CEL
import OrderedCollections

/// The lists on records, and where they did not come.
extension Dataset {
    /// The records of a list, or why they are not known.
    func list(_ list: ChildList, of record: Int, in table: HeldTable, ranges: Ranges, _ moment: Moment) -> Value {
        guard let child = tables[list.table] else { return unknown(.listNotSubmitted, list.list.name) }
        // What refers to a key that came twice hangs on the first of the two, or, where they differ, on neither.
        if table.contradicted.contains(record) { return unknown(.ambiguousRecord, list.list.name) }
        let record = table.repeated[record] ?? record
        if let lost = lost(list, of: record, in: table) { return lost }
        if sent.mayLackRows(list.list, of: record, in: table) { return unknown(.listNotSubmitted, list.list.name) }
        let children = list.children(of: record)
        if children.isEmpty, let reason = absence(of: list, from: record, in: table) { return unknown(reason, list.list.name) }
        func element(_ number: Int32) -> Value {
            .object(RecordObject(self, child, Int(number), ranges: ranges.ofElements, in: moment))
        }
        guard child.days != nil || !child.contradicted.isEmpty else { return .list(children.map(element)) }
        let day = lastDay(of: moment)
        var contradicted: Set<Int> = []
        let members = children.compactMap { number -> Value? in
            let membership = child.days?.membership(of: Int(number), on: day) ?? .isIn
            if case .isOut = membership { return nil }
            // Rows of one key that say different things are one record, and nobody knows which of them.
            if child.contradicted.contains(Int(number)) {
                let isFirst = contradicted.insert(child.repeated[Int(number)] ?? Int(number)).inserted
                return isFirst ? unknown(.ambiguousRecord, list.list.name) : nil
            }
            guard case .unknown(let reason, let field) = membership else { return element(number) }
            return element(number).doubted(because: child.doubt(reason, field, of: Int(number)))
        }
        // A register that holds nobody on that day, and always must, does not reach back so far.
        if members.isEmpty, list.list.isAtLeastOne, !children.isEmpty { return unknown(.listNotSubmitted, list.list.name) }
        return .list(members)
    }

    /// Why a list without rows is not known to be empty; nil where it is.
    private func absence(of list: ChildList, from record: Int, in table: HeldTable) -> Reason? {
        // Of whom nothing came, while others sent theirs, no list came either.
        if table.isUnsent(record), table.unsentCount < table.count { return .noRecord }
        let state = sent.state(of: list.list, for: record, of: table)
        let isMissing = list.list.isAtLeastOne ? state != .nilReturn : state == .notSent
        return isMissing ? .listNotSubmitted : nil
    }

    /// The lists of which a table's records would be, and that did not come, while others of the table did; where its records
    /// are in nobody's lists, the files that were not read.
    ///
    /// Where a roster says who is in the table nobody else is missing, and of a table with rows of a year for each of those on a
    /// roster, who lacks one is a record without a row already.
    /// - Complexity: O(records of the tables with such lists).
    func missingLists(of children: HeldTable) -> [MissingList] {
        guard isSupplied(children.table), !children.isRostered, !prefersGiven else { return [] }
        let lists = tables.compactMap(\.self).flatMap { table in
            table.lists.values.sorted { $0.list.name < $1.list.name }.compactMap { list in
                list.table == children.index ? children.table.owner(of: list.list).map { (table, list, field: $0) } : nil
            }
        }
        guard lists.isEmpty else { return lists.flatMap { missing($1, of: $0, through: $2) } }
        return sent.unreadFiles(of: children.table.name).map { MissingList(whose: .nobodys(file: $0), reason: .listNotSubmitted) }
    }

    private func missing(_ list: ChildList, of table: HeldTable, through field: String) -> [MissingList] {
        table.recordsThatAnswer.compactMap { record in
            // What refers to one that contradicts itself is nobody's, and came all the same.
            guard table.repeated[record] == nil, !table.contradicted.contains(record) else { return nil }
            let owner = MissingList.Whose.record(record, table: table.index, field: field)
            if sent.mayLackRows(list.list, of: record, in: table) { return MissingList(whose: owner, reason: .listNotSubmitted) }
            guard list.children(of: record).isEmpty, let reason = absence(of: list, from: record, in: table) else { return nil }
            return MissingList(whose: owner, reason: reason)
        }
    }
}

/// A list that did not come, so that it may have had records.
struct MissingList: Sendable {
    /// To what its records would lead.
    enum Whose: Sendable {
        /// To a record of a table, by its place in the vocabulary, through a field of theirs.
        case record(Int, table: Int, field: String)
        /// To nothing: they would stand in a file that was not read.
        case nobodys(file: String)
    }

    let whose: Whose
    /// Why there is none.
    let reason: Reason
}

private extension Table {
    /// The field that leads from every record in a list to whoever sends it; nil where there need be nobody, and where each has a
    /// row of a year.
    func owner(of list: Vocabulary.List) -> String? {
        guard let name = list.field, let field = fields[name], field.definition == nil, field.blank == .missing,
              !(keyNamesPeriod && isOwn(of: name))
        else { return nil }
        return name
    }
}

private extension HeldTable {
    /// The records that send lists of their own: of those that lie within each other the ones right below the top, which answer
    /// for what lies in them, and those that have none above or below them.
    var recordsThatAnswer: [Int] {
        guard let parent = table.hierarchy.flatMap({ table.fields.index(forKey: $0.parent) }), let references = references[parent]
        else { return Array(0..<count) }
        let up = references.map { if case .record(let above) = $0 { Int(above) } else { Int?.none } }
        let holders = Set(up.compactMap(\.self))
        return (0..<count).filter { record in up[record].map { up[$0] == nil } ?? !holders.contains(record) }
    }
}
