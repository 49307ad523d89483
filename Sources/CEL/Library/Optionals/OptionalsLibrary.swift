/// Values that may be absent: `optional.of(x)`, `optional.none()`, `a.?b`, `a[?b]`, and what can be done with them.
///
/// `hasValue()` and `value()` look into an optional value; `or` and `orValue` go on to another one where it is absent.
/// `optMap` and `optFlatMap` work on what is there. An index or a field of an optional value is an optional one again.
public struct OptionalsLibrary: FunctionLibrary {
    public let name = "optionals"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] { OptionalFunctions.all + OptionalParts.all + OptionalMacros.functions }

    public var macros: [Macro] { OptionalMacros.all }

    public var types: [String: Type] { [Type.optionalName: .optional(.dyn)] }
}
