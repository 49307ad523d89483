import Diagnostics
import Quantities

/// Holds a figure that a case gives or expects against the unit in which the rule has it. A bare number is in the rule's own
/// unit, but beside percentages it could be a percentage or a fraction.
struct ExpectedUnit {
    private let unit: Unit?

    init(_ unit: Unit?) { self.unit = unit.flatMap { $0.isRatioSign || $0.isShareDifference ? $0 : nil } }

    /// What is wrong with a figure; nil where nothing is, and where it is no number.
    func fault(of text: String, at location: Location) -> Diagnostic? {
        guard let unit, let quantity = try? Quantity.parse(text), quantity.unit == nil, !quantity.value.isZero
        else { return nil }
        return .bareFigure(text, unit: unit, at: location)
    }

    /// The faults of what the cases of a rule expect as value and gap.
    static func faults(of rule: Rule, limit: Limit?) -> [Diagnostic] {
        guard let unit = limit?.unit else { return [] }
        return rule.cases.flatMap { example in
            [(example.observed, ExpectedUnit(unit)), (example.gap, ExpectedUnit(unit.difference))].compactMap { expected, unit in
                expected.flatMap { unit.fault(of: $0.text, at: $0.location) }
            }
        }
    }
}
