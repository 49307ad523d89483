import CEL

/// A library whose functions know nothing of intervals: handed one, they are unknown for its causes.
struct IntervalGuard: FunctionLibrary {
    private let library: any FunctionLibrary

    init(_ library: any FunctionLibrary) { self.library = library }

    var name: String { library.name }
    var macros: [Macro] { library.macros }

    var functions: [Function] {
        library.functions.map { function in
            Function(function.name, function.overloads.map { $0.takesNumbers ? $0.answering(Self.unknown) : $0 })
        }
    }

    @Sendable private static func unknown(_ value: Value) -> Value? { value.interval.map { .unknown($0.causes) } }
}

private extension Overload {
    /// Whether an argument can be a number of the rule language. What is not strict looks at its arguments itself.
    var takesNumbers: Bool {
        isStrict && parameters.contains { parameter in
            switch parameter {
            case .dyn, .parameter, NumberValue.type: true
            default: false
            }
        }
    }
}
