import CEL

/// A library whose functions know nothing of intervals: handed one, they are unknown for its causes.
struct IntervalGuard: FunctionLibrary {
    private let library: any FunctionLibrary
    private let looksInside: Bool

    /// - Parameter looksInside: Whether functions look at what lists and maps hold. Those of the language mostly do
    ///   not, and looking for intervals there would make `list[0]` as dear as the list is long.
    init(_ library: any FunctionLibrary, looksInside: Bool) {
        self.library = library
        self.looksInside = looksInside
    }

    var name: String { library.name }
    var macros: [Macro] { library.macros }
    var types: [String: CEL.`Type`] { library.types }

    var functions: [Function] {
        library.functions.map { function in
            Function(
                function.name,
                function.overloads.map { [looksInside] overload in
                    // Of a list with unknown elements it is open how many there are.
                    if function.name == "size" { return overload.answering(\.unknownElements) }
                    guard overload.takesNumbers(inside: looksInside) else { return overload }
                    return overload.answering { value in
                        (value.interval?.causes ?? (looksInside ? value.innerCauses : nil)).map { .unknown($0) }
                    }
                })
        }
    }
}

private extension Overload {
    /// Whether an argument can be a number of the rule language. What is not strict looks at its arguments itself.
    func takesNumbers(inside: Bool) -> Bool {
        isStrict && parameters.contains { parameter in
            switch parameter {
            case .dyn, .parameter, NumberValue.type: true
            case .list, .map: inside
            default: false
            }
        }
    }
}

private extension Value {
    /// The unknowns among a list's elements together; nil where there are none.
    var unknownElements: Value? {
        guard case .list(let elements) = self else { return nil }
        return UnknownSet(open: elements.lazy.map(\.released).filter { !$0.isKnown }).map { .unknown($0) }
    }
}
