/// Names for values within an expression: `cel.bind(total, a + b, total > 3 && total < 9)`.
///
/// The value is evaluated at most once. An error in it counts only where the name is used.
public struct BindingsLibrary: FunctionLibrary {
    public let name = "bindings"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] { [] }

    public var macros: [Macro] {
        [
            Macro(name: "cel.bind", argumentCount: 3, isMember: false) {
                (context, _, arguments) throws(ExpressionFault) in
                let name = try context.boundName(arguments[0], example: "cel.bind(x, 1 + 2, x * x)")
                return context.binding(name, to: arguments[1], in: arguments[2])
            }
        ]
    }
}
