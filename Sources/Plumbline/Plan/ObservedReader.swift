import CEL
import OrderedCollections
import YAML

/// Finds out what a rule observes: a count, a quotient of counts that can be moved, or any other value.
struct ObservedReader {
    let table: Table
    let vocabulary: Vocabulary
    let environment: Environment

    mutating func observed(_ checked: CheckedExpression, measure: Measure, scalar: YAMLScalar) -> Observed {
        var ratio = ratio(of: checked, scalar)
        if let definition = definition(of: checked.root) { ratio = parts(of: definition) }
        // A duration is held against limits, and printed, as the number that it is in the unit of the limit.
        let isDuration = checked.type == .duration
        var observed = Observed(
            expression: isDuration ? .call(DurationFunctions.amountName, [checked.root]) : checked.root,
            type: isDuration ? NumberValue.type : checked.type, measure: measure, ratio: ratio,
            isCount: measure.isWhole && isCount(checked.root), scalar: scalar)
        observed.quotient = ratio.map { Observed.Quotient(numerator: $0.numerator, denominator: $0.denominator) }
            ?? quotient(checked.root)
        observed.mean = mean(checked.root)
        observed.indicator = field(of: checked.root).flatMap { $0.indicator == nil ? nil : $0 }
        return observed
    }
}

private extension ObservedReader {
    /// The field that the expression is by itself.
    func field(of expression: Expression) -> Field? {
        if case .identifier(let name) = expression.node { table.fields[name] } else { nil }
    }

    /// How the field comes about that the expression is; nil where it is none that comes from others.
    func definition(of expression: Expression) -> Definition? { field(of: expression)?.definition }

    /// The two numbers that the value, or what its field is defined by, divides.
    func quotient(_ expression: Expression) -> Observed.Quotient? {
        if let definition = definition(of: expression) {
            let parts = definition.scalars.compactMap { try? environment.checkedRule($0.text).root }
            guard parts.count == definition.scalars.count else { return nil }
            return parts.count == 2 ? Observed.Quotient(numerator: parts[0], denominator: parts[1]) : quotient(parts[0])
        }
        guard case .call(Operator.divide, nil, let operands) = expression.node, operands.count == 2 else { return nil }
        return Observed.Quotient(numerator: operands[0], denominator: operands[1])
    }

    /// The counts that a defined field is the quotient of.
    mutating func parts(of definition: Definition) -> Observed.Ratio? {
        let parts = definition.scalars.compactMap { scalar in
            (try? environment.checkedRule(scalar.text)).map { (checked: $0, scalar: scalar) }
        }
        guard parts.count == definition.scalars.count else { return nil }
        switch definition {
        case .expression: return ratio(of: parts[0].checked, parts[0].scalar)
        case .ratio:
            let (part, whole) = (parts[0], parts[1])
            let measures = parts.map { self.measure($0.checked.root, of: $0.checked, $0.scalar) }
            return quotient(part.checked.root, whole.checked.root, measures)
        case .ancestor: return nil
        }
    }

    /// Numerator and denominator where the value is a quotient of whole counts; a number that the rule
    /// states itself is none, for nobody can change it.
    mutating func ratio(of checked: CheckedExpression, _ scalar: YAMLScalar) -> Observed.Ratio? {
        if let share = share(checked.root) { return share }
        guard case .call(Operator.divide, nil, let operands) = checked.root.node, operands.count == 2 else { return nil }
        return quotient(operands[0], operands[1], operands.map { self.measure($0, of: checked, scalar) })
    }

    func quotient(_ part: Expression, _ whole: Expression, _ measures: [Measure]) -> Observed.Ratio? {
        guard isCount(part), isCount(whole), measures.allSatisfy(\.isWhole) else { return nil }
        let isOfOneKind = measures[0].basis == measures[1].basis && measures[0].unit == measures[1].unit
        return Observed.Ratio(
            numerator: part, denominator: whole,
            isOfOneKind: measures[0].basis == .tally ? isOfOneKind && isWithin(part, whole) : isOfOneKind)
    }

