import CEL
import OrderedCollections

/// The records of one table, all of them at hand, because expressions reach them from other records or over periods.
///
/// A record is called by its number, from 0, in the order of files and rows; rows of a roster of which nothing came
/// stand at the end. Memory: the cells of the needed fields, and a few words a record.
final class HeldTable: Sendable {
    /// Where a record's row lies.
    struct Place: Sendable {
        var batch: Int32
        var row: Int32
    }

    /// The records that one record of a period-keyed table has: one a period.
    struct Entity: Sendable {
        /// The texts of the key without the period.
        var key: [String]
        /// Its records, in order; none for one that is on a roster and of which nothing came.
        var records: [Int]
        /// The record of the rostered table that the entity is of, where nothing came.
        var owner: Int?
    }

    /// How the value of a field comes about.
    enum Origin: Sendable {
        /// It is the field's own cell.
        case cell
        /// Of each record, what it refers to; with the place in the vocabulary of the table that is referred to, where that is held.
        case reference([Reference], to: Int?)
        case defined(FieldProgram)
        /// It is observed in another table.
        case observed
    }

    let table: Table
    /// The table's place in the vocabulary.
    let index: Int
    private let cells: RecordCells
    /// How many records at the end are on a roster and were not sent.
    let unsentCount: Int
    /// Whether a roster says who must answer.
    let isRostered: Bool
    /// The records by their key, for tables with a key of one field; nil for a key under which several say different things.
    let keys: [String: Int?]
    /// The records whose key an earlier one has, with that one.
    let repeated: [Int: Int]
    /// The records of one key that say different things.
    let contradicted: Set<Int>
    /// Of records that came more than once and say the same, how many copies there are beside the first.
    let copies: [Int: Int]
    /// How fields come from others, by the field's place.
    let definitions: [Int: FieldProgram]
    /// Of each reference field, by place, the record that each record refers to.
    let references: [Int: [Reference]]
    /// Of each field how its value comes about.
    let origins: [Origin]
    /// The lists on the table's records, by name.
    let lists: [String: ChildList]
    /// The period of each record; empty for a table without periods.
    let periods: [CalendarPeriod?]
    /// The kind of period that most of the records are of; of kinds that as many are of the longest, years where none
    /// is of any.
    let periodKind: CalendarPeriod.Kind
    /// For a table whose key has the period: its entities, and which each record is of.
    let entities: [Entity]
    let entityOfRecord: [Int32]
    /// Records of the table that the key refers to which no roster lists, and of which no row came here. They are
    /// missing only where a rule holds all of a group's records against each other.
    let unheard: [Entity]
    /// For a register: on which days each record is in it.
    let days: RegisterDays?

    /// - Parameters:
    ///   - definitions: How fields come from others, by the field's place.
    ///   - days: For a register: on which days each record is in it.
    ///   - place: The place in the vocabulary of a table; nil where that is not held.
    init(
        _ draft: HeldTableDraft, definitions: [Int: FieldProgram], references: [Int: [Reference]], lists: [String: ChildList],
        days: RegisterDays?, place: (_ table: String) -> Int?
    ) {
        self.days = days
        self.definitions = definitions
        table = draft.table
        index = draft.index
        cells = draft.cells
        unsentCount = draft.unsentCount
        isRostered = draft.hasRoster
        keys = draft.keys
        repeated = draft.repeated
        contradicted = draft.contradicted
        let agreeing = draft.repeated.filter { !draft.contradicted.contains($0.key) }
        copies = Dictionary(agreeing.values.map { ($0, 1) }, uniquingKeysWith: +)
        periods = draft.periods
        periodKind = Self.commonKind(of: draft.periods)
        entities = draft.entities
        entityOfRecord = draft.entityOfRecord
        unheard = draft.unheard
        self.references = references
        self.lists = lists
        // Field by field in place: a whole one is dear to copy, and cases make many small tables.
        let fields = draft.table.fields.values
        origins = fields.indices.map { index in
            if let program = definitions[index] { return .defined(program) }
            if let references = references[index], case .reference(let table) = fields[index].type {
                return .reference(references, to: place(table))
            }
            return fields[index].observation == nil ? .cell : .observed
        }
    }

    private static func commonKind(of periods: [CalendarPeriod?]) -> CalendarPeriod.Kind {
        var counts: [CalendarPeriod.Kind: Int] = [:]
        for case let period? in periods { counts[period.kind, default: 0] += 1 }
        // The longer the kind, the lower its raw value.
        return counts.max { ($0.value, -$0.key.rawValue) < ($1.value, -$1.key.rawValue) }?.key ?? .year
    }

    var count: Int { cells.places.count }

    /// How its records lie within each other; nil for a table whose records do not.
    ///
    /// - Complexity: O(records).
    var tree: HierarchyTree? {
        table.hierarchy.flatMap { table.fields.index(forKey: $0.parent) }.flatMap { references[$0] }.map(HierarchyTree.init)
    }

    /// Whether an earlier record has the key and says the same.
    func isCopy(_ record: Int) -> Bool { repeated[record] != nil && !contradicted.contains(record) }

    /// The records that a roster lists, in the order of their rows.
    var rosterRecords: [Int] { (0..<count).filter { cells.rosterPlaces[$0] != nil || isUnsent($0) } }

    /// Whether the record is on a roster and nothing came of it.
    func isUnsent(_ record: Int) -> Bool { record >= count - unsentCount }

    /// What a record's cell says; a roster's row fills what the submitted one leaves out.
    func cell(_ field: Int, of record: Int) -> Cell { cells.cell(field, of: record) }

    /// The text of a record's cell; nil for a blank one.
    func text(_ field: Int, of record: Int) -> String? {
        let (batch, row) = source(field, of: record)
        return batch.wholeText(field: field, row: row).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The batch and the row from which a record's cell comes, for evidence.
    func source(_ field: Int, of record: Int) -> (batch: RecordBatch, row: Int) { cells.source(field, of: record) }

    /// The file that a record's own row lies in.
    func file(of record: Int) -> String { cells.batches[Int(cells.places[record].batch)].file }

    /// The record as findings call it; a group stands in no file.
    func reference(to record: Int) -> RecordReference {
        let place = cells.places[record]
        var reference = cells.batches[Int(place.batch)].record(ofRow: Int(place.row))
        if reference.label == nil, let roster = cells.rosterPlaces[record] {
            reference.label = cells.batches[Int(roster.batch)].record(ofRow: Int(roster.row)).label
        }
        if table.group != nil { reference.address = nil }
        return reference
    }

    /// The record of a file that is selected; nil where no record is.
    func record(_ selection: RecordSelection, of file: String) -> Int? {
        (0..<count).first { record in
            let address = address(of: record)
            return address.file == file && address.row == selection.row && address.column == selection.column
        }
    }

    func address(of record: Int) -> RecordAddress {
        cells.batches[Int(cells.places[record].batch)].address(ofRow: Int(cells.places[record].row))
    }
}
