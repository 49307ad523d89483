/// The standard operators on ints, doubles and texts, without a call of an overload. Everything else, faults and
/// other kinds of value included, goes the ordinary way through the call's site.
extension Planner {
    /// The step of an operator; nil for every other function, and where no standard overload is meant.
    @inline(never)
    func operation(_ site: CallSite, _ operands: [Planned]) -> Step? {
        guard operands.count == 2 else { return nil }
        let (lhs, rhs) = (operands[0], operands[1])
        switch site.function {
        case Operator.add: return arithmetic(Addition.self, site, lhs, rhs)
        case Operator.subtract: return arithmetic(Subtraction.self, site, lhs, rhs)
        case Operator.multiply: return arithmetic(Multiplication.self, site, lhs, rhs)
        case Operator.divide: return arithmetic(Division.self, site, lhs, rhs)
        case Operator.less: return comparison(Less.self, site, lhs, rhs)
        case Operator.lessOrEqual: return comparison(LessOrEqual.self, site, lhs, rhs)
        case Operator.greater: return comparison(Greater.self, site, lhs, rhs)
        case Operator.greaterOrEqual: return comparison(GreaterOrEqual.self, site, lhs, rhs)
        case Operator.equals: return equality(Equal.self, site, lhs, rhs)
        case Operator.notEquals: return equality(Unequal.self, site, lhs, rhs)
        case Operator.isIn: return membership(site, lhs, rhs)
        default: return nil
        }
    }
}

// MARK: - Arithmetic

private protocol Arithmetic: SendableMetatype {
    /// nil where the result is no int.
    static func int(_ lhs: Int64, _ rhs: Int64) -> Int64?
    static func double(_ lhs: Double, _ rhs: Double) -> Double
}

private extension Arithmetic {
    @inline(__always)
    static func fitting(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
        result.overflow ? nil : result.partialValue
    }
}

private enum Addition: Arithmetic {
    static func int(_ lhs: Int64, _ rhs: Int64) -> Int64? { fitting(lhs.addingReportingOverflow(rhs)) }
    static func double(_ lhs: Double, _ rhs: Double) -> Double { lhs + rhs }
}

private enum Subtraction: Arithmetic {
    static func int(_ lhs: Int64, _ rhs: Int64) -> Int64? { fitting(lhs.subtractingReportingOverflow(rhs)) }
    static func double(_ lhs: Double, _ rhs: Double) -> Double { lhs - rhs }
}

private enum Multiplication: Arithmetic {
    static func int(_ lhs: Int64, _ rhs: Int64) -> Int64? { fitting(lhs.multipliedReportingOverflow(by: rhs)) }
    static func double(_ lhs: Double, _ rhs: Double) -> Double { lhs * rhs }
}

private enum Division: Arithmetic {
    static func int(_ lhs: Int64, _ rhs: Int64) -> Int64? { rhs == 0 ? nil : fitting(lhs.dividedReportingOverflow(by: rhs)) }
    static func double(_ lhs: Double, _ rhs: Double) -> Double { lhs / rhs }
}

private extension Planner {
    func arithmetic<Operation: Arithmetic>(
        _: Operation.Type, _ site: CallSite, _ lhs: Planned, _ rhs: Planned
    ) -> Step? {
        let takesInts = site.isStandard(for: [.int(0), .int(0)])
        let takesDoubles = site.isStandard(for: [.double(0), .double(0)])
        guard takesInts || takesDoubles else { return nil }
        let (left, right) = (lhs.step, rhs.step)
        if takesInts, case .int(let constant)? = rhs.constant {
            return Step { frame in
                let value = left(&frame)
                if case .int(let number) = value, let result = Operation.int(number, constant) {
                    frame.charge()
                    return .int(result)
                }
                return site.apply([value, .int(constant)], &frame)
            }
        }
        return Step { frame in
            let (a, b) = (left(&frame), right(&frame))
            switch (a, b) {
            case (.int(let x), .int(let y)) where takesInts:
                if let result = Operation.int(x, y) {
                    frame.charge()
                    return .int(result)
                }
            case (.double(let x), .double(let y)) where takesDoubles:
                frame.charge()
                return .double(Operation.double(x, y))
            default: break
            }
            return site.apply([a, b], &frame)
        }
    }
}

// MARK: - Order

private protocol Relation: SendableMetatype {
    static func holds<Operand: Comparable>(_ lhs: Operand, _ rhs: Operand) -> Bool
}

private enum Less: Relation {
    static func holds<Operand: Comparable>(_ lhs: Operand, _ rhs: Operand) -> Bool { lhs < rhs }
}

