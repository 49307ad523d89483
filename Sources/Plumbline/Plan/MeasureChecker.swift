import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Finds what every number in an expression measures, and reports sums and comparisons of unlike things.
struct MeasureChecker {
    let table: Table
    let vocabulary: Vocabulary
    /// Knows of which table the records are that the expression reaches.
    let checked: CheckedExpression
    let scalar: YAMLScalar
    /// Knows the quantities of parameters.
    let environment: Environment
    private(set) var diagnostics = Diagnostics()

    init(table: Table, vocabulary: Vocabulary, checked: CheckedExpression, scalar: YAMLScalar, environment: Environment) {
        self.table = table
        self.environment = environment
        self.vocabulary = vocabulary
        self.checked = checked
        self.scalar = scalar
    }

    mutating func measure(_ expression: Expression) -> Measure {
        if checked.type(of: expression) == .duration { return time(expression.children) }
        return switch expression.node {
        case .constant(let value): named(expression) ?? value.number.map { Measure(.literal($0), isWhole: $0.isInteger) } ?? .undetermined
        case .identifier(let name): table.fields[name].map { Measure($0) } ?? .undetermined
        case .select(let operand, let field, false): member(field, of: operand)
        case .call("count", .some, _), .call("size", .some, _): tally(expression.children)
        case .call(let function, nil, let arguments): call(function, arguments, expression)
        default: visit(expression.children)
        }
    }

    /// Holds an expression against something that is measured elsewhere, as a comparison of the two would.
    ///
    /// - Returns: What the expression measures by itself.
    mutating func hold(_ expression: Expression, against other: Measure) -> Measure {
        let own = measure(expression)
        _ = alike(other, own, expression, expression)
        return own
    }
}

private extension MeasureChecker {
    /// What a constant measures that the rule has by a name: a parameter, or a field at the baseline.
    func named(_ constant: Expression) -> Measure? {
        let text = scalar.written(constant)
        if let unit = environment.quantity(ofParameter: text)?.unit { return Measure(.dimension(unit.dimension), unit: unit) }
        // The figure that a rule states stands for the data's wherever the baseline's period is asked for.
        let shown = environment.shownRule(text)
        for period in [RuleEnvironment.Name.baseline, RuleEnvironment.Name.previous, RuleEnvironment.Name.yearAgo] where shown.hasPrefix("\(period).") {
            if let field = table.fields[String(shown.dropFirst(period.count + 1))] { return Measure(field) }
        }
        return nil
    }

    /// What a field of another record measures.
    mutating func member(_ field: String, of operand: Expression) -> Measure {
        guard case .record(let name) = checked.type(of: operand), let field = vocabulary.tables[name]?.fields[field]
        else { return visit([operand]) }
        return Measure(field)
    }

    /// A duration measures time, whatever it comes from; nobody means the seconds of a bare number beside it.
    mutating func time(_ parts: [Expression]) -> Measure {
        _ = visit(parts)
        var measure = Measure(.dimension(Dimension(.clock)))
        measure.scaledUnit = .minutes
        return measure
    }

    mutating func tally(_ parts: [Expression]) -> Measure {
        _ = visit(parts)
        return .tally
    }

    /// What an aggregate of a list measures: its elements' own measure, a share, or a number of them.
    mutating func aggregate(_ function: String, _ list: Expression) -> Measure? {
        switch function.split(separator: "@").first.map(String.init) {
        case "sum": return element(list).map { $0.scaled(isWhole: $0.isWhole) }
        case "avg", "median": return element(list).map { $0.scaled(isWhole: false) }
        case "min", "max": return element(list)
        case "share": return element(list).map { _ in Measure(.dimension(.pure)) }
        case "distinct", "count": return element(list).map { _ in .tally }
        case "ratio", "latest", "earliest": return element(list)
        default: return nil
        }
    }

    /// What the elements measure that a loop gathers.
    mutating func element(_ list: Expression) -> Measure? {
        guard case .comprehension(let loop) = list.node else { return visit([list]) }
        _ = visit([loop.range])
        return gathered(loop.step)
    }

