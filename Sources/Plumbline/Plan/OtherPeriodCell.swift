import CEL
import OrderedCollections

/// A cell of the record's own row of another period that an expression names: `previous.beds`, `at(2020).rate`.
struct OtherPeriodCell: Hashable, Sendable {
    enum Which: Hashable, Sendable {
        case previous
        case yearAgo
        case baseline
        case named(CalendarPeriod)
    }

    let which: Which
    /// The field's place in the record's table.
    let field: Int

    /// Those of an expression, each once, in the order of its text.
    ///
    /// - Complexity: O(*n*) in the expression's nodes.
    static func all(in expression: Expression, of table: Table) -> [OtherPeriodCell] {
        var cells: [OtherPeriodCell] = []
        collect(expression, table, into: &cells)
        return cells
    }

    /// What the other row is called in evidence, as rules write it.
    var name: String {
        switch which {
        case .previous: RuleEnvironment.Name.previous
        case .yearAgo: RuleEnvironment.Name.yearAgo
        case .baseline: RuleEnvironment.Name.baseline
        case .named(let period): "at(\(period))"
        }
    }

    /// The other period, for what is judged under these circumstances; nil where there is none.
    func period(_ circumstances: Circumstances) -> CalendarPeriod? {
        switch which {
        case .previous: circumstances.period?.previous
        case .yearAgo: circumstances.period?.yearBefore
        case .baseline: circumstances.baseline
        case .named(let period): period
        }
    }
}

private extension OtherPeriodCell {
    static func collect(_ expression: Expression, _ table: Table, into cells: inout [OtherPeriodCell]) {
        if case .select(let operand, let name, _) = expression.node, let which = Which(operand),
           let field = table.fields.index(forKey: name), !table.fields.values[field].type.isReference {
            let cell = OtherPeriodCell(which: which, field: field)
            if !cells.contains(cell) { cells.append(cell) }
        }
        for child in expression.children { collect(child, table, into: &cells) }
    }
}

private extension OtherPeriodCell.Which {
    /// The record in another period; nil for anything else, and where the period is only known from record to record.
    init?(_ expression: Expression) {
        switch expression.node {
        case .identifier(RuleEnvironment.Name.previous): self = .previous
        case .identifier(RuleEnvironment.Name.yearAgo): self = .yearAgo
        case .identifier(RuleEnvironment.Name.baseline): self = .baseline
        case .call("at", let target?, let arguments):
            guard case .identifier(RecordFunctions.record) = target.node, arguments.count == 1,
                  case .constant(let value) = arguments[0].node, let period = value.asPeriod
            else { return nil }
            self = .named(period)
        default: return nil
        }
    }
}
