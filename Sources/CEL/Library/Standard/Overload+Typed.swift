/// Overloads for arguments of one kind, unwrapped. A value of another kind, which only a host can
/// have brought in, is a `wrong-kind` error.
extension Overload {
    static func int(_ id: String, _ body: @escaping @Sendable (Int64, Int64) -> Value) -> Overload {
        Overload(id: id, .int, .int, result: .int) { lhs, rhs in
            guard case .int(let a) = lhs, case .int(let b) = rhs else { return .error(.wrongKind) }
            return body(a, b)
        }
    }

    static func uint(_ id: String, _ body: @escaping @Sendable (UInt64, UInt64) -> Value) -> Overload {
        Overload(id: id, .uint, .uint, result: .uint) { lhs, rhs in
            guard case .uint(let a) = lhs, case .uint(let b) = rhs else { return .error(.wrongKind) }
            return body(a, b)
        }
    }

    static func double(_ id: String, _ body: @escaping @Sendable (Double, Double) -> Double) -> Overload {
        Overload(id: id, .double, .double, result: .double) { lhs, rhs in
            guard case .double(let a) = lhs, case .double(let b) = rhs else { return .error(.wrongKind) }
            return .double(body(a, b))
        }
    }

    static func string(
        member id: String, _ body: @escaping @Sendable (String, String) -> Value
    ) -> Overload {
        Overload(id: id, .string, .string, result: .bool, isMember: true, cost: .sizes) { lhs, rhs in
            guard case .string(let a) = lhs, case .string(let b) = rhs else { return .error(.wrongKind) }
            return body(a, b)
        }
    }

    /// The same function as a call and as a member.
    static func both(
        _ id: String, member: String, _ parameter: Type, result: Type, cost: Cost = .constant,
        _ body: @escaping @Sendable (Value) -> Value
    ) -> [Overload] {
        [
            Overload(id: id, parameter, result: result, cost: cost, unary: body),
            Overload(id: member, parameter, result: result, isMember: true, cost: cost, unary: body),
        ]
    }
}
