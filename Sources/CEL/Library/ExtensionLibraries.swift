/// What can be asked for beside the standard library, a line each, in the order in which environments are given them.
///
/// `Environment(libraries: [StandardLibrary()] + extensionLibraries)` has everything that is published for the
/// language. The project's own aggregates, ``AggregateLibrary``, are for those who ask: `min` and `max` of a list are
/// nothing that other implementations know.
public let extensionLibraries: [any FunctionLibrary] = [
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
