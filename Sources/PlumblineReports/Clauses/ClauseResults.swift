import Plumbline

/// What a run says of one clause of a register.
struct ClauseResult {
    let clause: Clause
    let ruleset: String
    /// The places in the plan of the rules that encode the clause.
    let rules: [Int]
    let status: ClauseStatus
    /// Their summaries, in the same order.
    let summaries: [RuleSummary]

    func count(_ outcome: Outcome) -> Int { summaries.reduce(0) { $0 + $1.count(outcome) } }
}

/// What a run says of all clauses of all registers, in the order of the files.
///
/// A clause that restates another has that one's result. Of a plan that was narrowed to some rules, only the clauses
/// of those are in it.
struct ClauseResults {
    let all: [ClauseResult]
    /// The places of the plan's rules that encode no clause of a register.
    let rulesWithoutClause: [Int]

    init(of totals: RunTotals, by plan: AuditPlan) {
        let places = Dictionary(plan.rules.indices.map { (plan.rules[$0].rule.fullName, $0) }) { first, _ in first }
        let isNarrowed = plan.isNarrowed
        var all: [ClauseResult] = []
        for ruleset in plan.book.rulesets {
            guard let register = ruleset.register else { continue }
            let coverage = RegisterCoverage(of: register, by: ruleset.rules)
            let named = Dictionary(coverage.encoded.map { ($0.clause.id, $0.rules) }) { first, _ in first }
            for clause in register.clauseList {
                let id = coverage.original(of: clause.id)
                let rules = (named[id] ?? []).compactMap { places["\(ruleset.name)/\($0)"] }
                if isNarrowed, rules.isEmpty { continue }
                let summaries = rules.map { totals.summaries[$0] }
                let status = rules.isEmpty ? Self.silence(of: register.clause(id) ?? clause) : ClauseStatus(summaries)
                all.append(
                    ClauseResult(clause: clause, ruleset: ruleset.name, rules: rules, status: status, summaries: summaries))
            }
        }
        self.all = all
        let encoding = Set(all.flatMap(\.rules))
        rulesWithoutClause = plan.rules.indices.filter { !encoding.contains($0) }
    }

    /// How many clauses have a status, each counted once.
    func count(_ status: ClauseStatus) -> Int { all.count { $0.status == status && $0.clause.restates == nil } }

    /// Why no rule says anything of a clause.
    private static func silence(of clause: Clause) -> ClauseStatus {
        clause.uncheckable == nil ? .forgotten : .uncheckable
    }
}
