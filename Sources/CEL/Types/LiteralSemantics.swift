public import Diagnostics

/// Decides what literals mean where a host differs from the language's own reading.
public protocol LiteralSemantics: Sendable {
    /// The value of a floating-point literal, such as `0.1` or `-2.5e3` with its sign; nil for a `double`.
    ///
    /// The literal's type is the value's type.
    func floating(_ text: String) -> Value?
    /// Reads a string literal that stands where a value of an abstract type is wanted, such as
    /// `kind == 'hospital'`.
    ///
    /// Asked only where no overload takes the literal as a string.
    func convert(_ literal: String, to type: Type) -> LiteralConversion
}

/// What became of a string literal where an abstract type was wanted.
public enum LiteralConversion: Sendable {
    /// The type has no literals; the expression is judged as if nobody had been asked.
    case notApplicable
    /// The literal stands for this value.
    case value(Value)
    /// The literal is none of the type's; reported at the literal's own range.
    case fault(message: Localized, help: Localized?)
}

/// The language's own reading: floating-point literals are doubles, strings are strings.
public struct StandardLiterals: LiteralSemantics {
    /// The semantics of the language definition; there are no settings.
    public init() {}
    public func floating(_ text: String) -> Value? { nil }
    public func convert(_ literal: String, to type: Type) -> LiteralConversion { .notApplicable }
}
