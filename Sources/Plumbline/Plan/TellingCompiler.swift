import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Plans what a rule's findings tell beside the verdict.
struct TellingCompiler {
    /// Checks and plans the expressions, and is told their faults.
    private(set) var expressions: RuleExpressions
    let lowering: Lowering
    let observed: Observed
    /// What the target takes from elsewhere in the data.
    let figures: [FigurePlan]
    /// Where the target stands.
    let place: Location

    mutating func plan() -> TellingPlan {
        let (expressions, observed) = (expressions, observed.expression)
        return plan(marked: Deferred { MarkedList(of: observed, expressions) })
    }

    private mutating func plan(marked: Deferred<MarkedList?>) -> TellingPlan {
        TellingPlan(
            gap: lowering.gap.flatMap { expressions.program($0, at: place) },
            limitValue: lowering.limitValue.flatMap { expressions.program($0, at: place) },
            closings: lowering.closings.compactMap { closing in
                expressions.program(closing.amount, at: place).map { RulePlan.Closing(kind: closing.kind, amount: $0) }
            },
            share: lowering.share.flatMap { share($0) }, sides: lowering.sides.compactMap { side($0) },
            names: lowering.names.compactMap { names in
                expressions.program(names.values, at: place).map { RulePlan.Names(title: names.title, values: $0) }
            },
            marked: marked)
    }

    /// The record's own fields that are named, but for references; known without compiling anything.
    var fields: Set<Int> {
        let figures = [lowering.gap, lowering.limitValue, lowering.share?.numerator, lowering.share?.denominator].compactMap(\.self)
        let named = figures + lowering.closings.map(\.amount) + lowering.sides.flatMap { [$0.list, $0.value].compactMap(\.self) }
            + lowering.names.map(\.values)
        var names: Set<String> = []
        for expression in named { expression.collectNames(into: &names) }
        let all = expressions.table.fields
        return Set(names.compactMap { all.index(forKey: $0) }.filter { !all.values[$0].type.isReference })
    }

    /// What the plan is once somebody asks; nobody is told what is wrong with it then.
    var deferred: Deferred<TellingPlan> {
        let compiler = self
        return Deferred {
            var compiler = compiler
            return compiler.plan()
        }
    }
}

private extension TellingCompiler {
    mutating func side(_ side: Lowering.Side) -> RulePlan.Side? {
        let list = side.list.flatMap { expressions.program($0, at: place) }
        let peers = side.list.flatMap { list in figures.first { list == .identifier($0.name) && $0.peers != nil } }
        return expressions.program(side.value, at: place).map { RulePlan.Side(title: side.title, list: list, value: $0, peers: peers) }
    }

    mutating func share(_ share: Observed.Ratio) -> RulePlan.Share? {
        guard let part = expressions.program(share.numerator, at: place),
              let whole = expressions.program(share.denominator, at: place), part.isLocal, whole.isLocal
        else { return nil }
        let (above, below) = scalars
        let texts = (Self.text(of: share.numerator, in: above), Self.text(of: share.denominator, in: below))
        return RulePlan.Share(numerator: part, denominator: whole, texts: texts)
    }

    /// Where the parts of a ratio are written: in the rule, or in what the indicator says that it observes.
    var scalars: (YAMLScalar, YAMLScalar) {
        guard case .identifier(let name) = observed.expression.node, let definition = expressions.table.fields[name]?.definition
        else { return (observed.scalar, observed.scalar) }
        return switch definition {
        case .expression(let scalar): (scalar, scalar)
        case .ratio(let numerator, let denominator): (numerator, denominator)
        case .ancestor: (observed.scalar, observed.scalar)
        }
    }

    static func text(of expression: Expression, in scalar: YAMLScalar) -> String { CellText.trimmed(scalar.written(expression)) }
}

private extension Expression {
    func collectNames(into names: inout Set<String>) {
        if case .identifier(let name) = node { names.insert(name) }
        for child in children { child.collectNames(into: &names) }
    }
}
