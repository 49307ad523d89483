import CEL
import Diagnostics
import YAML

/// What a rule writes under `same_set`, read and checked.
struct SameSetText {
    /// What is compared of the list observed and of the one that it has to agree with: lists of one type.
    let own, wanted: Expression
    let wantedText: String
    /// What has to be there, one by one where the rule lists it.
    let wantedNames: [String]
    let extra: SameSetTarget.Extra

    /// No text can write the name.
    private static let element = "@element"

    /// Nil with faults reported.
    init?(_ node: YAMLNode, kind: String, of observed: Observed, _ context: inout LoweringContext) {
        guard var reader = MappingReader(node, as: .target(kind), &context.diagnostics) else { return nil }
        let by = reader.optional("by")
        let asNode = reader.required("as", &context.diagnostics)
        let extraNode = reader.optional("extra")
        reader.finish(&context.diagnostics)
        let extra = extraNode.map { $0.choice(of: SameSetTarget.Extra.self, &context.diagnostics) } ?? .refused
        let own = Self.compared(observed.expression, observed.type, by, at: node, isOther: false, &context)
        guard let asNode, let other = context.expression(asNode) else { return nil }
        guard case .list = other.type else {
            context.report(.sameSetOfNoList(other.type, at: asNode.location))
            return nil
        }
        let wanted = Self.compared(other.root, other.type, by, at: asNode, isOther: true, &context)
        guard let own, let wanted, let extra else { return nil }
        guard own.type == wanted.type else {
            context.report(.sameSetOfOtherType(wanted.type, observed: own.type, at: asNode.location))
            return nil
        }
        (self.own, self.wanted) = (own.list, wanted.list)
        wantedText = asNode.scalar.map { CellText.trimmed($0.text) } ?? ""
        wantedNames = context.environment.shownValues(wantedText)
        self.extra = extra
    }
}

private extension SameSetText {
    /// A list with what is compared of each element in its place, and the type of that.
    ///
    /// - Parameter isOther: Whether it is the list of `as`, which may hold values where the other holds records.
    static func compared(
        _ list: Expression, _ type: CEL.`Type`, _ by: YAMLNode?, at node: YAMLNode, isOther: Bool, _ context: inout LoweringContext
    ) -> (list: Expression, type: CEL.`Type`)? {
        guard case .list(let element) = type else { return nil }
        guard let table = context.table(ofElementsOf: type) else {
            if let by, !isOther {
                context.report(.sameSetByOfValues(at: by.location))
                return nil
            }
            return (list, element)
        }
        guard let by else {
            if isOther { return (list, element) }
            context.report(.sameSetWithoutBy(table: table.name, at: node.location))
            return nil
        }
        // A fault in `by` is one fault, whichever lists it is asked of.
        let count = context.diagnostics.errorCount
        guard !isOther || count == 0, let found = context.element(by, of: table, as: Self.element) else { return nil }
        switch found.type {
        case .list, .map:
            context.report(.sameSetByOfType(found.type, at: by.location))
            return nil
        default: return (.holding(list, as: Self.element, into: found.expression), found.type)
        }
    }
}
