/// A part of a variable, such as `request.headers['x-id']` or `plan.targets[*].value`, that an evaluation takes to be
/// unknown.
public struct AttributePattern: Hashable, Sendable {
    /// One step from a value to a part of it.
    public enum Qualifier: Hashable, Sendable {
        /// A field, a text key, another key, or an index.
        case key(Value)
        /// Any of them.
        case any
    }

    /// The variable's full name.
    public let variable: String
    /// The way from the variable to the part; empty for the whole variable.
    public let qualifiers: [Qualifier]

    /// A variable, or the part of it at the end of a way.
    ///
    /// - Parameters:
    ///   - variable: The full name.
    ///   - qualifiers: The way to the part, in literals: `AttributePattern("request", ["headers", "x-id"])`,
    ///     `AttributePattern("plan", ["targets", 0])`; ``Qualifier/any`` for every key or index.
    public init(_ variable: String, _ qualifiers: [Qualifier] = []) {
        self.variable = variable
        self.qualifiers = qualifiers
    }
}

extension AttributePattern.Qualifier: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// A field or a text key.
    public init(stringLiteral name: String) { self = .key(.string(name)) }
    /// An index of a list, or a whole number as a key.
    public init(integerLiteral index: Int64) { self = .key(.int(index)) }

    func matches(_ key: Value) -> Bool {
        switch self {
        case .any: true
        case .key(let own): own == key
        }
    }
}

extension AttributePattern {
    /// Whether the part at the end of a path is unknown, or has something in it that is.
    func touches(_ path: [Value]) -> Bool {
        zip(qualifiers, path).allSatisfy { $0.matches($1) }
    }
}
