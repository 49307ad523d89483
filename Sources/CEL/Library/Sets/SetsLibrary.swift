/// Lists as sets: `sets.contains(list, part)`, `sets.equivalent(a, b)` and `sets.intersects(a, b)`.
///
/// Elements are compared by the language's equality: numbers by value whatever their kind, and NaN equals nothing. How
/// often and in which order elements stand does not count. Each takes time linear in the sizes of both lists.
///
/// Source: cel-go's extension library "Sets".
public struct SetsLibrary: FunctionLibrary {
    public let name = "sets"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] {
        [
            relation("contains") { Self.contains($0, $1) },
            relation("equivalent") { Self.contains($0, $1) && Self.contains($1, $0) },
            relation("intersects") { first, second in
                let members = ValueSet(second)
                return first.contains { members.contains($0) }
            },
        ]
    }
}

private extension SetsLibrary {
    /// Whether every element of `part` equals one of `list`; so of nothing.
    static func contains(_ list: [Value], _ part: [Value]) -> Bool {
        let members = ValueSet(list)
        return part.allSatisfy { members.contains($0) }
    }

    func relation(_ name: String, _ holds: @escaping @Sendable ([Value], [Value]) -> Bool) -> Function {
        let list = Type.list(.parameter("T"))
        let overload = Overload(id: "sets_\(name)_list_list", list, list, result: .bool, cost: .sizes) {
            guard case .list(let first) = $0, case .list(let second) = $1 else { return .error(.wrongKind) }
            return .bool(holds(first, second))
        }
        return Function("sets.\(name)", [overload])
    }
}