    mutating func gathered(_ step: Expression) -> Measure? {
        guard case .call(let function, nil, let arguments) = step.node else { return nil }
        if function == Operator.conditional, arguments.count == 3 {
            _ = measure(arguments[0])
            return gathered(arguments[1])
        }
        guard let last = arguments.last, arguments.count > 1 else { return nil }
        return measure(last)
    }

    /// Looks into what is no arithmetic itself for arithmetic within.
    mutating func visit(_ expressions: [Expression]) -> Measure {
        for expression in expressions { _ = measure(expression) }
        return .undetermined
    }

    mutating func call(_ function: String, _ arguments: [Expression], _ whole: Expression) -> Measure {
        switch (function, arguments.count) {
        case (Operator.add, 2): return alike(arguments)
        case (Operator.subtract, 2): return difference(arguments)
        case (Operator.multiply, 2): return product(arguments)
        case (Operator.divide, 2): return quotient(arguments)
        case (Operator.less, 2), (Operator.lessOrEqual, 2), (Operator.greater, 2), (Operator.greaterOrEqual, 2),
             (Operator.equals, 2), (Operator.notEquals, 2):
            _ = alike(arguments)
            return .undetermined
        case (Operator.conditional, 3):
            _ = measure(arguments[0])
            return alike(Array(arguments.dropFirst()))
        case ("min", _), ("max", _): return alike(arguments)
        case (Operator.negate, 1), ("abs", 1): return measure(arguments[0])
        case ("round", 1...), ("floor", 1), ("ceil", 1): return measure(arguments[0])
        case ("q", 1): return quantity(arguments[0])
        case (let name, 1) where name.hasSuffix("@list"): return aggregate(name, arguments[0]) ?? visit(arguments)
        case ("dated@row", 2): return measure(arguments[1])
        case (let name, 2) where name.hasSuffix("@pair"): return quotient(arguments)
        // What a wrapper around an element of a list measures is what the element does.
        case (let name, 1) where name.contains("@"): return measure(arguments[0])
        default: return visit(arguments)
        }
    }

    /// Things that are added, compared or chosen between have to be of one kind.
    mutating func alike(_ expressions: [Expression]) -> Measure {
        let measures = expressions.map { measure($0) }
        var result = measures.first ?? .undetermined
        for index in measures.indices.dropFirst() {
            result = alike(result, measures[index], expressions[index - 1], expressions[index])
        }
        return result
    }

    mutating func alike(_ lhs: Measure, _ rhs: Measure, _ left: Expression, _ right: Expression) -> Measure {
        switch (lhs.basis, rhs.basis) {
        case (.undetermined, _), (_, .undetermined): return .undetermined
        case (.tally, .literal), (.literal, .tally), (.tally, .tally): return lhs.isLiteral ? rhs : lhs
        case (.tally, _), (_, .tally): return .undetermined
        case (.dimension(let first), .dimension(let second)): if first != second { report(lhs, rhs, at: right) }
        case (_, .literal(let number)): checkBare(number, beside: lhs, at: right)
        case (.literal(let number), _): checkBare(number, beside: rhs, at: left)
        case (.unitless, _) where rhs.scaledUnit != nil, (_, .unitless) where lhs.scaledUnit != nil:
            report(lhs, rhs, at: right)
        case (.unitless, _), (_, .unitless): break
        }
        var result = if case .literal = lhs.basis { rhs } else { lhs }
        result.isWhole = lhs.isWhole && rhs.isWhole
        result.isDifference = lhs.isDifference || rhs.isDifference
        return result
    }

    mutating func difference(_ arguments: [Expression]) -> Measure {
        var result = alike(arguments)
        result.isDifference = true
        return result
    }

