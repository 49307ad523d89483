import CEL
import OrderedCollections

/// Everything that a run needs to know, compiled once before any data are seen.
public struct AuditPlan: Sendable {
    public let book: RuleBook
    /// The rules of all rulesets, in the order of the files.
    public let rules: [RulePlan]

    /// What was added to the functions of the rule language.
    let functions: [any FunctionLibrary]

    public var vocabulary: Vocabulary { book.vocabulary }

    /// The plan of one rule by itself.
    func alone(_ rule: Int) -> AuditPlan { AuditPlan(book: book, rules: [rules[rule]], functions: functions) }

    /// The places in `rules` of a table's rules.
    public func rules(for table: String) -> [Int] { rules.indices.filter { rules[$0].rule.table == table } }

    /// The places of the fields that a table's rules, key and label need.
    public func neededFields(of table: Table) -> Set<Int> {
        let names = table.keyFields + (table.label.map { [$0] } ?? [])
        let named = Set(names.compactMap { table.fields.index(forKey: $0) })
        return rules(for: table.name).reduce(named) { $0.union(rules[$1].neededFields) }
    }
}
