import CEL

/// Finds conditions that no record can meet.
enum NeverTrue {
    static func holds(of expression: Expression) -> Bool {
        var demanded: [String: String] = [:]
        for part in parts(of: expression) {
            switch part.node {
            case .constant(.bool(false)): return true
            case .call(Operator.or, nil, let sides): if sides.allSatisfy(holds) { return true }
            default:
                guard let (name, value) = equality(part) else { continue }
                if let other = demanded[name], other != value { return true }
                demanded[name] = value
            }
        }
        return false
    }

    /// What an `&&` joins.
    private static func parts(of expression: Expression) -> [Expression] {
        if case .call(Operator.and, nil, let sides) = expression.node { return sides.flatMap(parts) }
        return [expression]
    }

    /// `kind == '医院'`
    private static func equality(_ expression: Expression) -> (name: String, value: String)? {
        guard case .call(Operator.equals, nil, let sides) = expression.node, sides.count == 2,
              let name = sides.lazy.compactMap(path).first, let value = sides.lazy.compactMap(constant).first
        else { return nil }
        return (name, value)
    }

    private static func path(_ expression: Expression) -> String? {
        switch expression.node {
        case .identifier(let name): name
        case .select(let operand, let field, false): path(operand).map { "\($0).\(field)" }
        default: nil
        }
    }

    private static func constant(_ expression: Expression) -> String? {
        if case .constant(let value) = expression.node { value.description } else { nil }
    }
}
