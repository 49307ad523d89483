import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Finds compositions whose floors leave nothing over: together they make the whole, so that each holds only where it is
/// met exactly. Floors beyond the whole are a fault of the rule, which its target tells.
struct FullCompositions {
    private let plans: [RulePlan]

    init(_ plans: [RulePlan]) { self.plans = plans }

    var warnings: [Diagnostic] { plans.compactMap(warning) }

    private func warning(_ plan: RulePlan) -> Diagnostic? {
        guard let target = plan.rule.requirement.target, target.kind == "composition",
              let parts = target.limit.mapping?["parts"]?.mapping, parts.entries.count > 1
        else { return nil }
        let floors = parts.entries.map { share($0.value.mapping?["at_least"]) ?? 0 }
        let ceilings = parts.entries.map { share($0.value.mapping?["at_most"]) }
        let whole = share(target.limit.mapping?["whole"]) ?? 1
        // Floors that are ceilings, too, were meant as equalities.
        let areEqualities = zip(floors, ceilings).allSatisfy { $0 == $1 }
        guard floors.reduce(0, +) == whole, !areEqualities else { return nil }
        return .partsFillWhole(plan, parts: parts.entries.compactMap { $0.key.scalar?.text }, whole: whole, at: target.limit.location)
    }

    private func share(_ node: YAMLNode?) -> Number? {
        node?.scalar.flatMap { try? Quantity.parse($0.text) }?.value
    }
}
