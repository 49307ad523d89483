public import CEL
public import Diagnostics
import OrderedCollections
public import Quantities
public import YAML

/// What a target has at hand while it lowers its limit: readings of quantities, values and expressions
/// that report their own faults, and a place for faults of its own.
public struct LoweringContext {
    /// The data model that the rule is written over.
    public let vocabulary: Vocabulary
    /// The rule's table.
    public let table: Table
    /// What the rule's expressions are checked in.
    public let environment: Environment
    /// What the ruleset lets `about` take for near, as a share of the value; nil where it does not say.
    public let aboutTolerance: Number?
    /// What missing cells do to the rule's verdicts.
    public let missing: MissingPolicy
    /// What the rule starts from; nil where it does not say.
    public internal(set) var baseline: BaselineTerm?
    /// The baseline's figure in the place of the data's; nil where the rule states none, or observes no single field.
    var standIn: BaselineStandIn?
    /// Whether records are judged in a period, their own or the rule's.
    var judgesPeriods = true
    /// Whether `due` is known of the rule's records, so that something can be late.
    public internal(set) var hasDue = false
    /// The faults found so far, where readers of YAML put theirs.
    public var diagnostics = Diagnostics()

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
        if type == .string { return .string(CellText.comparable(text)) }
        switch RuleLiterals(enumerations: vocabulary.enumerations).convert(text, to: type) {
        case .value(let value): return value
        case .fault(let message, let help):
            diagnostics.append(Diagnostic(code: "limit-type", at: node.location, message: message, help: help))
        case .notApplicable: diagnostics.append(.limitNotOfType(text, type, at: node.location))
        }
        return nil
    }

    /// Reads and checks an expression over the rule's record; nil with faults reported.
    public mutating func expression(_ node: YAMLNode) -> CheckedExpression? {
        node.expression(&diagnostics).flatMap { check($0) }
    }

    /// Reads and checks a condition over the rule's record; nil with faults reported.
    public mutating func condition(_ node: YAMLNode) -> Expression? {
        node.expression(&diagnostics).flatMap { checkCondition($0) }?.root
    }

    mutating func check(_ scalar: YAMLScalar) -> CheckedExpression? {
        var expressions = RuleExpressions(table: table, vocabulary: vocabulary, environment: environment)
        defer { diagnostics.append(expressions.diagnostics) }
        return expressions.check(scalar).map { withBaseline($0) }
    }

    /// The expression with the figure that the rule states for its baseline.
    private func withBaseline(_ checked: CheckedExpression) -> CheckedExpression {
        standIn.flatMap { try? environment.check($0.applied(to: checked.root)) } ?? checked
    }

    mutating func checkCondition(_ scalar: YAMLScalar) -> CheckedExpression? {
        var expressions = RuleExpressions(table: table, vocabulary: vocabulary, environment: environment)
        defer { diagnostics.append(expressions.diagnostics) }
        return expressions.checkCondition(scalar).map { withBaseline($0) }
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
        _ bounds: (Expression) -> Bounds
    ) -> Lowering? {
        guard let threshold = threshold(node, for: observed, kind: kind) else { return nil }
        let limit = limit(kind, sign, [threshold], observed)
        if observed.isNumber { return bounds(threshold.value).lower(observed, limit: limit, applies: threshold.applies) }
        return Lowering(
            applies: threshold.applies, verdict: .operation(comparison, observed.expression, threshold.value),
            gap: difference(observed, from: threshold.value), limit: limit)
    }

    /// Observed minus a value: steps of an enumeration, time between dates; nil where nothing measures it.
    func difference(_ observed: Observed, from value: Expression) -> Expression? {
        guard isOrdered(observed.type), observed.type != PeriodValue.type else { return nil }
        return .operation("difference", observed.expression, value)
    }

    /// Observed minus the nearer end of a range of values, 0 inside it.
    func difference(_ observed: Observed, from low: Expression, to high: Expression) -> Expression? {
        guard let below = difference(observed, from: low), let above = difference(observed, from: high) else { return nil }
        let value = observed.expression
        return .conditional(value < low, below, .conditional(value > high, above, .number(0)))
    }

    /// A limit as reports show it; gaps of dates are in days.
    public func limit(
        _ kind: String, _ sign: String, _ thresholds: [Threshold], _ observed: Observed, separator: String = " – "
    ) -> Limit {
        let numbers = thresholds.compactMap(\.number)
        let unit = thresholds.lazy.compactMap(\.unit).first ?? observed.measure.unit
        return Limit(
            kind: kind, text: thresholds.map(\.text).joined(separator: separator), sign: sign,
            bounds: numbers.count == thresholds.count ? numbers : [],
            unit: observed.isNumber ? unit : observed.type == DateValue.type ? .days : nil)
    }

    func isOrdered(_ type: CEL.`Type`) -> Bool {
        switch type {
        case DateValue.type, PeriodValue.type: true
        default: isOrderedEnumeration(type)
        }
    }

    /// Whether values of a type come from a closed list or a text, so that records can be counted by them.
    public func isOfParts(_ type: CEL.`Type`) -> Bool {
        if case .abstract(let name, _) = type { return vocabulary.enumerations[name] != nil }
        return type == .string || type == .bool
    }

    /// Whether values of a type are those of an enumeration with an order.
    public func isOrderedEnumeration(_ type: CEL.`Type`) -> Bool {
        guard case .abstract(let name, _) = type else { return false }
        return vocabulary.enumerations[name]?.isOrdered ?? false
    }
}

extension Observed {
    /// Whether the value is a number of the rule language.
    public var isNumber: Bool { type == NumberValue.type || type == .int || type == .uint }
}
