import Diagnostics
import OrderedCollections

/// The mistakes in what a ruleset says for all of its rules, its due date, what missing cells do, and figures: a case of any rule that
/// leaves it to the ruleset may notice them.
struct RulesetMutants {
    private let plan: AuditPlan
    private let trials: [MutantTrial]

    /// - Parameter trials: Those of the plan's rules.
    init(_ plan: AuditPlan, trials: [MutantTrial]) { (self.plan, self.trials) = (plan, trials) }

    /// One result for each ruleset of which a rule leaves anything to it.
    var results: [MutationTest.Result] { plan.book.rulesets.compactMap { result(of: $0) } }
}

extension RulesetMutants {
    typealias Change = (kind: MutationKind, ruleset: Ruleset, mistake: Mistake, users: [Int])

    var vocabulary: Vocabulary { plan.vocabulary }

    /// The rules of a ruleset that leave something to it.
    func users(of ruleset: Ruleset, _ leavesIt: (RulePlan) -> Bool) -> [Int] {
        plan.rules.indices.filter { plan.rules[$0].rule.ruleset == ruleset.name && leavesIt(plan.rules[$0]) }
    }
}

private extension RulesetMutants {
    func result(of ruleset: Ruleset) -> MutationTest.Result? {
        let changes = dueDates(of: ruleset) + missing(of: ruleset) + parameters(of: ruleset) + tolerances(of: ruleset)
        guard let first = changes.first else { return nil }
        let users = Set(changes.flatMap(\.users))
        var tally = MutantTally(
            .ruleset, ruleset.name, title: ruleset.plan?.title ?? Localized(same: first.ruleset.name))
        let fates = changes.indices.concurrentMap { fate(of: changes[$0]) }
        for (change, fate) in zip(changes, fates) { tally.add(change.kind, change.mistake) { fate } }
        return tally.result(of: users.map { trials[$0] })
    }

    func fate(of change: Change) -> MutantTally.Fate {
        let mutant = plan.replacing(change.ruleset)
        for user in change.users {
            var trial = trials[user].ofWhatRulesShare
            let fate = MutantCompiler(plan: mutant, ruleset: change.ruleset).fate(of: change.mistake, in: plan.rules[user].rule, under: &trial)
            if fate != .survived { return fate }
        }
        return .survived
    }

    /// A year later and a year earlier, for the rules that name no date and judge no run of periods.
    func dueDates(of ruleset: Ruleset) -> [Change] {
        guard let due = ruleset.due else { return [] }
        let users = users(of: ruleset) { $0.rule.due == nil && [.one, .latestSince].contains($0.schedule.manner) }
        guard !users.isEmpty else { return [] }
        let late = Localized(zh: "一个 as_of: \(due.date.next)、已经到期的用例", en: "a case with as_of: \(due.date.next), on which it is due")
        let early = Localized(zh: "一个 as_of: \(due.date)、结论为 not_due 的用例", en: "a case with as_of: \(due.date), which is not_due")
        return [(1, late), (-1, early)].compactMap { step, hint in
            guard let other = CalendarDate(year: due.date.year + step, month: due.date.month, day: due.date.day) else { return nil }
            var mutant = ruleset
            mutant.due?.date = other
            let mistake = Mistake(before: "due: \(due.date)", after: "due: \(other)", location: due.location, hint: hint)
            return (.period, mutant, mistake, users)
        }
    }

    func missing(of ruleset: Ruleset) -> [Change] {
        guard let location = ruleset.missingLocation else { return [] }
        let users = users(of: ruleset) { $0.rule.missing == nil }
        let others: [MissingPolicy] = [.bounds, .skip(minMeasured: nil), .against]
        guard !users.isEmpty else { return [] }
        return others.filter { $0.name != ruleset.missing.name }.map { policy in
            var mutant = ruleset
            mutant.missing = policy
            let mistake = Mistake(
                before: "missing: \(ruleset.missing.name)", after: "missing: \(policy.name)", location: location,
                hint: Localized(
                    zh: "一个部分数据未填报、其余足以判定的用例", en: "a case in which some cells are missing and the others would decide"))
            return (.missing, mutant, mistake, users)
        }
    }
}
