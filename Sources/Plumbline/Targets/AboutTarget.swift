import CEL
public import Diagnostics
import Quantities
public import YAML

/// `about: {value: 45%, tolerance: 2pp}`: the observed value is near the limit, and the limit's text says how near.
///
/// A tolerance in percent is relative to the value; any other is in the value's own unit, points for shares.
public struct AboutTarget: RecordTargetKind {
    /// The side of the value on which the tolerance is granted.
    enum Side: String, CaseIterable {
        case both
        case below
        case above
    }

    public let name = "about"
    public let limitShape = LimitShape.either(
        .value,
        .mapping([
            LimitShape.Key("value", .value, isRequired: true, Localized(zh: "数值", en: "The value")),
            LimitShape.Key("tolerance", .quantity, Localized(
                zh: "允许的偏差：百分点等单位，或相对的百分比", en: "How far off is near: in the value's unit, or in percent of it")),
            LimitShape.Key("side", .choice(Side.allCases.map(\.rawValue)), Localized(
                zh: "在哪一侧允许偏差", en: "On which side of the value it may be off")),
        ]))
    public let summary = Localized(zh: "在数值左右", en: "Near the value")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard observed.isNumber else {
            context.report(.targetNeeds(name, Localized(zh: "数字", en: "a number"), not: observed.type, at: limit.location))
            return nil
        }
        guard limit.mapping != nil else { return lower(limit, nil, .both, observed, &context) }
        guard var reader = MappingReader(limit, as: .target(name), &context.diagnostics) else { return nil }
        let value = reader.required("value", &context.diagnostics)
        let tolerance = reader.optional("tolerance")
        let sideNode = reader.optional("side")
        reader.finish(&context.diagnostics)
        let side = sideNode.map { $0.choice(of: Side.self, &context.diagnostics) } ?? .both
        guard let value, let side else { return nil }
        return lower(value, tolerance, side, observed, &context)
    }
}

private extension AboutTarget {
    /// How far off is near: a distance, or a share of the value.
    enum Tolerance {
        case distance(Quantity)
        case share(Number, text: String)
    }

    func lower(
        _ node: YAMLNode, _ toleranceNode: YAMLNode?, _ side: Side, _ observed: Observed, _ context: inout LoweringContext
    ) -> Lowering? {
        let threshold = context.threshold(node, for: observed)
        let tolerance = toleranceNode.map { self.tolerance($0, observed, &context) } ?? ruleset(context)
        guard let threshold else { return nil }
        guard let tolerance else {
            if toleranceNode == nil { context.report(.aboutWithoutTolerance(threshold.text, at: node.location)) }
            return nil
        }
        let distance = distance(tolerance, from: threshold.value)
        let low = side == .above ? threshold.value : threshold.value - distance
        let high = side == .below ? threshold.value : sum(threshold.value, distance)
        var limit = context.limit(name, "≈", [threshold], observed)
        limit.text += text(tolerance, distance, side, unit: limit.unit)
        limit.bounds = [low.number, high.number].compactMap(\.self)
        return Bounds.range(low, high).lower(observed, limit: limit, applies: threshold.applies)
    }

    func tolerance(_ node: YAMLNode, _ observed: Observed, _ context: inout LoweringContext) -> Tolerance? {
        let measure = observed.measure
        // What is wrong with its unit is told in words of its own; the rest is as with every quantity.
        guard let quantity = context.quantity(node, for: .undetermined) else { return nil }
        let isRelative = quantity.unit?.isRatioSign == true
        guard isRelative || LimitCheck(quantity: quantity, measure: measure.difference(isWhole: false)).fault(at: node.location) == nil else {
            let example = measure.unit?.difference ?? (measure.basis == .dimension(.pure) ? .percentagePoints : nil)
            context.report(
                .toleranceOfOtherKind(
                    quantity.source, observed: measure.name, example: example.map { "2\($0 == .percentagePoints ? "" : " ")\($0.symbol)" },
                    at: node.location))
            return nil
        }
        guard quantity.value > 0 else {
            context.report(.badTolerance(quantity.source, at: node.location))
            return nil
        }
        return isRelative ? .share(quantity.value, text: quantity.source) : .distance(quantity)
    }

    func ruleset(_ context: LoweringContext) -> Tolerance? {
        context.aboutTolerance.map { .share($0, text: Unit.percent.text($0)) }
    }

    func distance(_ tolerance: Tolerance, from value: Expression) -> Expression {
        switch tolerance {
        case .distance(let quantity): .number(quantity.value)
        case .share(let share, _): value.number.map { .number($0.magnitude * share) } ?? value.magnitude * .number(share)
        }
    }

    func sum(_ value: Expression, _ distance: Expression) -> Expression {
        if let value = value.number, let distance = distance.number { return .number(value + distance) }
        return value + distance
    }

    /// ` ± 2pp`: the tolerance as it is used, a relative one as the distance that it comes to.
    func text(_ tolerance: Tolerance, _ distance: Expression, _ side: Side, unit: Unit?) -> String {
        let sign = switch side {
        case .both: "±"
        case .below: "-"
        case .above: "+"
        }
        let written = switch (tolerance, distance.number) {
        case (.distance(let quantity), _): quantity.source
        case (.share, let number?): unit.map { $0.difference.text(number) } ?? number.shortText(fractionDigits: 2)
        case (.share(_, let text), nil): text
        }
        return " \(sign) \(written)"
    }
}
