/// A set of functions and macros that an environment can be given.
public protocol FunctionLibrary: Sendable {
    /// The library's name, for listings.
    var name: String { get }
    /// The functions. Overloads of a function that an earlier library has too are added to its own;
    /// one with the same id replaces it.
    var functions: [Function] { get }
    /// The macros. One with the name, kind and argument count of an earlier library's replaces it.
    var macros: [Macro] { get }
    /// The types that the library brings, by the full names that expressions know them by, as in `type(x) == net.IP`.
    var types: [String: Type] { get }
}

extension FunctionLibrary {
    public var macros: [Macro] { [] }
    public var types: [String: Type] { [:] }
}

/// A function or operator: a name and what it does for which types.
public struct Function: Sendable {
    /// The name as it is called: `size`, `math.abs`, or an operator's such as `_+_`.
    public let name: String
    /// What it does for which types; tried in this order where only the values decide.
    public let overloads: [Overload]

    /// A function of this name with these overloads.
    ///
    /// - Parameters:
    ///   - name: The name as it is called, or an operator's from ``Operator``.
    ///   - overloads: Each with an id of its own. Where only the values decide, the first that suits them is
    ///   taken.
    public init(_ name: String, _ overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}
