import Diagnostics

/// Looks for what a rule says of periods where nothing that it looks at is of any: a table without periods is judged as
/// it stands, whichever year a rule names, and has no figures of another year.
struct SnapshotCheck {
    let plan: RulePlan
    let table: Table
    let vocabulary: Vocabulary

    var faults: Diagnostics {
        var faults = Diagnostics()
        guard isSnapshot else { return faults }
        if let baseline = plan.rule.baseline, baseline.value == nil {
            faults.append(.baselineOfSnapshot(table: table.name, at: baseline.location))
        }
        guard let period = plan.rule.period else { return faults }
        let claimsProgress = plan.rule.baseline != nil && plan.rule.pace?.pace != .some(.none)
        faults.append(
            period.manner == .one && !claimsProgress
                ? .periodOfSnapshot(table: table.name, at: period.location)
                : .periodsOfSnapshot(table: table.name, isProgress: period.manner == .one, at: period.location))
        return faults
    }
}

private extension SnapshotCheck {
    var isSnapshot: Bool {
        let dependence = vocabulary.dependence
        return table.period == nil && table.validity == nil && !asked.contains(where: dependence.concerns)
    }

    /// What the author asks for, without what a target makes of it: how far apart two periods lie says nothing of the data.
    var asked: [FieldProgram] {
        let parts = plan.arms?.arms.map(\.plan) ?? []
        let plans = [plan] + parts
        return plans.flatMap { plan -> [FieldProgram] in
            let isOnValue = plan.limit != nil && plan.comparison == nil && !plan.rule.isOnCondition
            let own = isOnValue ? [plan.observed].compactMap(\.self) : plan.programs
            return own + [plan.scope].compactMap(\.self) + plan.groupedBy
        }
    }
}

private extension Rule {
    /// Whether each record is held against a condition, which is the author's own, whatever limit stands on how many meet it.
    var isOnCondition: Bool { if case .condition = requirement { true } else { false } }
}
