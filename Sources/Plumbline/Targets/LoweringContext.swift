public import CEL
public import Diagnostics
import OrderedCollections
public import Quantities
public import YAML

/// What a target has at hand while it lowers its limit: readings of quantities and values that
/// report their own faults, and a place for faults of its own.
public struct LoweringContext {
    public let vocabulary: Vocabulary
    public private(set) var diagnostics = Diagnostics()

    public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Reads a quantity and holds its unit against what is observed; nil with a fault reported.
    public mutating func quantity(_ node: YAMLNode, for measure: Measure) -> Quantity? {
        guard let scalar = node.scalar, !node.isNull, let text = node.string(&diagnostics) else {
            if node.scalar == nil || node.isNull { diagnostics.append(.notALimit(node.shape, at: node.location)) }
            return nil
        }
        do throws(QuantityFault) {
            let quantity = try Quantity.parse(text)
            guard let fault = LimitCheck(quantity: quantity, measure: measure).fault(at: node.location) else { return quantity }
            diagnostics.append(fault)
        } catch {
            diagnostics.append(.badQuantity(text, fault: error, at: scalar.location(of: error.range)))
        }
        return nil
    }

    /// Reads a value of a type that is no number, such as an enumeration's; nil with a fault reported.
    public mutating func value(_ node: YAMLNode, of type: CEL.`Type`) -> Value? {
        if type == .bool { return node.boolean(&diagnostics).map { .bool($0) } }
        guard let text = node.string(&diagnostics) else { return nil }
        if type == .string { return .string(text) }
        switch RuleLiterals(enumerations: vocabulary.enumerations).convert(text, to: type) {
        case .value(let value): return value
        case .fault(let message, let help):
            diagnostics.append(Diagnostic(code: "limit-type", at: node.location, message: message, help: help))
        case .notApplicable: diagnostics.append(.limitNotOfType(text, type, at: node.location))
        }
        return nil
    }
}

extension LoweringContext {
    /// Lowers a limit on anything that has an order: numbers by their bounds, other values by comparison.
    mutating func lowerOrdered(
        _ node: YAMLNode, onto observed: Observed, kind: String, sign: String, _ bounds: (Number) -> Bounds
    ) -> Lowering? {
        if observed.isNumber {
            guard let quantity = quantity(node, for: observed.measure) else { return nil }
            return bounds(quantity.value).lower(observed, limit: limit(kind, sign, [quantity], observed))
        }
        guard isOrdered(observed.type) else {
            report(.targetOnType(kind, observed.type, at: node.location))
            return nil
        }
        guard let value = value(node, of: observed.type) else { return nil }
        let constant = Expression.constant(value)
        return Lowering(
            verdict: .operation(operatorName(kind), observed.expression, constant),
            gap: observed.type == PeriodValue.type ? nil : .operation("difference", observed.expression, constant),
            limit: Limit(kind: kind, text: value.description, sign: sign, unit: observed.type == DateValue.type ? .days : nil))
    }

    func limit(_ kind: String, _ sign: String, _ quantities: [Quantity], _ observed: Observed) -> Limit {
        let text = quantities.map(\.source).joined(separator: " – ")
        return Limit(
            kind: kind, text: text, sign: sign, bounds: quantities.map(\.value),
            unit: quantities.lazy.compactMap(\.unit).first ?? observed.measure.unit)
    }

    func isOrdered(_ type: CEL.`Type`) -> Bool {
        switch type {
        case DateValue.type, PeriodValue.type: true
        case .abstract(let name, _): vocabulary.enumerations[name]?.isOrdered ?? false
        default: false
        }
    }

    private func operatorName(_ kind: String) -> String {
        switch kind {
        case "at_least": Operator.greaterOrEqual
        case "more_than": Operator.greater
        case "at_most": Operator.lessOrEqual
        default: Operator.less
        }
    }
}

extension Observed {
    var isNumber: Bool { type == NumberValue.type || type == .int || type == .uint }
}
