import CEL

/// Whose records did not come, so that nobody can say that all of them pass.
extension TableJudge {
    /// Tells for a rule that judges each record by itself whose list of them is missing: a finding each, on whose list it is. Who is
    /// known to be out of the rule's scope has none; nor has who says what he sends, and may well have none of them.
    func tellMissing(of task: RuleTask, into sink: inout some FindingSink) {
        guard task.rule.rule.subjects.isEmpty else { return }
        let circumstances = Circumstances(asOf: dataset.asOf, period: task.rule.schedule.choice?.periods.last)
        for list in missingLists.value where !list.mayBeNone {
            guard case .records(let records, let place, let field) = list.whose, let owners = dataset.tables[place], let owner = records.first,
                  chosen.map({ $0 == ChosenRecord(table: place, record: owner) }) ?? true,
                  records.contains(where: { record in
                      ImaginedMember(leadingTo: record, of: owners, through: field, in: dataset, circumstances)?.mayBe(in: task.rule.scope) ?? true
                  })
            else { continue }
            let told = task.due.told(.listNotSubmitted, in: nil)
            sink.count(rule: task.index, reason: told.counted)
            guard sink.wants(told.counted) else { continue }
            var finding = Finding(rule: task.index, record: owners.reference(to: owner), reason: told.reason)
            finding.due = told.due
            finding.readings = task.readings(of: finding)
            sink.receive(finding)
        }
    }
}
