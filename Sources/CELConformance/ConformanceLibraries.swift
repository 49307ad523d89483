public import CEL

/// What the suite's expressions may use.
public enum ConformanceLibraries {
    /// Every library that the suite has tests of: one more is one more line here.
    public static let all: [any FunctionLibrary] = [
        StandardLibrary(),
        OptionalsLibrary(),
        BindingsLibrary(),
        TwoVariableLibrary(),
        BlockLibrary(),
        StringsLibrary(),
        EncodersLibrary(),
        MathLibrary(),
        NetworkLibrary(),
        ListsLibrary(),
        SetsLibrary(),
        RegexLibrary(),
    ]
}
