import Diagnostics
import OrderedCollections

/// Holds a register and the rules of its ruleset against each other.
struct RegisterCheck {
    let register: Register
    let rules: [Rule]
    private let originals: [String: String]
    private let ruleOfID: [String: Rule]

    init(register: Register, rules: [Rule]) {
        self.register = register
        self.rules = rules
        originals = register.originals
        ruleOfID = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
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
            diagnostics.append(.restatesItself(ids, at: circle[0].restatesLocation ?? circle[0].location))
        }
        for rule in rules { checkClauses(of: rule, &diagnostics) }
        checkUncheckable(&diagnostics)
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
        // Looking for the nearest name is dear; what is not kept is not worded.
        guard !diagnostics.isFull else { return diagnostics.leaveOut() }
        diagnostics.append(.unknownClause(id, among: register.clauses.keys, at: place))
    }

    func checkRules(of clause: Clause, _ diagnostics: inout Diagnostics) {
        for name in clause.rules {
            guard let rule = ruleOfID[name.id] else {
                guard !diagnostics.isFull else { return diagnostics.leaveOut() }
                diagnostics.append(
                    .unknownRuleOfClause(name.id, clause: clause.id, among: rules.map(\.id), at: name.location))
                continue
            }
            let said = rule.source?.clauses ?? []
            if !said.isEmpty, !said.contains(where: { original($0) == original(clause.id) }) {
                diagnostics.append(.ruleOfOtherClauses(rule.id, clause: clause.id, at: name.location))
            }
        }
    }

    func checkClauses(of rule: Rule, _ diagnostics: inout Diagnostics) {
        guard let source = rule.source else { return }
        for (id, place) in zip(source.clauses, source.clauseLocations) {
            checkClause(id, at: place, &diagnostics)
            let named = register.clauses[id]?.rules ?? []
            let restated = register.clauses[original(id)]?.rules ?? []
            if !named.isEmpty, !(named + restated).contains(where: { $0.id == rule.id }) {
                diagnostics.append(.clauseWithoutThisRule(id, rule: rule.id, at: place))
            }
        }
    }

    func checkUncheckable(_ diagnostics: inout Diagnostics) {
        for entry in RegisterCoverage(of: register, by: rules).encoded {
            guard let uncheckable = entry.clause.uncheckable, let rule = entry.rules.first else { continue }
            diagnostics.append(.encodedAndUncheckable(entry.clause.id, rule: rule, at: uncheckable.location))
        }
    }
}
