import Diagnostics

/// The rules that others can ask about, and the faults of those questions.
struct RuleNames {
    /// By id and by full name; an id that several rulesets have means none of them.
    private(set) var rules: [String: RulePlan] = [:]
    private(set) var faults = Diagnostics()

    init(_ plans: [RulePlan]) {
        var shared: Set<String> = []
        for plan in plans {
            rules[plan.rule.fullName] = plan
            if rules.updateValue(plan, forKey: plan.rule.id) != nil { shared.insert(plan.rule.id) }
        }
        for id in shared { rules[id] = nil }
        for plan in plans { report(plan, among: plans) }
        reportCycles(plans)
    }

    private mutating func report(_ plan: RulePlan, among plans: [RulePlan]) {
        for (name, location) in plan.asksAbout {
            if let asked = rules[name] {
                if asked.isOfGroups { faults.append(.asksAboutGroups(name, at: location)) }
            } else {
                faults.append(.unknownRule(name, among: plans.map(\.rule.id), at: location))
            }
        }
    }

    private mutating func reportCycles(_ plans: [RulePlan]) {
        var edges: [String: Set<String>] = [:]
        for plan in plans { edges[plan.rule.fullName] = Set(plan.asksAbout.compactMap { rules[$0.name]?.rule.fullName }) }
        let graph = DependencyGraph(edges)
        for plan in plans where graph.reaches(itself: plan.rule.fullName) {
            guard let first = plan.asksAbout.first else { continue }
            faults.append(.asksAboutItself(plan.rule.id, at: first.location))
        }
    }
}
