import CEL
import OrderedCollections

/// A held table while its files are read.
struct HeldTableDraft {
    let table: Table
    let index: Int
    private(set) var cells = RecordCells()
    private(set) var unsentCount = 0
    private(set) var keys: [String: Int?] = [:]
    /// The records whose key an earlier one has, with that one.
    private(set) var repeated: [Int: Int] = [:]
    /// The records of one key that say different things.
    private(set) var contradicted: Set<Int> = []
    private(set) var periods: [CalendarPeriod?] = []
    private(set) var entities: [HeldTable.Entity] = []
    /// The keys of the entities as they are compared, with the key in place of a label.
    private var entityNames: Set<[String]> = []
    private(set) var entityOfRecord: [Int32] = []
    private(set) var unheard: [HeldTable.Entity] = []
    /// The rows of a roster by key, in its order.
    private var roster: OrderedDictionary<[String], HeldTable.Place> = [:]
    /// The roster's rows of which a row came.
    private var sent: Set<[String]> = []
    private(set) var hasRoster = false
    /// The keys of the roster's rows by their labels, as names are compared; nil for a label that several have.
    private var rosterLabels: [String: String?] = [:]
    /// For fields that name records by their labels: the keys of those records, by label; both as names are compared.
    private var keysByLabel: [Int: [String: String]] = [:]

    init(_ table: Table, index: Int) {
        self.table = table
        self.index = index
    }

    /// Whether nothing came of it, and nothing has to come.
    var isUnfilled: Bool { cells.batches.isEmpty && entities.isEmpty && unheard.isEmpty }

    /// Takes rows that a ruleset brings as its roster; before any that were submitted.
    mutating func appendRoster(_ batch: RecordBatch) {
        hasRoster = true
        cells.batches.append(batch)
        for row in 0..<batch.rowCount {
            guard let key = batch.keyParts(ofRow: row), roster[key] == nil else { continue }
            roster[key] = HeldTable.Place(batch: Int32(cells.batches.count - 1), row: Int32(row))
            let listed = batch.record(ofRow: row)
            guard let label = listed.label.map(CellText.comparable) else { continue }
            rosterLabels[label] = rosterLabels[label] == nil ? .some(listed.key) : .some(nil)
        }
    }

    /// Takes submitted rows.
    ///
    /// - Returns: The rows that are not on the roster, where there is one.
    mutating func append(_ batch: RecordBatch) -> [Int] {
        cells.batches.append(batch)
        var strangers: [Int] = []
        for row in 0..<batch.rowCount {
            let place = HeldTable.Place(batch: Int32(cells.batches.count - 1), row: Int32(row))
            if hasRoster, let key = batch.keyParts(ofRow: row) {
                if let listed = roster[key] {
                    cells.rosterPlaces[cells.places.count] = listed
                    sent.insert(key)
                } else {
                    strangers.append(row)
                }
            }
            cells.places.append(place)
        }
        return strangers
    }

    /// The key of the only row of the roster with a label; nil where labels are not told, too.
    func rosterKey(ofLabel label: String) -> String? {
        canBeCalledByLabel && table.tellsEntities ? rosterLabels[CellText.comparable(label)] ?? nil : nil
    }

    /// The records that the roster lists, with their keys.
    var listedRecords: [(key: String, record: Int)] {
        keys.compactMap { key, record in
            guard let record, cells.rosterPlaces[record] != nil || record >= cells.places.count - unsentCount else { return nil }
            return (name(of: record) ?? key, record)
        }.sorted { $0.record < $1.record }
    }

    /// All records that their key names, with it.
    var keyedRecords: [(key: String, record: Int)] {
        keys.compactMap { key, record in record.map { (name(of: $0) ?? key, $0) } }.sorted { $0.1 < $1.1 }
    }

    /// A record's key as it was written, for tables with a key of one field.
    private func name(of record: Int) -> String? {
        table.keyFields.first.flatMap { table.fields.index(forKey: $0) }.flatMap { cells.keyText($0, of: record) }
    }

    /// Adds what is on the roster and did not come, and finds the records by key.
    mutating func finishRows() {
        for (key, place) in roster where !sent.contains(key) {
            cells.places.append(place)
            unsentCount += 1
        }
        findKeys()
    }

    /// Says which records fields name by their labels, so that a record is one whichever of its names its rows have.
    ///
    /// - Returns: The records that turn out to have an earlier one's key, with that one.
    mutating func call(_ labels: [Int: [String: String]]) -> [(record: Int, first: Int)] {
        keysByLabel = labels
        guard labels.keys.contains(where: { table.keyFields.contains(table.fields.keys[$0]) }) else { return [] }
        let before = repeated
        (keys, repeated, contradicted) = ([:], [:], [])
        findKeys()
        return repeated.filter { before[$0.key] == nil }.map { (record: $0.key, first: $0.value) }.sorted { $0.record < $1.record }
    }

