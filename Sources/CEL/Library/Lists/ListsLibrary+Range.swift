/// `lists.range(count)`: the whole numbers from 0 up to, and without, `count`; none for a count below 1.
///
/// A call is charged for its arguments, and a number is small however large the list that it asks for. So the macro
/// puts a second call around the first, which is charged for the list. The plain function, which is called where code
/// builds the expression or the text goes round the macro (`.lists.range(3)`), is charged a fixed 50,000 steps.
extension ListsLibrary {
    /// How long a range may be.
    private static let maximumCount = 1_000_000

    private static let rangeName = "lists.range"
    private static let builtFunction = "\(rangeName)@built"
    private static let chargedFunction = "\(rangeName)@charged"

    var range: Macro {
        Macro(name: Self.rangeName, argumentCount: 1, isMember: false) {
            (context, _, arguments) throws(ExpressionFault) in
            let built = Expression.call(
                Self.builtFunction, arguments, range: context.range, focus: context.focus)
            return .call(Self.chargedFunction, [built], range: context.range, focus: context.focus)
        }
    }

    var rangeFunctions: [Function] {
        [
            Function(
                Self.rangeName,
                [
                    // Nothing is prepared: it is what sets the fixed charge.
                    Overload(
                        id: "lists_range", parameters: [.int], result: .list(.int), prepare: { _ in nil },
                        implementation: .unary(Self.range))
                ]),
            Function(
                Self.builtFunction, [Overload(id: "lists_range_built", .int, result: .list(.int), unary: Self.range)]),
            Function(
                Self.chargedFunction,
                [Overload(id: "lists_range_charged", .list(.int), result: .list(.int), cost: .sizes) { $0 }]),
        ]
    }

    @Sendable private static func range(_ count: Value) -> Value {
        guard case .int(let count) = count else { return .error(.wrongKind) }
        guard count <= maximumCount else { return .error(.rangeTooLong(count, limit: maximumCount)) }
        return .list((0..<max(0, count)).map { .int($0) })
    }
}
