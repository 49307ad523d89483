import CEL
import Diagnostics
import OrderedCollections

/// Judges the records of one held table by all of its rules: first record by record, then group by group.
struct TableJudge {
    /// The records that the table is among, for whoever judges.
    var dataset: Dataset
    let table: HeldTable
    var tasks: [RuleTask]
    let withholdsSensitive: Bool
    /// Whether a record that a rule names has to be there.
    let wantsNamed: Bool
    /// The only record to judge; nil where all are.
    let chosen: ChosenRecord?
    /// Who shares the work.
    let crew: Crew
    /// The lists with records of the table that did not come.
    let missingLists: Deferred<[MissingList]>

    init(
        _ crew: Crew, _ table: HeldTable, withholdsSensitive: Bool = true, wantsNamed: Bool = true, chosen: ChosenRecord? = nil
    ) {
        self.crew = crew
        let dataset = crew.dataset
        self.dataset = dataset
        missingLists = Deferred { dataset.missingLists(of: table) }
        self.wantsNamed = wantsNamed
        self.table = table
        self.withholdsSensitive = withholdsSensitive
        self.chosen = chosen
        tasks = dataset.plan.rules(for: table.table.name).map {
            RuleTask($0, of: dataset, on: table, withholdsSensitive: withholdsSensitive)
        }
        // A case is about what the rule says, and not about who is let pass.
        if !wantsNamed { for place in tasks.indices { tasks[place].waived = WaivedRecords() } }
    }

    /// A judge of one rule by itself, which need not be one of the plan's.
    init(_ rule: RulePlan, _ dataset: Dataset, _ table: HeldTable, withholdsSensitive: Bool, wantsNamed: Bool) {
        (self.dataset, self.table, chosen, crew) = (dataset, table, nil, Crew(dataset))
        (self.withholdsSensitive, self.wantsNamed) = (withholdsSensitive, wantsNamed)
        missingLists = Deferred { dataset.missingLists(of: table) }
        tasks = [RuleTask(0, rule, of: dataset, on: table, withholdsSensitive: withholdsSensitive)]
        if !wantsNamed { tasks[0].waived = WaivedRecords() }
    }

    /// Judges all records, in the order of record, rule and period; then the groups, rule by rule.
    mutating func judge(into sink: inout some FindingSink) {
        judgeReadings(into: &sink)
        judgeAlone(into: &sink)
    }

    /// The same without the rules' other readings, against which no finding is held then.
    mutating func judgeAlone(into sink: inout some FindingSink) {
        noteWaived()
        let single = tasks.indices.filter { !tasks[$0].rule.isOfGroups }
        if !single.isEmpty, chosen.map({ $0.table == table.index }) ?? true { judgeRecords(by: single, into: &sink) }
        judgeGroups(by: tasks.indices.filter { tasks[$0].rule.isOfGroups && isWanted(tasks[$0].rule) }, into: &sink)
        for task in single { tellMissing(of: tasks[task], into: &sink) }
        if chosen == nil { for task in tasks { task.waived.problems(rule: task.rule.rule).forEach { sink.report($0) } } }
        if wantsNamed, chosen == nil { for task in tasks { judgeNames(of: task, into: &sink) } }
    }

    /// Judges some of the subjects, each by every one of the rules.
    mutating func judge(_ places: Range<Int>, by single: [Int], into sink: inout some FindingSink) {
        for subject in places.lazy.map(table.subject) where chosen.map({ subject.has($0.record) }) ?? true {
            for task in single { sink.timed(tasks[task].index) { judge(subject, by: task, into: &$0) } }
        }
    }

    /// Judges the groups of one rule.
    mutating func judgeGroup(by place: Int, into sink: inout some FindingSink) {
        sink.timed(tasks[place].index) { sink in
            noteNames(of: place)
            var judge = GroupJudge(self, tasks[place], chosen: chosen)
            judge.judge(into: &sink)
            tasks[place].waived = judge.waived
        }
    }

    /// Notes which of the records that are let pass are there, and which of their names fit several.
    private mutating func noteWaived() {
        for place in tasks.indices where !tasks[place].waived.isEmpty {
            for subject in subjects {
                if let view = views(of: subject, in: nil, tasks[place].rule).first { tasks[place].waived.note(view.reference) }
            }
            for subject in tasks[place].rule.rule.subjects { tasks[place].waived.noteNamed(subject.name) }
        }
    }

    /// Whether a rule's groups can be what is to be judged.
    private func isWanted(_ rule: RulePlan) -> Bool {
        chosen.map { dataset.plan.vocabulary.tables.keys[$0.table] == rule.groupTable } ?? true
    }

    /// Notes which of the records that a rule over groups names are there.
    private mutating func noteNames(of place: Int) {
        guard !tasks[place].names.isEmpty else { return }
        for subject in subjects {
            if let view = views(of: subject, in: nil, tasks[place].rule).first { tasks[place].names.note(view.names) }
        }
    }
}
