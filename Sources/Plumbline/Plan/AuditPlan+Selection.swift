import Diagnostics

extension AuditPlan {
    /// The places in `rules` of the rules that a name means: one for a full name (`suining/too-few-beds`), for an id
    /// the rule of each ruleset that has it; none where nothing is called so.
    public func rules(named name: String) -> [Int] {
        rules.indices.filter { rules[$0].rule.fullName == name || rules[$0].rule.id == name }
    }

    /// The id or full name that a misspelt one was most likely meant to be.
    public func nearestRuleName(to name: String) -> String? {
        NearestName.to(name, among: rules.map { name.contains("/") ? $0.rule.fullName : $0.rule.id })
    }
}
