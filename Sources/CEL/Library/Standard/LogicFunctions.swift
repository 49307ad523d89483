/// The logical operators. `&&`, `||` and `?:` are built into the planner, because they need not
/// evaluate every operand; here they have their types.
enum LogicFunctions {
    static var all: [Function] {
        let anything = Type.parameter("A")
        return [
            Function(
                Operator.and, [Overload(id: "logical_and", .bool, .bool, result: .bool, isStrict: false) { a, _ in a }]),
            Function(
                Operator.or, [Overload(id: "logical_or", .bool, .bool, result: .bool, isStrict: false) { a, _ in a }]),
            Function(
                Operator.conditional,
                [
                    Overload(
                        id: "conditional", parameters: [.bool, anything, anything], result: anything, isStrict: false
                    ) { $0[1] }
                ]),
            Function(
                Operator.not,
                [
                    Overload(id: "logical_not", .bool, result: .bool) {
                        guard case .bool(let value) = $0 else { return .error(.wrongKind) }
                        return .bool(!value)
                    }
                ]),
        ]
    }
}