    /// `list.share(x, c)` as those that meet the condition over all of them.
    func share(_ expression: Expression) -> Observed.Ratio? {
        guard case .call("share@list", nil, let arguments) = expression.node, case .comprehension(let loop)? = arguments.first?.node,
              case .call(let append, nil, let operands) = loop.step.node, operands.count == 2
        else { return nil }
        let chosen = Expression.call(append, [operands[0], .identifier(loop.variable)])
        let filtered = Expression.Comprehension(
            variable: loop.variable, range: loop.range, accumulator: loop.accumulator, initial: loop.initial,
            condition: loop.condition, step: .conditional(operands[1].unwrapped, chosen, operands[0]), result: loop.result)
        return Observed.Ratio(
            numerator: .member("count", of: .comprehension(filtered)), denominator: .member("count", of: loop.range),
            isOfOneKind: true)
    }

    func measure(_ expression: Expression, of checked: CheckedExpression, _ scalar: YAMLScalar) -> Measure {
        var checker = MeasureChecker(table: table, vocabulary: vocabulary, checked: checked, scalar: scalar, environment: environment)
        return checker.measure(expression)
    }

    /// Whether one more of what is counted is one more of the value: a field, a number of records, or a sum of these.
    func isCount(_ expression: Expression) -> Bool {
        switch expression.node {
        case .identifier(let name): table.fields[name].map { $0.definition == nil } ?? false
        case .select(let operand, _, false): isReferencePath(operand)
        case .call("count", .some, _), .call(Aggregate.count.listFunction, nil, _): true
        case .call(Operator.add, nil, let operands): operands.allSatisfy(isCount)
        case .call(Aggregate.sum.listFunction, nil, let arguments): arguments.first?.collected.map(isCountOfElement) ?? false
        default: false
        }
    }

    /// Whether what a list's sum is of counts things on every element.
    func isCountOfElement(_ value: Expression) -> Bool {
        switch value.node {
        case .select(let operand, _, false):
            if case .identifier = operand.node { true } else { false }
        default: isCount(value)
        }
    }

    /// The sum and the number of the values that the expression is the mean of.
    func mean(_ expression: Expression) -> Observed.Mean? {
        guard case .call(Aggregate.average.listFunction, nil, let arguments) = expression.node, let list = arguments.first,
              case .comprehension(var loop) = list.node, case .call(let append, nil, let operands) = loop.step.node, operands.count == 2,
              let value = list.collected
        else { return nil }
        // As many as have a value, as the mean itself is of.
        loop.step = .call(append, [operands[0], .call("measured", [value])])
        return Observed.Mean(
            sum: .call(Aggregate.sum.listFunction, [list]), count: .call(Aggregate.count.listFunction, [.comprehension(loop)]))
    }

    func isReferencePath(_ expression: Expression) -> Bool {
        switch expression.node {
        case .identifier(let name): if case .reference? = table.fields[name]?.type { true } else { false }
        case .select(let operand, _, false): isReferencePath(operand)
        default: false
        }
    }

    /// Whether a count is of some of the records that another counts.
    func isWithin(_ part: Expression, _ whole: Expression) -> Bool {
        part.countedList != nil && part.countedList == whole.countedList
    }
}

private extension Expression {
    /// The names that lead to the list whose records are counted, whatever is filtered out of it.
    var countedList: [String]? {
        switch node {
        case .call("count", let target?, _): target.countedList ?? target.names
        case .call(Aggregate.count.listFunction, nil, let arguments): arguments.first?.countedList
        case .comprehension(let loop): loop.range.countedList ?? loop.range.names
        default: nil
        }
    }

    var names: [String]? {
        switch node {
        case .identifier(let name): [name]
        case .select(let operand, let field, false): operand.names.map { $0 + [field] }
        default: nil
        }
    }

    /// What a loop makes of each element.
    var collected: Expression? {
        guard case .comprehension(let loop) = node, case .call(_, nil, let operands) = loop.step.node, operands.count == 2 else { return nil }
        return operands[1].unwrapped
    }

    /// An element of a list without what keeps an unknown one there.
    var unwrapped: Expression {
        if case .call(let name, nil, let arguments) = node, arguments.count == 1, name.contains("@") { return arguments[0] }
        return self
    }
}
