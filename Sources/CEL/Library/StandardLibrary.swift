/// The operators, functions and macros of the language definition.
///
/// Overload ids are those of the definition's list of standard functions, such as `add_int64`.
public struct StandardLibrary: FunctionLibrary {
    public let name = "standard"
    private let omitted: Set<String>

    /// The whole standard library, or all but some overloads.
    ///
    /// - Parameter overloadIDs: Overloads to leave out, for a host that brings its own in their place.
    public init(omitting overloadIDs: Set<String> = []) { omitted = overloadIDs }

    public var functions: [Function] {
        let families = [
            LogicFunctions.all, ArithmeticFunctions.all, ComparisonFunctions.all, CollectionFunctions.all,
            StringFunctions.all, ConversionFunctions.all, TimeFunctions.all,
        ]
        return families.joined().map { function in
            Function(function.name, function.overloads.filter { !omitted.contains($0.id) }.map(StandardLibrary.standard))
        }
    }

    private static func standard(_ overload: Overload) -> Overload {
        var overload = overload
        overload.isStandard = true
        return overload
    }

    public var macros: [Macro] { StandardMacros.all }
}