    mutating func product(_ arguments: [Expression]) -> Measure {
        let (lhs, rhs) = (measure(arguments[0]), measure(arguments[1]))
        let isWhole = lhs.isWhole && rhs.isWhole
        if case .literal(let first) = lhs.basis, case .literal(let second) = rhs.basis {
            return Measure(first.multiplied(by: second).map { .literal($0) } ?? .undetermined, isWhole: isWhole)
        }
        guard let first = lhs.factor, let second = rhs.factor else { return Measure(.undetermined, isWhole: isWhole) }
        var result = Measure(.dimension(first * second), isWhole: isWhole)
        result.scaledUnit = lhs.scaledUnit(with: rhs, into: first * second)
        result.isDifference = lhs.isDifferenceOfShares || rhs.isDifferenceOfShares
        result.isScaledByHand = lhs.isScaled(with: rhs)
        return result
    }

    /// Two fields without units may be of one kind: their quotient is taken for a share.
    mutating func quotient(_ arguments: [Expression]) -> Measure {
        let (lhs, rhs) = (measure(arguments[0]), measure(arguments[1]))
        switch (lhs.basis, rhs.basis) {
        case (.literal(let first), .literal(let second)):
            return Measure(first.divided(by: second).map { .literal($0) } ?? .undetermined)
        case (.unitless, .unitless), (.tally, .tally): return Measure(.dimension(.pure))
        default: break
        }
        guard let first = lhs.factor, let second = rhs.factor else { return .undetermined }
        var result = Measure(.dimension(first / second))
        result.scaledUnit = lhs.scaledUnit(with: rhs, into: first / second)
        result.isDifference = lhs.isDifferenceOfShares
        result.isScaledByHand = lhs.isScaled(with: rhs)
        return result
    }

    mutating func quantity(_ argument: Expression) -> Measure {
        guard case .constant(.string(let text)) = argument.node else { return .undetermined }
        do throws(QuantityFault) {
            let quantity = try Quantity.parse(text)
            guard let unit = quantity.unit else { return Measure(.literal(quantity.value)) }
            return Measure(.dimension(unit.dimension), unit: unit)
        } catch {
            // Past the opening quote of the literal.
            let start = argument.range.lowerBound + 1 + error.offset
            diagnostics.append(.badQuantity(text, fault: error, at: scalar.location(of: start..<start + max(1, error.length))))
            return .undetermined
        }
    }

    mutating func checkBare(_ number: Number, beside measure: Measure, at expression: Expression) {
        let place = scalar.location(of: expression.range)
        guard let unit = measure.scaledUnit else {
            if measure.isShareByItself, LimitCheck.isShareWithoutSign(number) {
                diagnostics.append(.percentMissing(inExpression: written(number, at: expression), at: place))
            }
            return
        }
        if !number.isZero { diagnostics.append(.bareNumber(inExpression: written(number, at: expression), beside: unit, at: place)) }
    }

    /// A number as its author wrote it; what arithmetic made of several has a text of its own.
    func written(_ number: Number, at expression: Expression) -> String {
        let text = scalar.written(expression)
        return Decimal(text).map(Number.init) == number ? text : number.description
    }

    mutating func report(_ lhs: Measure, _ rhs: Measure, at expression: Expression) {
        diagnostics.append(
            .unitMismatch(
                rhs.name, observed: lhs.name, at: scalar.location(of: expression.range),
                help: Localized(
                    zh: "检查字段是否用对；不同的量可以相除，不能相加或比较",
                    en: "check that the right fields are named: unlike quantities can be divided, not added or compared")))
    }
}

private extension Measure {
    /// Whether it is a quotient of two things of one kind, which is at most a few times one.
    var isShareByItself: Bool { basis == .dimension(.pure) && !isScaledByHand }

    /// Whether a product or a quotient of the two is scaled by hand.
    func isScaled(with other: Measure) -> Bool { isLiteral || other.isLiteral || isScaledByHand || other.isScaledByHand }

    /// Whether points measure it, and still do when it is multiplied or divided.
    var isDifferenceOfShares: Bool { isDifference && basis == .dimension(.pure) }

    /// What many of it come to, added up or in the middle.
    func scaled(isWhole: Bool) -> Measure {
        var measure = Measure(basis, isWhole: isWhole, unit: unit)
        measure.scaledUnit = scaledUnit
        measure.isDifference = isDifference
        return measure
    }
}
