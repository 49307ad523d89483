import OrderedCollections

/// Finds the cells that an expression on a held record rests on: the record's own, those that its fields are made from,
/// and those that its references lead to.
struct CellWalk {
    /// A cell, and how the expression gets to it.
    struct Place {
        let table: HeldTable
        let record: Int
        let field: Int
        /// The references on the way, then the field.
        let path: [String]
    }

    private let dataset: Dataset
    /// In which period the record is seen.
    private let moment: Moment
    /// Each once, in the order in which the expressions name them.
    private(set) var places: [Place] = []
    private var seen: Set<[String]> = []

    init(_ program: FieldProgram, of record: Int, in table: HeldTable, _ dataset: Dataset, seenIn moment: Moment) {
        self.dataset = dataset
        self.moment = table.moment(of: record, seenIn: moment)
        add(program, record, table, by: [])
    }

    /// The cells of one field alone.
    init(field: Int, of record: Int, in table: HeldTable, _ dataset: Dataset, seenIn moment: Moment) {
        self.dataset = dataset
        self.moment = table.moment(of: record, seenIn: moment)
        add(field, record, table, by: [])
    }
}

private extension CellWalk {
    mutating func add(_ program: FieldProgram, _ record: Int, _ table: HeldTable, by path: [String]) {
        for field in program.fields { add(field, record, table, by: path) }
        for steps in program.paths {
            guard let (end, found) = dataset.end(of: steps.dropLast(), from: record, of: table),
                  let field = steps.last.flatMap({ end.table.fields.index(forKey: $0) })
            else { continue }
            add(field, found, end, by: path + steps.dropLast())
        }
    }

    mutating func add(_ field: Int, _ record: Int, _ table: HeldTable, by path: [String]) {
        let definition = table.table.fields.values[field]
        let name = path + [definition.name]
        guard seen.insert(name).inserted else { return }
        if let program = table.definitions[field], !dataset.isSupplied(field, record, of: table, in: moment) {
            return add(program, record, table, by: path)
        }
        if let (long, row, value) = dataset.observedCell(of: field, record, of: table, in: moment) {
            places.append(Place(table: long, record: row, field: value, path: name))
            return
        }
        places.append(Place(table: table, record: record, field: field, path: name))
    }
}

extension Dataset {
    /// The record that a chain of references leads to; nil where one of them leads nowhere.
    func end(of path: ArraySlice<String>, from record: Int, of table: HeldTable) -> (HeldTable, Int)? {
        var (table, record) = (table, record)
        for name in path {
            guard let field = table.table.fields.index(forKey: name),
                  case .reference(let parent) = table.table.fields.values[field].type,
                  case .record(let next)? = table.references[field]?[record], let found = self.table(named: parent)
            else { return nil }
            (table, record) = (found, Int(next))
        }
        return (table, record)
    }
}
