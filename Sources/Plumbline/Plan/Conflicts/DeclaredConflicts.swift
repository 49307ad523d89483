import Diagnostics
import OrderedCollections

/// What a register says of contradictions within its plan.
struct DeclaredConflicts {
    let register: Register?
    let plans: [RulePlan]

    /// What is said of the clauses of two rules; nil where nothing is.
    func between(_ rule: Rule, and other: Rule) -> Clause.Conflict? {
        let (own, others) = (rule.source?.clauses ?? [], other.source?.clauses ?? [])
        return conflicts(of: own).first { others.contains($0.with) } ?? conflicts(of: others).first { own.contains($0.with) }
    }

    /// What is said of the clause of a rule whose own baseline contradicts its limit: that it contradicts itself, or another that
    /// asks something of the same figure, as one does that asks for more. A clause that no rule encodes may ask anything.
    func ofBaseline(_ claim: RuleClaim) -> Clause.Conflict? {
        let own = claim.rule.source?.clauses ?? []
        return conflicts(of: own).first { conflict in
            guard !own.contains(conflict.with) else { return true }
            let others = plans.filter { $0.rule.source?.clauses.contains(conflict.with) ?? false }
            return others.isEmpty || others.contains { $0.looksAt(claim.names) }
        }
    }

    /// A note for each pair of clauses of which both are encoded, but for those that were told with a rule's limits.
    func notes(besides told: [Diagnostic]) -> [Diagnostic] {
        guard let register else { return [] }
        let places = Set(told.filter { $0.severity == .note }.flatMap(\.related).map(\.location))
        var pairs: Set<Set<String>> = []
        for clause in register.clauses.values {
            for conflict in clause.conflicts where places.contains(conflict.location) { pairs.insert([clause.id, conflict.with]) }
        }
        var notes: [Diagnostic] = []
        for clause in register.clauses.values {
            for conflict in clause.conflicts where pairs.insert([clause.id, conflict.with]).inserted {
                let (own, other) = (encoding(clause.id), encoding(conflict.with))
                guard !own.isEmpty, !other.isEmpty else { continue }
                notes.append(.clausesConflict(clause, conflict, rules: (own, other)))
            }
        }
        return notes
    }

    private func conflicts(of clauses: [String]) -> [Clause.Conflict] {
        clauses.compactMap { register?.clauses[$0] }.flatMap(\.conflicts)
    }

    private func encoding(_ clause: String) -> [String] {
        plans.map(\.rule).filter { $0.source?.clauses.contains(clause) ?? false }.map(\.id)
    }
}

private extension RulePlan {
    /// Whether its expression, or one of its arms', has one of some names.
    func looksAt(_ names: Set<String>) -> Bool {
        let texts = [expression] + (arms?.arms.map(\.plan.expression) ?? [])
        return texts.contains { text in names.contains { text.hasWholeName($0) } }
    }
}
