import Diagnostics
import OrderedCollections

/// Of which table those are that a case expects an answer of, and what it says of them.
struct CaseRoster {
    let table: Table
    /// On which level of the table's hierarchy they are; nil where the rule does not ask for one.
    let level: String?

    /// The table whose records are the rule's groups; else the one that its own records are of, year by year; else its own.
    ///
    /// Nil for a rule whose table is not there.
    init?(_ rule: RulePlan, vocabulary: Vocabulary) {
        guard let own = vocabulary.tables[rule.rule.table] else { return nil }
        let owners = own.entityFields.compactMap { name -> Table? in
            if case .reference(let parent)? = own.fields[name]?.type { vocabulary.tables[parent] } else { nil }
        }
        let owner = own.period != nil && owners.count == 1 && own.entityFields.count == 1 ? owners[0] : nil
        table = rule.groupTable.flatMap { vocabulary.tables[$0] } ?? owner ?? own
        level = rule.coverage?.perLevel
    }

    /// The records that a case expects, those written as texts by their keys and on the level that the rule asks for.
    func records(of example: RuleCase) -> [RuleCase.Record] {
        example.roster.compactMap { item in
            switch item.content {
            case .record(let record): return record
            case .text(let key?):
                guard let field = keyField else { return nil }
                var record: RuleCase.Record = [field: RuleCase.Given(text: key, location: item.location)]
                if let level, let hierarchy = table.hierarchy, let value = hierarchy.levels[level] {
                    record[hierarchy.level] = RuleCase.Given(text: value, location: item.location)
                }
                return record
            case .text(nil), .list: return nil
            }
        }
    }

    /// What a case says of nobody: items that have no key, or that no key of one field could stand for.
    func faults(of example: RuleCase) -> [Diagnostic] {
        example.roster.compactMap { item in
            switch item.content {
            case .record(let record) where item.count == 1:
                table.keyFields.allSatisfy { record[$0]?.text != nil } && !table.keyFields.isEmpty ? nil : .caseRosterWithoutKey(table, at: item.location)
            case .text(.some) where keyField != nil && item.count == 1: nil
            default: .caseRosterWithoutKey(table, at: item.location)
            }
        }
    }

    private var keyField: String? { table.keyFields.count == 1 ? table.keyFields[0] : nil }
}
