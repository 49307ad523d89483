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
        let strays = (list.strays[record] ?? []).map { number in
            element(number).doubted(because: child.doubt(.noSuchRecord, list.list.field ?? "", of: Int(number)))
        }
        guard child.days != nil || !child.contradicted.isEmpty else { return .list(children.map(element) + strays) }
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
        return .list(members + strays)
    }

    /// Why a list without rows is not known to be empty; nil where it is.
    private func absence(of list: ChildList, from record: Int, in table: HeldTable) -> Reason? {
        // Of whom nothing came, while others sent theirs, no list came either.
        if table.isUnsent(record), table.unsentCount < table.count { return .noRecord }
        let state = sent.state(of: list.list, for: record, of: table)
        let isMissing = list.list.isAtLeastOne ? state != .nilReturn : state == .notSent || state == .notListed
        return isMissing ? .listNotSubmitted : nil
    }

    /// The lists of which a table's records would be, and that did not come, while others of the table did; with the files that were
    /// not read, where nobody's list accounts for them.
    ///
    /// Where a roster says who is in the table nobody else is missing, and of a table with rows of a year for each of those on a
    /// roster, who lacks one is a record without a row already.
    /// - Complexity: O(records of the tables with such lists).
    func missingLists(of children: HeldTable) -> [MissingList] {
        guard isSupplied(children.table), !children.isRostered, !prefersGiven else { return [] }
        let lists = tables.compactMap(\.self).flatMap { table in
            table.lists.values.sorted { $0.list.name < $1.list.name }.compactMap { list in
                list.table == children.index ? children.table.ownerField(of: list.list).map { (table, list, field: $0) } : nil
            }
        }
        let missing = lists.flatMap { self.missing($1, of: $0, through: $2) }
        let isAccountedFor = missing.contains(where: \.isUnread)
        let files = isAccountedFor ? [] : sent.unreadFiles(of: children.table.group?.table ?? children.table.name)
        return missing + files.map { MissingList(whose: .nobodys(file: $0), reason: .listNotSubmitted) }
    }

    private func missing(_ list: ChildList, of table: HeldTable, through field: String) -> [MissingList] {
        let tree = table.tree(above: list)
        let unread = Set((0..<table.count).filter { sent.mayLackRows(list.list, of: $0, in: table) })
        let reasons = (0..<table.count).map { record -> Reason? in
            // What refers to one that contradicts itself is nobody's, and came all the same.
            guard table.repeated[record] == nil, !table.contradicted.contains(record) else { return nil }
            if unread.contains(record) { return .listNotSubmitted }
            guard list.children(of: record).isEmpty, let reason = absence(of: list, from: record, in: table) else { return nil }
            guard let tree, !list.list.isAtLeastOne else { return reason }
            // Of a place that lies in others a row of its own need not come with what stands there.
            return reason != .noRecord && tree.answersForItself(record) ? reason : nil
        }
        // What lies below one that lacks its list is in that list.
        return reasons.indices.compactMap { record in
            guard let reason = reasons[record], tree.map({ $0.above(record).allSatisfy { reasons[$0] == nil } }) ?? true else { return nil }
            let owners = [record] + (tree?.all(below: record) ?? [])
            return MissingList(
                whose: .records(owners, table: table.index, field: field), reason: reason, isUnread: unread.contains(record),
                mayBeNone: mayBeNone(list, of: record, in: table) && !unread.contains(record))
        }
    }
}

private extension Dataset {
    /// Whether whoever says what he sends says nothing of a list that may be empty.
    func mayBeNone(_ list: ChildList, of record: Int, in table: HeldTable) -> Bool {
        !list.list.isAtLeastOne && sent.state(of: list.list, for: record, of: table) == .notListed
    }
}

/// A list that did not come, so that it may have had records.
struct MissingList: Sendable {
    /// To what its records would lead.
    enum Whose: Sendable {
        /// To a record of a table, by its place in the vocabulary, or to one that lies below it, through a field of theirs; whose list
        /// it is comes first.
        case records([Int], table: Int, field: String)
        /// Nobody knows: they would stand in a file that was not read.
        case nobodys(file: String)
    }

    let whose: Whose
    /// Why there is none.
    let reason: Reason
    /// Whether rows of it may stand in a file that was not read.
    var isUnread = false
    /// Whether whoever did not send it says what he sends, so that he may well have nothing more.
    var mayBeNone = false
}

private extension Table {
    /// The field that leads from every record in a list to whoever sends it; nil where there need be nobody, and where each has a
    /// row of a year.
    func ownerField(of list: Vocabulary.List) -> String? {
        guard let name = list.field, let field = fields[name], field.definition == nil, field.blank == .missing,
              !(keyNamesPeriod && isOwn(of: name))
        else { return nil }
        return name
    }
}

private extension HeldTable {
    /// How records lie within each other, where whatever is below one is in its list; nil where lists do not add up so.
    func tree(above list: ChildList) -> HierarchyTree? { list.isCumulative ? tree : nil }
}

private extension HierarchyTree {
    /// Whether a record sends lists of its own without being asked for each: those right below the top do, for all that lies in
    /// them, and those that have none above or below them.
    func answersForItself(_ record: Int) -> Bool { parent(of: record).map { parent(of: $0) == nil } ?? (below[record] == nil) }
}
