import Diagnostics
import JSON
import Plumbline

extension JSONValue {
    /// A clause with what the run says of it; where it restates another, with what it says of that one.
    init(_ result: ClauseResult, of plan: AuditPlan) {
        let clause = result.clause
        self = JSONValue(clause, of: result.ruleset).adding([
            ("rules", .strings(result.rules.map { plan.rules[$0].rule.fullName })),
            ("same_as", .text(clause.restates)),
            ("status", .string(result.status.rawValue)),
            ("uncheckable", .text(clause.uncheckable?.reason.rawValue)),
            ("outcomes", outcomes(result.count)),
        ])
    }

    /// How many clauses have each status; those that restate others are not counted.
    init(_ results: ClauseResults) {
        self = .object(ClauseStatus.allCases.map { ($0.rawValue, .integer(results.count($0))) })
    }
}
