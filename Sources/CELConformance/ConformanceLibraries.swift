public import CEL

/// What the suite's expressions may use.
public enum ConformanceLibraries {
    /// Everything that is published for the language, and nothing of our own.
    public static let all: [any FunctionLibrary] = [StandardLibrary()] + extensionLibraries
}
