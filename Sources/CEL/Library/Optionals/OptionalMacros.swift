/// `optMap(x, e)` and `optFlatMap(x, e)`: `e` for the value that is there, as an optional value; absent where it is.
///
/// The `e` of `optFlatMap` is an optional value itself.
enum OptionalMacros {
    static var all: [Macro] {
        [
            mapping("optMap", example: "x + 1") { .call("optional.of", [$0], range: $0.range) },
            mapping("optFlatMap", example: "x.?c") { $0 },
        ]
    }

    /// The target gets a name first, because it is asked twice: calls within calls would double otherwise.
    private static func mapping(
        _ name: String, example: String, _ result: @escaping @Sendable (Expression) -> Expression
    ) -> Macro {
        Macro(name: name, argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let variable = try context.boundName(arguments[0], example: "a.?b.\(name)(x, \(example))")
            let range = context.range
            let held = Expression.identifier("@target", range: target.range)
            let body = context.binding(
                variable, to: .member("value", of: held, range: range, focus: context.focus), in: arguments[1])
            return context.binding(
                "@target", to: target,
                in: .conditional(
                    .member("hasValue", of: held, range: range, focus: context.focus), result(body),
                    .call("optional.none", [], range: range), range: range))
        }
    }
}
