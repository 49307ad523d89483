import CEL
import Diagnostics
import OrderedCollections

/// The groups of peers of one period: the records of a rule's scope, and what they come to together.
///
/// It belongs to one run, which judges on one thread; that is why it may remember without a lock.
final class PeerGroups {
    private struct Key: Hashable {
        var group: RecordGroup
        var part: Int
        var way: Int
    }

    private let plan: PeersPlan
    private let isBounded: Bool
    private let strata: Strata
    /// Who may be missing because a list did not come.
    private let awaited: AwaitedMembers
    private var waysInto: [RecordGroup: StrangerWays?] = [:]
    private var values: [Key: Value] = [:]
    private var tallies: [Key: ValueTally?] = [:]

    init(_ plan: PeersPlan, _ dataset: Dataset, _ table: HeldTable, _ period: CalendarPeriod?) {
        self.plan = plan
        isBounded = plan.rule.missing == .bounds
        let tableJudge = TableJudge(plan.rule, dataset, table, withholdsSensitive: true, wantsNamed: false)
        let task = RuleTask(0, plan.rule, of: dataset, on: table, withholdsSensitive: true)
        let members = GroupJudge(tableJudge, task).members(in: period, isFirst: true)
        let grouping = Grouping(programs: plan.comparison.strata, periods: [period])
        strata = Strata(of: members, by: grouping, plan.comparison, notesOutside: false)
        awaited = AwaitedMembers(
            tableJudge.missingLists, of: plan.rule, by: grouping, dataset, Circumstances(asOf: dataset.asOf, period: period))
    }

    /// In which ways others may be peers of a group of whom nobody knows whose they are; nil where there are too many to
    /// try.
    func ways(into group: RecordGroup) -> StrangerWays? {
        if let ways = waysInto[group] { return ways }
        let ways = strata.ways(of: strata.crowd(into: group), into: group)
        waysInto[group] = .some(ways)
        return ways
    }

    /// How long one of the plan's lists is for a group, and how many of its values are missing; nil where it is not known.
    func tally(of part: Int, in group: RecordGroup) -> ValueTally? {
        let key = Key(group: group, part: part, way: 0)
        if let tally = tallies[key] { return tally }
        var tally: ValueTally?
        if case .list(let values) = value(of: part, in: group, way: 0) {
            tally = ValueTally(values)
        }
        tallies[key] = .some(tally)
        return tally
    }

    /// Those whose sensitive cells can be computed from a group's figures: the one member whose own value is not told,
    /// because it is one person's, is what the values of the others leave of the figure of all.
    func persons(toldIn group: RecordGroup) -> Set<Person> {
        strata.groups[group]?.tellers.reduce(into: []) { if $1.isOne { $0.formUnion($1.persons) } } ?? []
    }

    /// What one of the plan's parts comes to for a group.
    ///
    /// - Parameter way: The way in which others belong to it too; 0 where none does.
    func value(of part: Int, in group: RecordGroup, way: Int) -> Value {
        let key = Key(group: group, part: part, way: way)
        if let value = values[key] { return value }
        let stratum = strata.groups[group] ?? Stratum(columns: plan.comparison.columns.count)
        let joining = way == 0 ? [] : ways(into: group)?.joining(way) ?? []
        let isOpen = isBounded && stratum.error == nil && awaited.concern(group)
        let value = isOpen ? .noAnswer(.listNotSubmitted) : value(of: plan.parts[part], stratum.joined(by: joining))
        // Lists with others in them are asked for by nothing but what is made of them.
        if way == 0 || !plan.parts[part].isList { values[key] = value }
        return value
    }
}

private extension PeerGroups {
    func value(of part: PeersPlan.Part, _ stratum: Stratum) -> Value {
        switch part {
        case .list(let column, let least): list(column, least, stratum)
        case .together(let program):
            program.value(stratum.columns.indices.map { list($0, plan.leastCount(ofColumn: $0), stratum) })
        }
    }

    /// The list of a group's values, or why there is none.
    func list(_ column: Int, _ least: Int, _ stratum: Stratum) -> Value {
        if let error = stratum.error { return error.asValue }
        // Whether somebody is among the peers could decide; what the record itself lacks is its own finding.
        if isBounded, let cause = stratum.cause { return .noAnswer(cause == .scopeUnknown ? .missingDecides : cause) }
        let values = stratum.columns[column]
        return values.count < least ? .noAnswer(.groupTooSmall) : .list(values)
    }
}

private extension PeersPlan.Part {
    var isList: Bool { if case .list = self { true } else { false } }
}

private extension Verdict {
    /// What goes wrong on one record goes wrong on all that are held against it; how, that record's own finding tells.
    var asValue: Value {
        let code: DiagnosticCode = reason == .costLimit ? "cost-limit" : "peer-error"
        return .error(EvaluationError(code: code, message: Localized(zh: "同类中的一条记录无法计算", en: "a record among the peers goes wrong")))
    }
}
