import Diagnostics

/// The rules that others can ask about, and the faults of those questions.
struct RuleNames {
    /// By id and by full name; an id that several rulesets have means none of them.
    private(set) var rules: [String: RulePlan] = [:]
    private(set) var faults = Diagnostics()

    init(_ plans: [RulePlan], model: VocabularyPlan) {
        var shared: Set<String> = []
        for plan in plans {
            rules[plan.rule.fullName] = plan
            if rules.updateValue(plan, forKey: plan.rule.id) != nil { shared.insert(plan.rule.id) }
        }
        for id in shared { rules[id] = nil }
        for plan in plans.flatMap(\.withReadings) { report(plan, among: plans) }
        reportCycles(plans, model)
    }

    private mutating func report(_ plan: RulePlan, among plans: [RulePlan]) {
        // In limits and groups nothing says where the name stands.
        let told = Set(plan.asksAbout.map(\.name))
        for name in plan.programs.flatMap(\.asks) where !told.contains(name) && rules[name] == nil {
            faults.append(.unknownRule(name, among: plans.map(\.rule.id), at: plan.rule.location))
        }
        for (name, location) in plan.asksAbout {
            if let asked = rules[name] {
                if asked.isOfGroups { faults.append(.asksAboutGroups(name, at: location)) }
            } else {
                faults.append(.unknownRule(name, among: plans.map(\.rule.id), at: location))
            }
        }
    }

    /// What a rule asks about may ask in turn, in its own expressions or in those of the fields that it names.
    private mutating func reportCycles(_ plans: [RulePlan], _ model: VocabularyPlan) {
        let graph = DependencyGraph(RuleDependencies(rules: rules, plans: plans, model: model).edges)
        for plan in plans where graph.reaches(itself: .rule(plan.rule.fullName)) {
            faults.append(.asksAboutItself(plan.rule.id, at: plan.asksAbout.first?.location ?? plan.rule.location))
        }
    }
}

/// What rules and defined fields lean on to come to their values.
struct RuleDependencies {
    enum Node: Hashable {
        case rule(String)
        case field(String, Int)
    }

    private(set) var edges: [Node: Set<Node>] = [:]

    init(rules: [String: RulePlan], plans: [RulePlan], model: VocabularyPlan) {
        func nodes(_ programs: [FieldProgram]) -> Set<Node> {
            Set(programs.flatMap { program in
                program.asks.compactMap { rules[$0].map { Node.rule($0.rule.fullName) } }
                    + program.uses.fields.flatMap { table, places in
                        places.filter { model.definitions[table]?[$0] != nil }.map { Node.field(table, $0) }
                    }
            })
        }
        for plan in plans { edges[.rule(plan.rule.fullName)] = nodes(plan.programs) }
        for (table, definitions) in model.definitions {
            for (place, program) in definitions { edges[.field(table, place)] = nodes([program]) }
        }
    }
}
