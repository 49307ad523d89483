public import CEL
public import Diagnostics
import OrderedCollections
public import Quantities
public import YAML

/// What a target has at hand while it lowers its limit: readings of quantities and values that
/// report their own faults, and a place for faults of its own.
public struct LoweringContext {
    public let vocabulary: Vocabulary
    public let table: Table
    public let environment: Environment
    public let aboutTolerance: Number?
    public let missing: MissingPolicy
    public private(set) var diagnostics = Diagnostics()

    public init(
        vocabulary: Vocabulary, table: Table, environment: Environment, aboutTolerance: Number? = nil,
        missing: MissingPolicy = .bounds
    ) {
        self.vocabulary = vocabulary
        self.table = table
        self.environment = environment
        self.aboutTolerance = aboutTolerance
        self.missing = missing
    }

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

/// What targets on anything that has an order share.
extension LoweringContext {
    /// Lowers a floor or a ceiling: numbers by their bounds, other values that have an order by comparison.
    ///
    /// - Parameters:
    ///   - comparison: The operator between observed value and limit, such as `Operator.greaterOrEqual`.
    ///   - sign: The same for readers, such as `≥`.
    ///   - bounds: The numeric form.
    public mutating func lowerOrdered(
        _ node: YAMLNode, onto observed: Observed, kind: String, comparison: String, sign: String,
        _ bounds: (Number) -> Bounds
    ) -> Lowering? {
        if observed.isNumber {
            guard let quantity = quantity(node, for: observed.measure) else { return nil }
            return bounds(quantity.value).lower(observed, limit: limit(kind, sign, [quantity], observed))
        }
        guard let value = orderedValue(node, observed, kind: kind) else { return nil }
        return Lowering(
            verdict: .operation(comparison, observed.expression, .constant(value)),
            gap: difference(observed, from: value), limit: limit(kind, sign, value.text, observed))
    }

    /// Reads a value of an ordered type; nil with a fault reported where the type has no order.
    mutating func orderedValue(_ node: YAMLNode, _ observed: Observed, kind: String) -> Value? {
        guard isOrdered(observed.type) else {
            report(.targetOnType(kind, observed.type, at: node.location))
            return nil
        }
        return value(node, of: observed.type)
    }

    /// Observed minus a value: steps of an enumeration, time between dates; nil where nothing measures it.
    func difference(_ observed: Observed, from value: Value) -> Expression? {
        guard isOrdered(observed.type), observed.type != PeriodValue.type else { return nil }
        return .operation("difference", observed.expression, .constant(value))
    }

    /// Observed minus the nearer end of a range of values, 0 inside it.
    func difference(_ observed: Observed, from low: Value, to high: Value) -> Expression? {
        guard let below = difference(observed, from: low), let above = difference(observed, from: high) else { return nil }
        let value = observed.expression
        return .conditional(
            value < .constant(low), below, .conditional(value > .constant(high), above, .number(0)))
    }

    /// A numeric limit as reports show it.
    public func limit(
        _ kind: String, _ sign: String, _ quantities: [Quantity], _ observed: Observed, separator: String = " – "
    ) -> Limit {
        Limit(
            kind: kind, text: quantities.map(\.source).joined(separator: separator), sign: sign,
            bounds: quantities.map(\.value), unit: quantities.lazy.compactMap(\.unit).first ?? observed.measure.unit)
    }

    /// Any other limit as reports show it; gaps of dates are in days.
    func limit(_ kind: String, _ sign: String, _ text: String, _ observed: Observed) -> Limit {
        Limit(kind: kind, text: text, sign: sign, unit: observed.type == DateValue.type ? .days : nil)
    }

    func isOrdered(_ type: CEL.`Type`) -> Bool {
        switch type {
        case DateValue.type, PeriodValue.type: true
        case .abstract(let name, _): vocabulary.enumerations[name]?.isOrdered ?? false
        default: false
        }
    }
}

extension Observed {
    /// Whether the value is a number of the rule language.
    public var isNumber: Bool { type == NumberValue.type || type == .int || type == .uint }
}
