import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Numbers that a record comes to: fields, sums, ratios, figures of lists.
extension ConditionSolver {
    /// Makes an expression come to a number that so many steps of its own are away from a limit.
    func solveNumber(
        _ expression: Expression, _ steps: Int64, from value: Value, written: Expression, _ record: inout MadeRecord
    ) throws(Unmakeable) {
        guard let limit = value.number else { throw .expression(written.unparsed()) }
        let step = step(of: expression, limit: limit, in: record)
        try set(expression, to: limit + step * Number(steps), &record)
    }

    /// The smallest difference that an analyst would write: one of what is counted, a tenth of the last digit of anything else.
    func step(of expression: Expression, limit: Number, in record: MadeRecord) -> Number {
        if isCount(expression, in: record) { return 1 }
        let unit = unit(of: expression, in: record)
        let shown = limit * (unit?.scale.reciprocal ?? 1)
        let digits = min(shown.exactFractionDigits ?? 2, 6) + 1
        let tenth = Number(Decimal(1, scale: digits))
        return tenth * (unit?.scale ?? 1)
    }

    /// Makes an expression come to a number.
    func set(_ expression: Expression, to number: Number, _ record: inout MadeRecord) throws(Unmakeable) {
        if let path = path(expression, in: record), let field = field(path, of: record.table) {
            return try set(field, at: path, to: number, &record)
        }
        guard let call = expression.writtenCall else { throw .expression(expression.unparsed()) }
        switch (call.function, call.arguments.count) {
        case (Operator.add, 2): try setSum(expression, to: number, &record)
        case (Operator.divide, 2): try setRatio(call.arguments[0], call.arguments[1], to: number, &record)
        default:
            guard let list = ListFigure(call, in: self, of: record) else { throw .expression(expression.unparsed()) }
            try list.set(to: number, &record)
        }
    }

    /// What an expression rests on, as paths that can be left out; lists too.
    func operands(_ expression: Expression, in record: MadeRecord) -> [[String]] {
        if let path = path(expression, in: record), !path.isEmpty {
            if let field = field(path, of: record.table), let definition = field.definition, path.count == 1 {
                return definition.scalars.flatMap { tree($0).map { operands($0, in: record) } ?? [] }
            }
            let isKnown = field(path, of: record.table) != nil || listTable(path, of: record.table) != nil
            return isKnown ? [path] : []
        }
        guard let call = expression.writtenCall else { return [] }
        if let target = call.target { return operands(target, in: record) }
        return call.arguments.flatMap { operands($0, in: record) }
    }

    /// The tree of a vocabulary's own expression.
    func tree(_ scalar: YAMLScalar) -> Expression? { MutableExpression.tree(scalar.text) }

    /// The parts of a ratio, its own or its indicator's; nil for what is none.
    func ratio(_ expression: Expression, in record: MadeRecord) -> (above: Expression, below: Expression)? {
        if let path = path(expression, in: record), let definition = field(path, of: record.table)?.definition, path.count == 1 {
            switch definition {
            case .ratio(let numerator, let denominator):
                guard let above = tree(numerator), let below = tree(denominator) else { return nil }
                return (above, below)
            case .expression(let scalar): return tree(scalar).flatMap { ratio($0, in: record) }
            case .ancestor: return nil
            }
        }
        guard let call = expression.writtenCall, call.function == Operator.divide, call.arguments.count == 2 else { return nil }
        return (call.arguments[0], call.arguments[1])
    }

    func isCount(_ expression: Expression, in record: MadeRecord) -> Bool {
        if let path = path(expression, in: record), let field = field(path, of: record.table) { return field.type == .integer }
        guard let call = expression.writtenCall else { return false }
        return ["count", "distinct", "size"].contains(call.function) || ListFigure(call, in: self, of: record)?.isOfWholeNumbers == true
    }
}

private extension ConditionSolver {
    func unit(of expression: Expression, in record: MadeRecord) -> Unit? {
        if let path = path(expression, in: record), let field = field(path, of: record.table) {
            return field.type == .percent ? .percent : field.unit
        }
        guard let call = expression.writtenCall else { return nil }
        if call.function == "share" || call.function == Operator.divide { return .percent }
        return call.arguments.lazy.compactMap { unit(of: $0, in: record) }.first
    }

    func set(_ field: Field, at path: [String], to number: Number, _ record: inout MadeRecord) throws(Unmakeable) {
        guard let definition = field.definition else {
            return record.set(path, to: .text(try GivenText(field: field).text(number)))
        }
        guard path.count == 1 else { throw .expression(path.joined(separator: ".")) }
        switch definition {
        case .expression(let scalar):
            guard let tree = tree(scalar) else { throw .expression(scalar.text) }
            try set(tree, to: number, &record)
        case .ratio(let numerator, let denominator):
            guard let above = tree(numerator), let below = tree(denominator) else { throw .expression(numerator.text) }
            try setRatio(above, below, to: number, &record)
        case .ancestor: throw .expression(path.joined(separator: "."))
        }
    }

    /// The terms that have a value keep it, where what is left for the last is not below zero; else they become nothing.
    func setSum(_ expression: Expression, to number: Number, _ record: inout MadeRecord) throws(Unmakeable) {
        let terms = terms(of: expression)
        guard let last = terms.last else { throw .expression(expression.unparsed()) }
        let before = terms.dropLast().map { value(of: $0, in: record) }
        let sum = before.reduce(Number(0)) { $0 + ($1 ?? 0) }
        let isKept = sum <= number
        for (term, known) in zip(terms, before) where !isKept || known == nil { try set(term, to: 0, &record) }
        try set(last, to: isKept ? number - sum : number, &record)
    }

    func terms(of expression: Expression) -> [Expression] {
        guard let call = expression.writtenCall, call.function == Operator.add, call.arguments.count == 2 else { return [expression] }
        return call.arguments.flatMap { terms(of: $0) }
    }

    func value(of expression: Expression, in record: MadeRecord) -> Number? {
        guard let path = path(expression, in: record), case .text(let text?)? = record.content(path), let number = Decimal(text) else { return nil }
        return Number(number) * (field(path, of: record.table)?.unit?.scale ?? 1)
    }

    /// Whole numbers above and below the line, at least a hundred below where both are counted.
    func setRatio(_ above: Expression, _ below: Expression, to number: Number, _ record: inout MadeRecord) throws(Unmakeable) {
        guard let (_, whole) = number.small else { throw .expression(above.unparsed()) }
        let times = 100 % whole == 0 ? 100 / whole : whole < 100 ? (100 + whole - 1) / whole : 1
        let denominator = scale(of: below, in: record) * Number(whole * times)
        try set(below, to: denominator, &record)
        try set(above, to: number * denominator, &record)
    }

    func scale(of expression: Expression, in record: MadeRecord) -> Number { unit(of: expression, in: record)?.scale ?? 1 }
}
