import Diagnostics
import OrderedCollections

/// What a register says of contradictions within its plan.
struct DeclaredConflicts {
    let register: Register?
    let rules: [Rule]

    /// What is said of the clauses of two rules; nil where nothing is.
    func between(_ rule: Rule, and other: Rule) -> Clause.Conflict? {
        let (own, others) = (rule.source?.clauses ?? [], other.source?.clauses ?? [])
        return conflicts(of: own).first { others.contains($0.with) } ?? conflicts(of: others).first { own.contains($0.with) }
    }

    /// What is said of the clauses of one rule, whichever others they contradict: a limit that its own baseline already
    /// meets contradicts whatever asks for more.
    func within(_ rule: Rule) -> Clause.Conflict? { conflicts(of: rule.source?.clauses ?? []).first }

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
        rules.filter { $0.source?.clauses.contains(clause) ?? false }.map(\.id)
    }
}
