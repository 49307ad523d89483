import Diagnostics
import OrderedCollections

/// Holds a register and the rules of its ruleset against each other.
struct RegisterCheck {
    let register: Register
    let rules: [Rule]
    private let originals: [String: String]
    /// For each rule, by its id, the originals of the clauses that its source names.
    private let clausesOfRule: [String: Set<String>]
    /// For each original, the rules that it or its restatements name.
    private let rulesOfClause: [String: Set<String>]

    init(register: Register, rules: [Rule]) {
        self.register = register
        self.rules = rules
        let originals = register.originals
        self.originals = originals
        let said = rules.map { rule in (rule.id, Set((rule.source?.clauses ?? []).map { originals[$0] ?? $0 })) }
        clausesOfRule = Dictionary(said) { first, _ in first }
        rulesOfClause = register.clauses.values.reduce(into: [:]) { rules, clause in
            guard !clause.rules.isEmpty else { return }
            rules[originals[clause.id] ?? clause.id, default: []].formUnion(clause.rules.map(\.id))
        }
    }

    /// All faults, and warnings where both sides say something and not the same.
    var diagnostics: Diagnostics {
        var diagnostics = Diagnostics()
        for clause in register.clauses.values {
            checkNames(in: clause, &diagnostics)
            checkRules(of: clause, &diagnostics)
        }
        for circle in register.circles {
            let ids = circle.map(\.id) + circle.prefix(1).map(\.id)
            add(to: &diagnostics) { .restatesItself(ids, at: circle[0].restatesLocation ?? circle[0].location) }
        }
        for rule in rules { checkClauses(of: rule, &diagnostics) }
        checkUncheckable(&diagnostics)
        return diagnostics
    }
}

extension RegisterCheck {
    /// A warning for each clause that nothing is said of, and for each rule that belongs to none. Worth telling only where nothing else is wrong: a rule that could
    /// not be read may be the one that encodes it.
    var forgotten: Diagnostics {
        var diagnostics = Diagnostics()
        for clause in RegisterCoverage(of: register, by: rules).forgotten {
            add(to: &diagnostics) { .forgottenClause(clause.id, at: clause.location) }
        }
        // One that is only begun has nothing to name.
        guard !register.clauses.isEmpty else { return diagnostics }
        let named = Set(register.clauses.values.flatMap(\.rules).map(\.id))
        for rule in rules where (rule.source?.clauses ?? []).isEmpty && !named.contains(rule.id) {
            add(to: &diagnostics) { .ruleWithoutClause(rule) }
        }
        return diagnostics
    }
}

private extension RegisterCheck {
    func original(_ id: String) -> String { originals[id] ?? id }

    func checkNames(in clause: Clause, _ diagnostics: inout Diagnostics) {
        if let other = clause.restates, let place = clause.restatesLocation { checkClause(other, at: place, &diagnostics) }
        for conflict in clause.conflicts { checkClause(conflict.with, at: conflict.location, &diagnostics) }
    }

    func checkClause(_ id: String, at place: Location, _ diagnostics: inout Diagnostics) {
        guard register.clauses[id] == nil else { return }
        add(to: &diagnostics) { .unknownClause(id, among: register.clauses.keys, at: place) }
    }

    /// Wording a fault is dear where it looks for the nearest name: what would not be kept is only counted.
    func add(to diagnostics: inout Diagnostics, _ fault: () -> Diagnostic) {
        if diagnostics.isFull { diagnostics.leaveOut() } else { diagnostics.append(fault()) }
    }

    func checkRules(of clause: Clause, _ diagnostics: inout Diagnostics) {
        for name in clause.rules {
            guard let said = clausesOfRule[name.id] else {
                add(to: &diagnostics) {
                    .unknownRuleOfClause(name.id, clause: clause.id, among: rules.map(\.id), at: name.location)
                }
                continue
            }
            if !said.isEmpty, !said.contains(original(clause.id)) {
                add(to: &diagnostics) { .ruleOfOtherClauses(name.id, clause: clause.id, at: name.location) }
            }
        }
    }

    func checkClauses(of rule: Rule, _ diagnostics: inout Diagnostics) {
        guard let source = rule.source else { return }
        for (id, place) in zip(source.clauses, source.clauseLocations) {
            checkClause(id, at: place, &diagnostics)
            if let named = rulesOfClause[original(id)], !named.contains(rule.id) {
                add(to: &diagnostics) { .clauseWithoutThisRule(id, rule: rule.id, at: place) }
            }
        }
    }

    func checkUncheckable(_ diagnostics: inout Diagnostics) {
        for entry in RegisterCoverage(of: register, by: rules).encoded {
            guard let uncheckable = entry.clause.uncheckable, let rule = entry.rules.first else { continue }
            add(to: &diagnostics) { .encodedAndUncheckable(entry.clause.id, rule: rule, at: uncheckable.location) }
        }
    }
}