    /// What a cell's text names, as names are compared: of a label the key.
    func named(_ text: String, in field: Int) -> String {
        let name = CellText.comparable(text)
        return keysByLabel[field]?[name] ?? name
    }

    /// The parts of a key as they are compared, with the key in place of a label.
    private func named(_ parts: [String]) -> [String] {
        if keysByLabel.isEmpty { return parts }
        return zip(table.keyFields, parts).map { name, part in
            table.fields.index(forKey: name).flatMap { keysByLabel[$0]?[part] } ?? part
        }
    }

    /// Finds the records by key. Of two that have one, the later repeats the earlier; where they say different things,
    /// neither can be trusted to be what a reference means.
    private mutating func findKeys() {
        let isReferred = table.keyFields.count == 1
        var first: [String: Int] = [:]
        for record in cells.places.indices {
            let (batch, row) = (Int(cells.places[record].batch), Int(cells.places[record].row))
            guard cells.batches[batch].hasReadableKey(row), let parts = cells.batches[batch].keyParts(ofRow: row) else { continue }
            let key = KeyText.of(named(parts))
            if let earlier = first[key] {
                repeated[record] = earlier
                guard !agree(record, earlier) else { continue }
                contradicted.formUnion([record, earlier])
                if isReferred { keys[key] = .some(nil) }
            } else {
                first[key] = record
                if isReferred { keys[key] = record }
            }
        }
    }

    /// Whether two records say the same, as far as both say anything.
    private func agree(_ record: Int, _ other: Int) -> Bool {
        let (place, otherPlace) = (cells.places[record], cells.places[other])
        let (batch, otherBatch) = (cells.batches[Int(place.batch)], cells.batches[Int(otherPlace.batch)])
        return table.fields.values.indices.allSatisfy { field in
            guard let text = batch.wholeText(field: field, row: Int(place.row)),
                  let otherText = otherBatch.wholeText(field: field, row: Int(otherPlace.row)), !text.isEmpty, !otherText.isEmpty
            else { return true }
            return text == otherText || named(text, in: field) == named(otherText, in: field)
        }
    }

    /// Says of which period each record is, and which records are one entity.
    ///
    /// - Parameter period: The period that a row says; of a record whose own row says none, the roster's row is asked.
    mutating func finishPeriods(_ period: (RecordBatch, Int) -> CalendarPeriod?) {
        guard table.period != nil else { return }
        func said(_ place: HeldTable.Place) -> CalendarPeriod? { period(cells.batches[Int(place.batch)], Int(place.row)) }
        periods = cells.places.enumerated().map { record, place in said(place) ?? cells.rosterPlaces[record].flatMap(said) }
        guard table.entityFields.count < table.keyFields.count else { return }
        let fields = table.entityFields.compactMap { table.fields.index(forKey: $0) }
        var known: [[String]: Int] = [:]
        for record in cells.places.indices {
            let place = cells.places[record]
            let batch = cells.batches[Int(place.batch)]
            // A record without a key is one by itself.
            let key = fields.compactMap { batch.wholeText(field: $0, row: Int(place.row)) }
            let name = key.count == fields.count ? zip(key, fields).map { named($0, in: $1) } : []
            if key.count == fields.count, !key.contains(""), let entity = known[name] {
                entities[entity].records.append(record)
                entityOfRecord.append(Int32(entity))
            } else {
                if key.count == fields.count, !key.contains("") { known[name] = entities.count }
                entityOfRecord.append(Int32(entities.count))
                entities.append(HeldTable.Entity(key: key, records: [record]))
            }
        }
        entityNames = Set(known.keys)
    }

    /// Adds an entity for each record of a rostered table that has none here: it is on the list, and nothing came.
    mutating func addAbsent(_ owners: [(key: String, record: Int)]) {
        for owner in owners where entityNames.insert([CellText.comparable(owner.key)]).inserted {
            entities.append(HeldTable.Entity(key: [owner.key], records: [], owner: owner.record))
        }
    }

    /// Notes of which records of the table that the key refers to no row came here, though nobody lists them.
    mutating func noteUnheard(_ owners: [(key: String, record: Int)]) {
        unheard = owners.filter { !entityNames.contains([CellText.comparable($0.key)]) }.map {
            HeldTable.Entity(key: [$0.key], records: [], owner: $0.record)
        }
    }
}
