/// The stable name of a fault, in kebab case, such as `unknown-field`. It never changes meaning.
///
/// Each layer declares its codes beside the wordings, in an extension of `Diagnostic`.
public struct DiagnosticCode: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}
