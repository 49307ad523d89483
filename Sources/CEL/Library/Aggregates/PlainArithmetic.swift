/// Aggregates over int, uint and double, as the language's own operators reckon: sums keep their
/// type and may overflow; means, medians, shares and ratios are doubles; an empty group is an error.
public struct PlainArithmetic: AggregateArithmetic {
    /// The language's own arithmetic; it has no settings.
    public init() {}

    public var numberTypes: [Type] { [.int, .uint, .double] }
    public var orderedTypes: [Type] { numberTypes + [.bool, .string, .bytes, .timestamp, .duration] }

    public func resultType(of aggregate: Aggregate, over element: Type) -> Type {
        switch aggregate {
        case .count, .distinct: .int
        case .sum, .least, .greatest: element
        case .average, .median, .share, .ratio: .double
        }
    }

    public func count(_ count: Int) -> Value { .int(Int64(count)) }

    public func sum(_ values: [Value], of element: Type) -> Value {
        guard let first = values.first else { return zero(of: element) }
        guard first.isNumber else { return .error(.wrongKind) }
        return values.dropFirst().reduce(first, add)
    }

    public func mean(_ values: [Value]) -> Value { quotient(total(values), Double(values.count)) }

    public func median(_ values: [Value]) -> Value {
        let numbers = values.compactMap(double)
        guard numbers.count == values.count else { return .error(.wrongKind) }
        // NaN has no place in an order: like a sum, a middle with it is none.
        guard !numbers.contains(where: \.isNaN) else { return .double(.nan) }
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return .double(sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
    }

    public func share(_ part: Int, of whole: Int) -> Value { .double(Double(part) / Double(whole)) }

    public func ratio(_ parts: [Value], to wholes: [Value]) -> Value {
        guard let whole = total(wholes) else { return .error(.wrongKind) }
        return whole == 0 ? .error(.divisionByZero) : quotient(total(parts), whole)
    }

    public func emptyGroup(_ aggregate: Aggregate) -> Value { .error(.emptyGroup(aggregate.rawValue)) }
}

private extension PlainArithmetic {
    func zero(of element: Type) -> Value {
        switch element {
        case .uint: .uint(0)
        case .double: .double(0)
        default: .int(0)
        }
    }

    func add(_ lhs: Value, _ rhs: Value) -> Value {
        switch (lhs, rhs) {
        case (.int(let a), .int(let b)):
            let (sum, overflow) = a.addingReportingOverflow(b)
            return overflow ? .error(.overflow(.int)) : .int(sum)
        case (.uint(let a), .uint(let b)):
            let (sum, overflow) = a.addingReportingOverflow(b)
            return overflow ? .error(.overflow(.uint)) : .uint(sum)
        case (.double(let a), .double(let b)): return .double(a + b)
        case (.error, _): return lhs
        default: return .error(.wrongKind)
        }
    }

    func double(_ value: Value) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    func total(_ values: [Value]) -> Double? {
        values.reduce(0.0) { total, value in total.flatMap { sum in double(value).map { sum + $0 } } }
    }

    func quotient(_ part: Double?, _ whole: Double) -> Value { part.map { .double($0 / whole) } ?? .error(.wrongKind) }
}
