/// A call that is rewritten while the text is parsed.
///
/// An argument that is put into the new expression twice is checked and evaluated twice, and calls
/// within calls double that every time: better to put it there once.
public struct Macro: Sendable {
    /// The work of a macro: a new expression, or nil where this is an ordinary call after all.
    public typealias Expansion =
        @Sendable (_ context: inout MacroExpander, _ target: Expression?, _ arguments: [Expression])
        throws(ExpressionFault) -> Expression?

    /// The name as it is called. That of a macro in a name space has dots, such as `cel.bind`, and is no member.
    public let name: String
    /// How many arguments the macro takes; nil for any number.
    public let argumentCount: Int?
    /// Whether it is written `target.name(…)`.
    public let isMember: Bool
    let expand: Expansion

    /// A macro with the work that it does.
    ///
    /// - Parameters:
    ///   - name: The name as it is called, with dots for a macro in a name space.
    ///   - argumentCount: How many arguments the macro takes; nil for any number. A macro with the
    ///     exact count goes before one with any.
    ///   - isMember: Whether it is written `target.name(…)`; `target` is nil for the others.
    ///   - expand: Rewrites the call; gives nil for an ordinary call, throws at what is wrong with it.
    public init(name: String, argumentCount: Int?, isMember: Bool, expand: @escaping Expansion) {
        self.name = name
        self.argumentCount = argumentCount
        self.isMember = isMember
        self.expand = expand
    }

    var key: MacroKey { MacroKey(name: name, argumentCount: argumentCount, isMember: isMember) }
}

/// What tells one macro from another; of two with the same key the later one counts.
struct MacroKey: Hashable, Sendable {
    var name: String
    var argumentCount: Int?
    var isMember: Bool
}
