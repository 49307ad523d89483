/// Overloads from Swift functions: their types are those of the Swift arguments.
///
/// ```swift
/// Overload("string_repeat", isMember: true) { (text: String, times: Int) throws(EvaluationError) -> String in
///     guard times >= 0 else { throw EvaluationError(code: "negative-count", message: …) }
///     return String(repeating: text, count: times)
/// }
/// ```
///
/// What the function throws is the result of the evaluation, unless a logical operator can do without it. An
/// argument of another kind than declared, which only a host can have brought in, is a `wrong-kind` error.
/// A call is charged for the sizes of its arguments unless `cost` says otherwise.
extension Overload {
    /// A function of one argument.
    public init<A: ValueConvertible, R: ValueConvertible>(
        _ id: String, isMember: Bool = false, cost: Cost = .sizes,
        _ body: @escaping @Sendable (A) throws(EvaluationError) -> R
    ) {
        self.init(id: id, A.expressionType, result: R.expressionType, isMember: isMember, cost: cost) {
            guard let a = A(expressionValue: $0) else { return .error(.wrongKind) }
            return Value { () throws(EvaluationError) in try body(a) }
        }
    }

    /// A function of two arguments.
    public init<A: ValueConvertible, B: ValueConvertible, R: ValueConvertible>(
        _ id: String, isMember: Bool = false, cost: Cost = .sizes,
        _ body: @escaping @Sendable (A, B) throws(EvaluationError) -> R
    ) {
        self.init(
            id: id, A.expressionType, B.expressionType, result: R.expressionType, isMember: isMember, cost: cost
        ) {
            guard let a = A(expressionValue: $0), let b = B(expressionValue: $1) else { return .error(.wrongKind) }
            return Value { () throws(EvaluationError) in try body(a, b) }
        }
    }

    /// A function of three arguments.
    public init<A: ValueConvertible, B: ValueConvertible, C: ValueConvertible, R: ValueConvertible>(
        _ id: String, isMember: Bool = false, cost: Cost = .sizes,
        _ body: @escaping @Sendable (A, B, C) throws(EvaluationError) -> R
    ) {
        self.init(
            id: id, parameters: [A.expressionType, B.expressionType, C.expressionType], result: R.expressionType,
            isMember: isMember, cost: cost
        ) { arguments in
            guard arguments.count == 3, let a = A(expressionValue: arguments[0]), let b = B(expressionValue: arguments[1]),
                let c = C(expressionValue: arguments[2])
            else { return .error(.wrongKind) }
            return Value { () throws(EvaluationError) in try body(a, b, c) }
        }
    }
}

extension Value {
    /// What a function gives or throws, as a value.
    init<R: ValueConvertible>(_ body: () throws(EvaluationError) -> R) {
        do throws(EvaluationError) {
            self = try body().expressionValue
        } catch {
            self = .error(error)
        }
    }
}
