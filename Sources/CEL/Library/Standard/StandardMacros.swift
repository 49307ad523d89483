/// The macros of the language definition: has, all, exists, exists_one, map and filter.
enum StandardMacros {
    static var all: [Macro] {
        [has, quantifier("all", isAll: true), quantifier("exists", isAll: false), existsOne("exists_one"),
         existsOne("existsOne"), map, filteredMap, filter]
    }

    private static var has: Macro {
        Macro(name: "has", argumentCount: 1, isMember: false) { (context, _, arguments) throws(ExpressionFault) in
            guard case .select(let operand, let field, false) = arguments[0].node else {
                throw .fieldTestExpected(at: arguments[0].range)
            }
            return .has(operand, field: field, range: context.range, focus: arguments[0].focus)
        }
    }

    /// Folds with `&&` or `||`, and goes on over errors and unknowns until an element decides.
    private static func quantifier(_ name: String, isAll: Bool) -> Macro {
        Macro(name: name, argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let variable = try context.variable(arguments[0])
            let folded = Expression.identifier(context.accumulator, range: context.range)
            let open = isAll ? folded : Expression.call(Operator.not, [folded], range: context.range)
            return .comprehension(
                .init(
                    variable: variable, range: target, accumulator: context.accumulator,
                    initial: .constant(.bool(isAll), range: context.range),
                    condition: .call(InternalFunction.notStrictlyFalse, [open], range: context.range),
                    step: .call(isAll ? Operator.and : Operator.or, [folded, arguments[1]], range: context.range),
                    result: folded),
                range: context.range)
        }
    }

    private static func existsOne(_ name: String) -> Macro {
        Macro(name: name, argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let variable = try context.variable(arguments[0])
            let matches = context.collecting(target, as: variable, where: arguments[1])
            return .call(InternalFunction.isSingle, [matches], range: context.range)
        }
    }

    private static var map: Macro {
        Macro(name: "map", argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            return context.collecting(target, as: try context.variable(arguments[0]), into: arguments[1])
        }
    }

    private static var filteredMap: Macro {
        Macro(name: "map", argumentCount: 3, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let variable = try context.variable(arguments[0])
            return context.collecting(target, as: variable, where: arguments[1], into: arguments[2])
        }
    }

    private static var filter: Macro {
        Macro(name: "filter", argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            return context.collecting(target, as: try context.variable(arguments[0]), where: arguments[1])
        }
    }
}
