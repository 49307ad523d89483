import CEL
import Diagnostics
import Quantities
import YAML

/// What a rule writes under `parity`, read and checked.
struct ParityText {
    let test: Expression
    /// Nil where everyone is compared with.
    let against: Expression?
    let strata: [Expression]
    let strataTexts: [String]
    let comparison: ParityTarget.Comparison
    let bound: ComparedBound
    /// The share of the other side's figure.
    let limit: Quantity
    let minGroup: Int

    /// Nil with faults reported.
    init?(_ node: YAMLNode, kind: String, _ context: inout LoweringContext) {
        guard var reader = MappingReader(node, as: .target(kind), &context.diagnostics) else { return nil }
        let testNode = reader.required("test", &context.diagnostics)
        let againstNode = reader.optional("against")
        let withinNode = reader.optional("within")
        let compareNode = reader.optional("compare")
        let minNode = reader.optional("min_group")
        let found = ComparedBound.read(&reader, kind: kind, &context)
        reader.finish(&context.diagnostics)

        let test = testNode.flatMap { context.condition($0) }
        let against = againstNode.flatMap { context.condition($0) }
        let strata = withinNode.map { context.strata($0) } ?? []
        let comparison = compareNode.map { $0.choice(of: ParityTarget.Comparison.self, &context.diagnostics) } ?? .mean
        let minGroup = minNode.map { context.groupSize($0) } ?? 1
        let limit = found.flatMap { Self.percentage($0.limit, &context) }
        if let testNode, let againstNode, let text = testNode.scalar?.text, againstNode.scalar?.text == text {
            context.report(.sameSides(at: againstNode.location))
            return nil
        }
        guard let test, againstNode == nil || against != nil, let strata, let comparison, let minGroup, let found, let limit
        else { return nil }
        self.test = test
        self.against = against
        self.strata = strata.map(\.expression)
        strataTexts = strata.map(\.text)
        self.comparison = comparison
        bound = found.bound
        self.limit = limit
        self.minGroup = minGroup
    }
}

private extension ParityText {
    static func percentage(_ node: YAMLNode, _ context: inout LoweringContext) -> Quantity? {
        guard let quantity = context.quantity(node, for: .undetermined) else { return nil }
        if quantity.unit?.isRatioSign == true { return quantity }
        context.report(.parityInPercent(quantity.source, at: node.location))
        return nil
    }
}
