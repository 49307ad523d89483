/// `optMap(x, e)` and `optFlatMap(x, e)`: `e` for the value that is there, as an optional value; absent where it is.
///
/// The `e` of `optFlatMap` is an optional value itself.
enum OptionalMacros {
    static var all: [Macro] {
        [
            mapping("optMap", example: "x + 1", resultFunction: "optional.of"),
            mapping("optFlatMap", example: "x.?c", resultFunction: flatMapResult),
        ]
    }

    /// What the macros ask of their target and of the result: that it is an optional value. Named for the macros, as a
    /// fault is worded that finds something else.
    static var functions: [Function] {
        let optional = Type.optional(.parameter("V"))
        let targets = ["optMap", "optFlatMap"].map {
            Function(
                targetFunction($0), [Overload(id: "\($0)_target", optional, result: optional, isMember: true) { $0 }])
        }
        return targets + [
            Function(
                flatMapResult,
                [
                    Overload(id: "optFlatMap_result", optional, result: optional) {
                        OptionalValue(other: $0) == nil ? .error(.wrongKind) : $0
                    }
                ])
        ]
    }

    private static let flatMapResult = "optFlatMap@result"

    private static func targetFunction(_ macro: String) -> String { "\(macro)@target" }

    /// The target gets a name first, because it is asked twice: calls within calls would double otherwise.
    private static func mapping(_ name: String, example: String, resultFunction: String) -> Macro {
        Macro(name: name, argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let variable = try context.boundName(arguments[0], example: "a.?b.\(name)(x, \(example))")
            let range = context.range
            let held = Expression.identifier("@target", range: target.range)
            let body = context.binding(variable, to: .member("value", of: held, range: range), in: arguments[1])
            let result = Expression.call(resultFunction, [body], range: range, focus: arguments[1].focus)
            return context.binding(
                "@target", to: .member(targetFunction(name), of: target, range: range, focus: context.focus),
                in: .conditional(
                    .member("hasValue", of: held, range: range), result, .call("optional.none", [], range: range),
                    range: range))
        }
    }
}
