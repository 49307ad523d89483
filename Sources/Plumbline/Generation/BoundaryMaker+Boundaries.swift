import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Which boundaries a rule has.
extension BoundaryMaker {
    var required: [Boundary] {
        if rule.coverage != nil { return [.atLimit, .justBelow, .justAbove] }
        if rule.comparison != nil {
            switch rule.limit?.kind {
            case "unique": return [.conditionHolds, .sameTwice]
            case "composition": return [.atLimit, .justBelow, .justAbove]
            default: return [.atLimit, .justBelow, .justAbove, .nobodyTested]
            }
        }
        if let arms = ArmsMaker(self) { return arms.boundaries }
        if SetMaker(self) != nil { return [.conditionHolds, .oneMissing, .oneExtra] }
        let published: [Boundary] = rule.figures.contains { $0.benchmark != nil } ? [.noFigure] : []
        let late: [Boundary] = rule.lateness == nil ? [] : [.dayLate, .undated]
        guard case .condition = rule.rule.requirement, let asked else {
            if !listedValues.isEmpty { return listedValues.map { .listed($0) } + [.unlisted] }
            if upperLimit != nil { return [.justBelow, .atLimit, .atUpperLimit, .aboveUpperLimit] }
            return [.atLimit, .justBelow, .justAbove] + late + published
        }
        let terms = terms(of: asked)
        return [.conditionHolds] + terms.map { .withoutTerm($0.unparsed()) }
    }

    var undecided: [Boundary] {
        var boundaries: [Boundary] = []
        if !fieldPaths.isEmpty { boundaries.append(.missing) }
        if let coverage = rule.coverage, coverage.per == nil { boundaries.append(.noRecords) }
        if rule.groupedByTable != nil { boundaries.append(.emptyGroup) }
        if rule.coverage == nil, rule.comparison == nil {
            if !listPaths.isEmpty { boundaries += [.listNotSent, .emptyList] }
            if let asked, rule.rule.observesValue, let ratio = solver.ratio(asked, in: empty), solver.path(ratio.below, in: empty) != nil {
                boundaries.append(.zeroDenominator)
            }
        }
        if table.keyNamesPeriod || asksOfObserved, rule.coverage == nil, rule.comparison == nil { boundaries.append(.absentPeriod) }
        return boundaries
    }

    /// Whether the verdict rests on what is observed period by period, though the table has no periods.
    private var asksOfObserved: Bool {
        table.periodField == nil && fieldPaths.contains { $0.count == 1 && table.fields[$0[0]]?.observation != nil }
    }
}
