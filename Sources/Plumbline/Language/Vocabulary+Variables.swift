import CEL
import OrderedCollections

/// What expressions over the records of a vocabulary's tables can name.
extension Vocabulary {
    /// The names of a table's fields and lists, and what rules add to them, each with its type.
    ///
    /// - Complexity: O(1) once ``settleVariables()`` was called, and linear in the table's fields before.
    func variables(of table: Table) -> [String: CEL.`Type`] { notedVariables[table.name] ?? foundVariables(of: table) }

    /// Notes what can be named, once the types of all fields are settled.
    mutating func settleVariables() {
        notedVariables = Dictionary(uniqueKeysWithValues: tables.values.map { ($0.name, foundVariables(of: $0)) })
    }

    private func foundVariables(of table: Table) -> [String: CEL.`Type`] {
        typealias Name = RuleEnvironment.Name
        let record = CEL.`Type`.record(table.name)
        var variables: [String: CEL.`Type`] = [
            Name.asOf: DateValue.type, Name.period: PeriodValue.type, Name.due: DateValue.type, Name.record: record,
        ]
        if table.period != nil || dependence.concerns(table) {
            (variables[Name.previous], variables[Name.yearAgo]) = (record, record)
        }
        for field in table.fields.values { variables[field.name] = VocabularyTypes.type(of: field) }
        for list in lists(of: table.name) { variables[list.name] = .list(.record(list.table)) }
        return variables
    }
}
