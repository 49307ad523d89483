public import CEL

/// What the harnesses compile expressions against.
public enum FuzzingEnvironment {
    /// Every library that the language comes with: a new one is one line here.
    static let libraries: [any FunctionLibrary] = [
        StandardLibrary(), OptionalsLibrary(), BindingsLibrary(), TwoVariableLibrary(), BlockLibrary(), StringsLibrary(),
        EncodersLibrary(), MathLibrary(), NetworkLibrary(), ListsLibrary(), SetsLibrary(), RegexLibrary(),
        AggregateLibrary(),
    ]

    /// A variable of every type, named by one letter or two so that mutations find them.
    public static let variables: [String: Type] = [
        "i": .int, "u": .uint, "x": .double, "p": .bool, "s": .string, "b": .bytes, "l": .list(.int),
        "n": .list(.dyn), "m": .map(key: .string, value: .int), "d": .dyn, "ts": .timestamp, "dt": .duration,
        "o": .optional(.int), "a.b": .map(key: .string, value: .list(.string)),
    ]

    /// Environments with all of it, one with the standard loops and one with those that look at unknown conditions.
    /// Evaluations that take more than 100,000 steps are errors.
    public static let all = [[], [LoopLibrary(arithmetic: PlainArithmetic())]].map(environment)

    private static func environment(with loops: [LoopLibrary]) -> Environment {
        Environment(libraries: libraries + loops, variables: variables, container: "a.c", limits: Limits(cost: 100_000))
    }
}
