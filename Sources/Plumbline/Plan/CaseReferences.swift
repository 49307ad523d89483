import Diagnostics
import OrderedCollections

/// Finds texts that stand for records which a case does not give: a rule that looks into such a record finds nothing.
struct CaseReferences {
    private let vocabulary: Vocabulary
    private let table: Table
    /// The fields that the rule looks at, also on the records that references lead to.
    private let uses: FieldUses
    private var keys: [String: Set<String>] = [:]
    private var faults: [Diagnostic] = []

    init(_ plan: RulePlan, table: Table, vocabulary: Vocabulary) {
        self.table = table
        self.vocabulary = vocabulary
        uses = plan.programs.reduce(into: FieldUses()) { $0.formUnion($1.uses) }
    }

    /// - Returns: Nothing for a case that is about a record which is not there.
    func faults(of example: RuleCase) -> [Diagnostic] {
        guard example.reason != .noSuchRecord, example.reason != .scopeUnknown else { return [] }
        var search = self
        let records = [example.given] + example.periods.map(\.record) + example.records.compactMap(\.record)
        for record in records { search.collectKeys(of: record, table.name) }
        for record in records { search.check(record, table.name) }
        return search.faults
    }
}

private extension CaseReferences {
    mutating func collectKeys(of record: RuleCase.Record, _ name: String) {
        guard let table = vocabulary.tables[name] else { return }
        if table.keyFields.count == 1, let key = record[table.keyFields[0]]?.text { keys[name, default: []].insert(key) }
        for (_, given, target) in led(record, from: table) { given.records.forEach { collectKeys(of: $0, target) } }
    }

    mutating func check(_ record: RuleCase.Record, _ name: String) {
        guard let table = vocabulary.tables[name] else { return }
        for (field, given, target) in led(record, from: table) {
            given.records.forEach { check($0, target) }
            guard let key = given.text, !uses[target].isEmpty, let parent = vocabulary.tables[target],
                  parent.keyFields.count == 1, !(keys[target]?.contains(key) ?? false)
            else { continue }
            faults.append(.caseReferenceLeadsNowhere(key, to: parent, field: field, at: given.location))
        }
    }

    /// What a record leads to, with the table of each.
    func led(_ record: RuleCase.Record, from table: Table) -> [(name: String, given: RuleCase.Given, table: String)] {
        let lists = vocabulary.lists(of: table.name)
        return record.compactMap { name, given in
            if case .reference(let target)? = table.fields[name]?.type { return (name, given, target) }
            return lists.first { $0.name == name }.map { (name, given, $0.table) }
        }
    }
}

private extension RuleCase.Given {
    /// The records that stand in it.
    var records: [RuleCase.Record] {
        switch content {
        case .text: []
        case .record(let record): [record]
        case .list(let items): items.compactMap(\.record)
        }
    }
}

private extension RuleCase.Item {
    var record: RuleCase.Record? {
        if case .record(let record) = content { record } else { nil }
    }
}
