/// Supplies the values of an expression's variables.
public protocol Activation {
    /// The value of a variable by its full name; nil where it is not bound, which is an error where
    /// the variable is needed. Asked only when the value is needed, and once in an evaluation for a
    /// variable that is bound.
    func value(of variable: String) -> Value?
}

extension Dictionary: Activation where Key == String, Value == CEL.Value {
    public func value(of variable: String) -> CEL.Value? { self[variable] }
}

/// An activation without any variable.
public struct NoVariables: Activation {
    /// An activation in which every variable is unbound.
    public init() {}
    public func value(of variable: String) -> Value? { nil }
}
