import CEL
import Diagnostics
import Quantities
public import YAML

/// Readings of limits: a quantity or a value, `{value: <CEL>}`, or a list of `{when: <CEL>, limit: …}`.
extension LoweringContext {
    /// Reads what a value that has an order is held against; nil with faults reported.
    ///
    /// - Parameter kind: The target's name, for the fault of a type that has no order.
    public mutating func threshold(_ node: YAMLNode, for observed: Observed, kind: String) -> Threshold? {
        guard observed.isNumber || isOrdered(observed.type) else {
            report(.targetOnType(kind, observed.type, at: node.location))
            return nil
        }
        return threshold(node, for: observed)
    }

    /// Reads what a value of any type is held against; nil with faults reported.
    public mutating func threshold(_ node: YAMLNode, for observed: Observed) -> Threshold? {
        cases(node) { context, node in context.single(node, for: observed) }
    }

    /// Reads a value that is no number; a text is shown as it is written. nil with faults reported.
    mutating func stated(_ node: YAMLNode, of type: CEL.`Type`) -> Threshold? {
        value(node, of: type).map { value in
            Threshold(value: .constant(value), text: type == .string ? node.scalar?.text ?? value.text : value.text)
        }
    }

    /// Reads a list of `{when, limit}`, or what would stand in one of them.
    ///
    /// - Parameter read: Reads what stands under `limit`, where that is no list of cases again.
    mutating func cases(
        _ node: YAMLNode, _ read: (inout LoweringContext, YAMLNode) -> Threshold?
    ) -> Threshold? {
        guard let items = node.sequence else { return read(&self, node) }
        guard !items.isEmpty else {
            report(.noCases(at: node.location))
            return nil
        }
        guard items.count <= Self.mostCases else {
            report(.tooManyCases(items.count, most: Self.mostCases, at: node.location))
            return nil
        }
        let cases = items.map { item in self.item(item, read) }
        reportUnreachable(items, cases)
        let all = cases.compactMap(\.self)
        guard all.count == items.count, let last = all.last else { return nil }
        return Threshold(firstOf: all.dropLast(), last: last)
    }

    /// More cases make a limit that nobody can check, and an expression too deep to evaluate.
    private static let mostCases = 150
}

private extension LoweringContext {
    mutating func single(_ node: YAMLNode, for observed: Observed) -> Threshold? {
        if node.mapping != nil { return computed(node, for: observed) }
        if observed.isNumber { return quantity(node, for: observed.measure).map { Threshold($0) } }
        return stated(node, of: observed.type)
    }

    /// `{value: <CEL>}`, of the type and the kind of quantity that is observed.
    mutating func computed(_ node: YAMLNode, for observed: Observed) -> Threshold? {
        if let mapping = node.mapping, mapping["when"] != nil {
            report(.caseWithoutList(at: node.location))
            return nil
        }
        guard var reader = MappingReader(node, as: Localized(zh: "限值", en: "a limit"), &diagnostics) else { return nil }
        let value = reader.required("value", &diagnostics)
        reader.finish(&diagnostics)
        guard let value, let scalar = value.expression(&diagnostics),
              let checked = check(scalar)
        else { return nil }
        guard checked.type == observed.type || (observed.isNumber && NumberFunctions.types.contains(checked.type)) else {
            report(.computedLimitNotOfType(checked.type, observed: observed.type, at: scalar.location))
            return nil
        }
        var measures = MeasureChecker(table: table, vocabulary: vocabulary, checked: checked, scalar: scalar, environment: environment)
        let measure = observed.isNumber ? measures.hold(checked.root, against: observed.measure) : .undetermined
        diagnostics.append(measures.diagnostics)
        // A parameter by itself is held against what is observed as the quantity that it is.
        let quantity = environment.quantity(ofParameter: scalar.text)
        if observed.isNumber, let quantity, let fault = LimitCheck(quantity: quantity, measure: observed.measure).fault(at: scalar.location) {
            report(fault)
            return nil
        }
        return Threshold(
            value: checked.root, text: environment.shownRule(scalar.text), unit: observed.measure.unit ?? measure.unit ?? quantity?.unit ?? shareUnit(observed))
    }

    /// A share of one kind is printed in percent, whatever it is held against.
    func shareUnit(_ observed: Observed) -> Unit? { observed.ratio?.isOfOneKind == true ? .percent : nil }

    mutating func item(_ node: YAMLNode, _ read: (inout LoweringContext, YAMLNode) -> Threshold?) -> Threshold.Case? {
        guard node.mapping != nil else {
            report(.notACase(node.shape, at: node.location))
            return nil
        }
        guard var reader = MappingReader(node, as: Localized(zh: "分情形的限值", en: "a limit under a condition"), &diagnostics)
        else { return nil }
        let when = reader.required("when", &diagnostics)
        let limit = reader.required("limit", &diagnostics)
        reader.finish(&diagnostics)
        let scalar = when?.expression(&diagnostics)
        let condition = scalar.flatMap { checkCondition($0) }
        let threshold = limit.flatMap { cases($0, read) }
        guard let scalar, let condition, let threshold else { return nil }
        return Threshold.Case(condition: condition.root, text: environment.shownRule(scalar.text), threshold: threshold)
    }

    /// A case behind one that always holds, or behind its own double, is never come to.
    mutating func reportUnreachable(_ items: [YAMLNode], _ cases: [Threshold.Case?]) {
        var met: Set<String> = []
        var always = false
        for (item, this) in zip(items, cases) {
            if always {
                report(.caseNeverReached(after: "true", at: item.location))
            } else if let this, !met.insert(this.text).inserted {
                report(.caseNeverReached(after: this.text, at: item.location))
            } else if this?.condition.truth == false {
                report(.caseNeverHolds(at: item.location))
            }
            always = always || this?.isAlways == true
        }
    }
}
