import Diagnostics
import Quantities

/// Holds a figure that a case gives or expects against the unit in which the rule has it: a bare number beside percentages
/// could be a percentage or a fraction, one beside 万元 could be in 元.
struct ExpectedUnit {
    private let unit: Unit?

    /// - Parameter unit: The rule's; days of dates, which are nothing else, need not be said.
    init(_ unit: Unit?) { self.unit = unit == .days ? nil : unit }

    /// What is wrong with a figure; nil where nothing is, and where it is no number.
    func fault(of text: String, at location: Location) -> Diagnostic? {
        guard let unit, unit.scale != 1, let quantity = try? Quantity.parse(text), quantity.unit == nil, !quantity.value.isZero
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
