/// Loops with two variables: the index and the element of a list, or the key and the value of a map.
///
/// `all`, `exists` and `existsOne` (also `exists_one`) ask for a condition: `scores.all(i, x, x >= i)`.
/// `transformList` and `transformMap` make a list, or a map with the same indices or keys, of what an expression
/// gives; `transformMapEntry` makes a map of the entries that its expression writes out, and a key that comes twice
/// is an error. With a condition before the expression they leave out what does not suit it.
public struct TwoVariableLibrary: FunctionLibrary {
    public let name = "two-variable"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] { [] }

    public var macros: [Macro] {
        let quantifiers = [
            quantifier("all", isAll: true), quantifier("exists", isAll: false), existsOne("existsOne"),
            existsOne("exists_one"),
        ]
        // Without a condition and with one.
        return quantifiers + [3, 4].flatMap { [transformList($0), transformMap($0), transformMapEntry($0)] }
    }
}

// MARK: - Conditions

private extension TwoVariableLibrary {
    /// Folds with `&&` or `||`, and goes on over errors and unknowns until an element decides.
    func quantifier(_ name: String, isAll: Bool) -> Macro {
        macro(name, 3) { loop, rest in
            let open = isAll ? loop.folded : Expression.call(Operator.not, [loop.folded], range: loop.range)
            return loop.folding(
                from: .constant(.bool(isAll), range: loop.range),
                while: .call(InternalFunction.notStrictlyFalse, [open], range: loop.range),
                step: .call(isAll ? Operator.and : Operator.or, [loop.folded, rest[0]], range: loop.range))
        }
    }

    func existsOne(_ name: String) -> Macro {
        macro(name, 3) { loop, rest in
            let hit = Expression.constant(.bool(true), range: loop.range)
            let hits = loop.gathering(
                into: .list([], range: loop.range), with: InternalFunction.append, [hit], where: rest[0])
            return .call(InternalFunction.isSingle, [hits], range: loop.range)
        }
    }
}

// MARK: - Transformations

private extension TwoVariableLibrary {
    func transformList(_ argumentCount: Int) -> Macro {
        transformation("transformList", argumentCount) { loop, condition, element in
            loop.gathering(
                into: .list([], range: loop.range), with: InternalFunction.append, [element], where: condition)
        }
    }

    func transformMap(_ argumentCount: Int) -> Macro {
        transformation("transformMap", argumentCount) { loop, condition, value in
            let key = Expression.identifier(loop.key, range: loop.range)
            return loop.gathering(
                into: .map([], range: loop.range), with: InternalFunction.insert, [key, value], where: condition)
        }
    }

    func transformMapEntry(_ argumentCount: Int) -> Macro {
        transformation("transformMapEntry", argumentCount) { loop, condition, entries in
            let maps = loop.gathering(
                into: .list([], range: loop.range), with: InternalFunction.append, [entries], where: condition)
            return .call(InternalFunction.mergeEntries, [maps], range: loop.range, focus: entries.range)
        }
    }

    /// A macro whose last argument is an expression, with a condition before it where there are four.
    func transformation(
        _ name: String, _ argumentCount: Int,
        _ body: @escaping @Sendable (PairLoop, _ condition: Expression?, _ transform: Expression) -> Expression
    ) -> Macro {
        macro(name, argumentCount) { loop, rest in
            rest.count == 2 ? body(loop, rest[0], rest[1]) : body(loop, nil, rest[0])
        }
    }

    /// A macro of a list or a map; `body` is given the arguments after the two names.
    func macro(
        _ name: String, _ argumentCount: Int, _ body: @escaping @Sendable (PairLoop, [Expression]) -> Expression
    ) -> Macro {
        Macro(name: name, argumentCount: argumentCount, isMember: true) {
            (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let loop = try PairLoop(over: target, arguments, context)
            return body(loop, Array(arguments.dropFirst(2)))
        }
    }
}