private enum LessOrEqual: Relation {
    static func holds<Operand: Comparable>(_ lhs: Operand, _ rhs: Operand) -> Bool { lhs <= rhs }
}

private enum Greater: Relation {
    static func holds<Operand: Comparable>(_ lhs: Operand, _ rhs: Operand) -> Bool { lhs > rhs }
}

private enum GreaterOrEqual: Relation {
    static func holds<Operand: Comparable>(_ lhs: Operand, _ rhs: Operand) -> Bool { lhs >= rhs }
}

private extension Planner {
    func comparison<Order: Relation>(_: Order.Type, _ site: CallSite, _ lhs: Planned, _ rhs: Planned) -> Step? {
        let takesInts = site.isStandard(for: [.int(0), .int(0)])
        let takesDoubles = site.isStandard(for: [.double(0), .double(0)])
        guard takesInts || takesDoubles else { return nil }
        let (left, right) = (lhs.step, rhs.step)
        if takesDoubles, case .double(let constant)? = rhs.constant {
            return Step { frame in
                let value = left(&frame)
                guard case .double(let number) = value else { return site.apply([value, .double(constant)], &frame) }
                frame.charge()
                return .bool(Order.holds(number, constant))
            }
        }
        return Step { frame in
            let (a, b) = (left(&frame), right(&frame))
            switch (a, b) {
            case (.int(let x), .int(let y)) where takesInts:
                frame.charge()
                return .bool(Order.holds(x, y))
            case (.double(let x), .double(let y)) where takesDoubles:
                frame.charge()
                return .bool(Order.holds(x, y))
            default: return site.apply([a, b], &frame)
            }
        }
    }
}

// MARK: - Equality

private protocol Sameness: SendableMetatype {
    /// Whether the operator holds of operands that are equal, or are not.
    static func holds(_ areEqual: Bool) -> Bool
}

private enum Equal: Sameness {
    static func holds(_ areEqual: Bool) -> Bool { areEqual }
}

private enum Unequal: Sameness {
    static func holds(_ areEqual: Bool) -> Bool { !areEqual }
}

private extension Planner {
    func equality<Kind: Sameness>(_: Kind.Type, _ site: CallSite, _ lhs: Planned, _ rhs: Planned) -> Step? {
        let samples: [Value] = [.string(""), .int(0), .bool(true)]
        guard samples.allSatisfy({ site.isStandard(for: [$0, $0]) }) else { return nil }
        let (left, right) = (lhs.step, rhs.step)
        if case .string(let constant)? = rhs.constant {
            let size = constant.utf8.count
            return Step { frame in
                let value = left(&frame)
                guard case .string(let text) = value else { return site.apply([value, .string(constant)], &frame) }
                frame.charge(1 + size)
                return .bool(Kind.holds(CodePoints.same(text, constant)))
            }
        }
        return Step { frame in
            let (a, b) = (left(&frame), right(&frame))
            switch (a, b) {
            case (.int(let x), .int(let y)):
                frame.charge()
                return .bool(Kind.holds(x == y))
            case (.bool(let x), .bool(let y)):
                frame.charge()
                return .bool(Kind.holds(x == y))
            case (.string(let x), .string(let y)):
                frame.charge(1 + min(x.utf8.count, y.utf8.count))
                return .bool(Kind.holds(CodePoints.same(x, y)))
            default: return site.apply([a, b], &frame)
            }
        }
    }
}

// MARK: - Membership

private extension Planner {
    /// How many elements are looked through one by one; in longer constant lists they are found by their hashes.
    static let scannedCount = 8

    /// `x in [constants]`, charged for what is looked at.
    func membership(_ site: CallSite, _ lhs: Planned, _ rhs: Planned) -> Step? {
        guard case .list(let elements)? = rhs.constant, elements.allSatisfy(\.isScalar),
            [Value.string(""), .int(0), .double(0)].allSatisfy({ site.isStandard(for: [$0, .list(elements)]) })
        else { return nil }
        let left = lhs.step
        let found = elements.count > Planner.scannedCount ? Set(elements) : nil
        return Step { frame in
            let value = left(&frame)
            guard value.isScalar else { return site.apply([value, .list(elements)], &frame) }
            frame.charge(1 + (found == nil ? elements.count : value.size(upTo: frame.remainingCost)))
            return .bool(found?.contains(value) ?? elements.contains(value))
        }
    }
}

private extension Value {
    /// Whether the value is a number, a bool, a text or null, which equal only what hashes alike.
    var isScalar: Bool {
        switch self {
        case .null, .bool, .int, .uint, .double, .string: true
        default: false
        }
    }
}
