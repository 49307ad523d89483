import Diagnostics
import Plumbline

/// Rules as users name them on the command line: by id, or by full name.
struct RuleChoice {
    /// Comma-separated names, each list as the user wrote it.
    let lists: [String]

    private var names: [String] {
        lists.flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) }
    }

    /// The plan with these rules only; all of it where no name is given.
    ///
    /// - Throws: A usage fault for each name that no rule has.
    func applied(to plan: AuditPlan) throws(CommandFailure) -> AuditPlan {
        guard !lists.isEmpty else { return plan }
        var faults = Diagnostics()
        if names.isEmpty { faults.append(.noRuleNamed()) }
        var places: Set<Int> = []
        for name in names {
            let found = plan.rules(named: name)
            if found.isEmpty { faults.append(.unknownRule(name, nearest: plan.nearestRuleName(to: name))) }
            places.formUnion(found)
        }
        guard faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return plan.keeping(places)
    }

    /// The place of the only rule with a name.
    ///
    /// - Throws: A usage fault where no rule has the name, or where rules of several rulesets do.
    static func one(_ name: String, in plan: AuditPlan) throws(CommandFailure) -> Int {
        let found = plan.rules(named: name)
        guard let first = found.first else {
            throw CommandFailure(.usage, .unknownRule(name, nearest: plan.nearestRuleName(to: name)))
        }
        guard found.count == 1 else {
            throw CommandFailure(.usage, .ambiguousRule(name, among: found.map { plan.rules[$0].rule.fullName }))
        }
        return first
    }
}
