import Diagnostics
import OrderedCollections
import Quantities

/// Finds rules of one ruleset that cannot all hold, or of which one asks for nothing that another does not.
///
/// Plans do contradict themselves, and then their rules do: all that is found are warnings. One that the register
/// declares as the plan's own is a note, told with what the register says of it.
struct RuleConflicts {
    private let claims: [RuleClaim]
    private let growths: [ImpliedBases.Growth]
    private let plans: [RulePlan]
    private let declared: DeclaredConflicts

    init(_ plans: [RulePlan], of ruleset: Ruleset, vocabulary: Vocabulary, language: RuleLanguage) {
        claims = plans.compactMap { RuleClaim($0, vocabulary: vocabulary, language: language) }
        growths = plans.compactMap { ImpliedBases.Growth($0, vocabulary: vocabulary, language: language) }
        self.plans = plans
        declared = DeclaredConflicts(register: ruleset.register, plans: plans)
    }

    /// All warnings, in the order of the rules, and all notes.
    var warnings: Diagnostics {
        var warnings = Diagnostics()
        // Each is told against the first that it conflicts with: more would say the same again.
        for (place, claim) in claims.enumerated() where !warnings.isFull {
            let others = claims[..<place].lazy.filter { claim.isAboutTheSame(as: $0) }
            if let warning = others.compactMap({ self.warning(of: claim, and: $0) }).first { warnings.append(warning) }
        }
        let found = FullShares(claims).warnings + FullCompositions(plans).warnings + ImpliedTotals(claims).warnings
            + ImpliedBases(growths: growths, claims: claims, declared: declared.between).warnings
            + BaselineConflicts(claims, declared: declared.ofBaseline).warnings
        for warning in found { warnings.append(warning) }
        for note in declared.notes(besides: warnings.all) { warnings.append(note) }
        return warnings
    }
}

private extension RuleConflicts {
    func warning(of claim: RuleClaim, and other: RuleClaim) -> Diagnostic? {
        let isShared = claim.conditions.isSuperset(of: other.conditions) || other.conditions.isSuperset(of: claim.conditions)
        let isAtOneTime = claim.periods.isEmpty && other.periods.isEmpty || !claim.periods.isDisjoint(with: other.periods)
        guard isShared, isAtOneTime else { return nil }
        // How many, or which share, of some records says nothing of how many of a part of them.
        if claim.rule.coverage != nil, claim.conditions != other.conditions { return nil }
        if claim.range.excludes(other.range) {
            return .limitsExclude(claim.plan, other.plan, declared: declared.between(claim.rule, and: other.rule))
        }
        for (wide, narrow) in [(claim, other), (other, claim)] where isIdle(wide, beside: narrow) {
            return .limitIdle(wide.plan, beside: narrow.plan, at: claim.rule.location, declared: declared.between(claim.rule, and: other.rule))
        }
        return nil
    }

    /// Whether a rule asks whom another asks, for no more, and binds no more strictly.
    func isIdle(_ wide: RuleClaim, beside narrow: RuleClaim) -> Bool {
        wide.range.contains(narrow.range) && wide.isWithin(narrow) && wide.rule.binding <= narrow.rule.binding
    }
}
