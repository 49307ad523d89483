import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// What a rule writes under `composition`, read and checked.
struct CompositionText {
    /// One of the shares, with what it is held against.
    struct Part {
        /// As the rule writes it.
        var title: String
        var value: Value
        /// At least one; a floor before a ceiling.
        var bounds: [(bound: ComparedBound, limit: Quantity)]
    }

    let parts: [Part]
    /// Whether a part is everything at or above its value.
    let isCumulative: Bool
    /// What the parts together have to make; nil where that is left open.
    let whole: Quantity?
    /// Whether every value that there can be is in one of the parts.
    let coversEverything: Bool
    let strata: [(expression: Expression, text: String)]

    /// Beyond this an expression would be too deep to evaluate, and a table too long to read.
    static let mostParts = 24

    /// Nil with faults reported.
    init?(_ node: YAMLNode, kind: String, of observed: Observed, _ context: inout LoweringContext) {
        guard var reader = MappingReader(node, as: .target(kind), &context.diagnostics) else { return nil }
        let partsNode = reader.optional("parts")
        let cumulative = reader.optional("at_or_above")
        let wholeNode = reader.optional("whole")
        let withinNode = reader.optional("within")
        reader.finish(&context.diagnostics)
        guard let shares = partsNode ?? cumulative, partsNode == nil || cumulative == nil else {
            context.report(.oneComposition(both: partsNode != nil, at: cumulative?.location ?? node.location))
            return nil
        }
        if cumulative != nil {
            guard context.isOrderedEnumeration(observed.type) else {
                context.report(.notCumulative(observed.type, at: shares.location))
                return nil
            }
            if let wholeNode { context.report(.wholeOfCumulative(at: wholeNode.location)) }
        }
        isCumulative = cumulative != nil
        let parts = Self.parts(shares, of: observed, isCumulative: isCumulative, &context)
        let whole = wholeNode.map { Self.share($0, &context) }
        let strata = withinNode.map { context.strata($0) } ?? []
        guard let parts, let strata, (whole == nil) == (wholeNode == nil), whole.map({ $0 != nil }) ?? true,
              cumulative == nil || wholeNode == nil
        else { return nil }
        self.parts = parts
        self.whole = whole ?? nil
        self.strata = strata
        coversEverything = Self.coversEverything(parts, of: observed.type, context.vocabulary)
        guard let fault = contradiction(at: wholeNode?.location ?? shares.location) else { return }
        context.report(fault)
        return nil
    }
}

private extension CompositionText {
    static func parts(
        _ node: YAMLNode, of observed: Observed, isCumulative: Bool, _ context: inout LoweringContext
    ) -> [Part]? {
        let entries = node.entries(as: Localized(zh: "各部分的占比", en: "the shares of the parts"), &context.diagnostics)
        guard !entries.isEmpty else {
            if node.mapping != nil { context.report(.emptyList(at: node.location)) }
            return nil
        }
        guard entries.count <= mostParts else {
            context.report(.tooManyParts(entries.count, most: mostParts, at: node.location))
            return nil
        }
        var parts: [Part] = []
        for entry in entries {
            let value = context.value(entry.key, of: observed.type)
            let bounds = isCumulative ? share(entry.value, &context).map { [(ComparedBound.atLeast, $0)] } : bounds(entry.value, &context)
            guard let value, let bounds, let title = entry.key.scalar?.text else { continue }
            if let first = parts.first(where: { $0.value.overlaps(value) && !isCumulative || $0.value == value }) {
                context.report(.partTwice(title, first.title, at: entry.key.location))
                continue
            }
            parts.append(Part(title: title, value: value, bounds: bounds))
        }
        return parts.count == entries.count ? parts : nil
    }

    /// `{at_least: 15%}`, or a floor and a ceiling.
    static func bounds(_ node: YAMLNode, _ context: inout LoweringContext) -> [(bound: ComparedBound, limit: Quantity)]? {
        let what = Localized(zh: "某一部分的限值", en: "the bounds of a part")
        guard var reader = MappingReader(node, as: what, &context.diagnostics) else { return nil }
        let found = ComparedBound.allCases.compactMap { bound in reader.optional(bound.rawValue).map { (bound: bound, node: $0) } }
        let unknown = reader.mapping.keys.count > found.count
        reader.finish(&context.diagnostics)
        guard !unknown else { return nil }
        guard !found.isEmpty else {
            context.report(.partWithoutBound(among: ComparedBound.allCases.map(\.rawValue), at: node.location))
            return nil
        }
        for isFloor in [true, false] {
            let side = found.filter { $0.bound.isFloor == isFloor }
            guard side.count > 1 else { continue }
            context.report(.twoBounds(side[0].bound.rawValue, side[1].bound.rawValue, at: side[1].node.location))
            return nil
        }
        let bounds = found.compactMap { bound, node in share(node, &context).map { (bound: bound, limit: $0) } }
        return bounds.count == found.count ? bounds : nil
    }

    static func share(_ node: YAMLNode, _ context: inout LoweringContext) -> Quantity? {
        guard let quantity = context.quantity(node, for: Measure(.dimension(.pure)).difference(isWhole: false)) else { return nil }
        guard quantity.unit?.isRatioSign == true, quantity.value >= 0, quantity.value <= 1 else {
            context.report(.partNotAShare(quantity.source, at: node.location))
            return nil
        }
        return quantity
    }

    static func coversEverything(_ parts: [Part], of type: CEL.`Type`, _ vocabulary: Vocabulary) -> Bool {
        if type == .bool { return parts.count == 2 }
        guard case .abstract(let name, _) = type, let enumeration = vocabulary.enumerations[name] else { return false }
        let covered = parts.compactMap { part -> ClosedRange<Int>? in
            guard case .object(let object) = part.value else { return nil }
            return (object as? EnumerationValue)?.ranks
        }
        return enumeration.members.indices.allSatisfy { rank in covered.contains { $0.contains(rank) } }
    }

    /// Bounds that no spread can meet are a fault of the rule, not of the data.
    func contradiction(at location: Location) -> Diagnostic? {
        guard !isCumulative else { return nil }
        for part in parts {
            guard let floor = part.bounds.first(where: { $0.bound.isFloor }), let ceiling = part.bounds.first(where: { !$0.bound.isFloor })
            else { continue }
            if floor.limit.value > ceiling.limit.value { return .partReversed(part.title, at: location) }
        }
        let least = parts.reduce(Number.zero) { sum, part in sum + (part.bounds.first { $0.bound.isFloor }?.limit.value ?? 0) }
        if least > whole?.value ?? 1 { return .partsBeyondWhole(least, whole?.source ?? "100%", at: location) }
        let most = parts.reduce(Number.zero) { sum, part in sum + (part.bounds.first { !$0.bound.isFloor }?.limit.value ?? 1) }
        if let whole, coversEverything, whole.value != 1 { return .wholeOfEverything(whole.source, at: location) }
        if let whole, most < whole.value { return .partsShortOfWhole(most, whole.source, at: location) }
        return nil
    }
}

private extension Value {
    /// Whether two parts could have a record in common: a band lies over its grades.
    func overlaps(_ other: Value) -> Bool {
        if case .object(let object) = self, let value = object as? EnumerationValue { return value.equals(other) }
        return self == other
    }
}
