import OrderedCollections

/// What of a data model is another in another period though its table has none: registers, which are seen as they stood,
/// what is observed period by period, and what is made from either.
struct TimeDependence: Sendable {
    /// The tables whose records come and go.
    private(set) var registers: Set<String> = []
    /// The fields of tables, by their places.
    private(set) var fields: [String: Set<Int>] = [:]
    /// The tables from which references and lists lead to any of these, and they themselves.
    private var tables: Set<String> = []
    /// Whether fields are made in ways that look at other periods, whatever they are made from.
    private var isAnyMade = false

    init() {}

    /// - Parameter definitions: How fields come from others, by table and the field's place.
    init(_ vocabulary: Vocabulary, definitions: [String: [Int: FieldProgram]]) {
        for table in vocabulary.tables.values {
            if table.validity != nil { registers.insert(table.name) }
            for (place, field) in table.fields.values.enumerated() where field.observation != nil {
                fields[table.name, default: []].insert(place)
            }
        }
        tables = Self.tables(leadingTo: registers.union(fields.keys), in: vocabulary)
        var isChanged = true
        while isChanged {
            isChanged = false
            for (table, programs) in definitions {
                for (place, program) in programs where !(fields[table]?.contains(place) ?? false) && concerns(program) {
                    fields[table, default: []].insert(place)
                    (isChanged, isAnyMade) = (true, true)
                }
            }
        }
    }

    /// Whether nothing is: then every record is the same in all periods, but for its own.
    var isEmpty: Bool { registers.isEmpty && fields.isEmpty && !isAnyMade }

    /// Whether an expression may come to something else in another period.
    func concerns(_ program: FieldProgram) -> Bool {
        program.looksAtOtherPeriods || program.uses.fields.contains { table, places in
            registers.contains(table) || !(fields[table]?.isDisjoint(with: places) ?? true)
        }
    }

    /// Whether anything that a table's expressions can name may be another in another period.
    func concerns(_ table: Table) -> Bool { tables.contains(table.name) }

    /// - Complexity: O(fields).
    private static func tables(leadingTo ends: Set<String>, in vocabulary: Vocabulary) -> Set<String> {
        guard !ends.isEmpty else { return [] }
        var origins: [String: [String]] = [:]
        for table in vocabulary.tables.values {
            if let group = table.group { origins[group.table, default: []].append(table.name) }
            for field in table.fields.values {
                guard case .reference(let parent) = field.type else { continue }
                origins[parent, default: []].append(table.name)
                if field.list != nil { origins[table.name, default: []].append(parent) }
            }
        }
        var found = ends
        var open = Array(ends)
        while let table = open.popLast() {
            for origin in origins[table] ?? [] where found.insert(origin).inserted { open.append(origin) }
        }
        return found
    }
}

extension FieldProgram {
    /// Whether the expression names the period judged, or another one.
    var looksAtOtherPeriods: Bool {
        slots.contains { slot in
            switch slot {
            case .period, .previous, .yearAgo, .baseline: true
            case .cell, .field, .list, .lifted, .figure, .record, .due, .asOf: false
            }
        }
    }
}
